import { css, render } from 'lit';
import '../api/check.js';
import { shared } from '../i18n/texts/shared.js';
import { adoptStyles } from './adopt-styles.js';
import { failure } from './loading/failure.js';
import type { LoadController } from './loading/load-controller.js';
import { LocalizeController, type SharedLocalize } from './localize-controller.js';
import type { PhaseReporter } from './phase.js';
import type { PortalElement } from './portal-element.js';

const texts = new WeakMap<PortalElement, SharedLocalize>();
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

function textsOf(host: PortalElement): SharedLocalize {
  if (!texts.has(host)) texts.set(host, new LocalizeController(host, shared));
  return texts.get(host)!;
}

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
export function recover(host: PortalElement, phases: PhaseReporter, error: unknown): void {
  if (host.isUpdatePending || !host.isConnected || host.access !== 'allowed') return;
  const message = `portal-elements: <${host.localName}> could not be rendered.`;
  if (!told.has(message + String(error))) console.warn(message, error);
  told.add(message + String(error));
  adoptStyles(host, styles);
  render(
    failure(error, textsOf(host), () => retry(host)),
    host.renderRoot,
    host.renderOptions,
  );
  phases.report('error');
}
