import { render } from 'lit';
import { shared } from '../i18n/texts/shared.js';
import { lazy } from './lazy.js';
import { loadFailure } from './loading/load-failure.js';
import { LocalizeController } from './localize-controller.js';
import type { PhaseReporter } from './phase.js';
import type { PortalElement } from './portal-element.js';

const load = lazy(() => import('./recover.js'));

/** What goes on after an element could not be rendered: the rest of it is loaded then, and where it cannot be the element says so. */
export function recovery(host: PortalElement, phases: PhaseReporter): (error: unknown) => void {
  // Made at once: it has the element rendered again, which must not begin after something has been said.
  const i18n = new LocalizeController(host, shared);
  const retry = () => host.requestUpdate();
  let failures = 0;
  let isFaulty: boolean;
  // A mended answer may have been rendered well before this is here.
  host.addController({ hostUpdated: () => (isFaulty = false) });
  return (error) => {
    isFaulty = true;
    void load().then(
      ({ recover }) => isFaulty && recover(host, phases, error, i18n),
      () => {
        if (!isFaulty) return;
        render(loadFailure({ failures: ++failures, retry }, i18n), host.renderRoot, host.renderOptions);
        phases.report('error');
      },
    );
  };
}
