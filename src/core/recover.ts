import { css, render } from 'lit';
import '../api/check.js';
import { adoptStyles } from './adopt-styles.js';
import { failure } from './loading/failure.js';
import type { LoadController } from './loading/load-controller.js';
import type { SharedLocalize } from './localize-controller.js';
import type { PhaseReporter } from './phase.js';
import type { PortalElement } from './portal-element.js';

/** For elements that show no other messages. */
const styles = css`
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em var(--_space);
    padding: var(--_space);
    border-radius: var(--_radius);
    background: var(--_danger);
    color: var(--_on-danger);
  }
  .notice p {
    flex: 1 1 18em;
    margin: 0;
  }
`;
const told = new Set<string>();

/** Asks again for what the element shows, if it shows anything of the server. */
function retry(host: PortalElement): void {
  const { content } = host as unknown as { content?: { load?: LoadController<unknown>; reload?: () => void } };
  (content?.load ?? content)?.reload?.();
  host.requestUpdate();
}

/**
 * Goes on after an element could not be rendered. Where an answer was not what the contract says it is mended, and the
 * element rendered again. Otherwise the element says that it failed and offers to try again; so does its phase; with
 * whatever changes next it is rendered again by itself.
 */
export function recover(host: PortalElement, phases: PhaseReporter, error: unknown, i18n: SharedLocalize): void {
  // What is mended is rendered in a moment.
  if (host.isUpdatePending) return;
  const message = `portal-elements: <${host.localName}> could not be rendered.`;
  if (!told.has(message + String(error))) console.warn(message, error);
  told.add(message + String(error));
  adoptStyles(host, styles);
  render(
    failure(error, i18n, () => retry(host)),
    host.renderRoot,
    host.renderOptions,
  );
  phases.report('error');
}
