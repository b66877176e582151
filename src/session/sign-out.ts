import { FormController } from '../core/forms/form-controller.js';
import type { PortalElement } from '../core/portal-element.js';
import { PortalSignedOutEvent } from './events.js';

/** Ends the session; what shows the session follows. `next`: where the page goes then, unless the host keeps it. */
export function signOutForm(host: PortalElement, next: () => string | undefined): FormController<void> {
  return new FormController<void>(host, {
    changes: ['/session'],
    empty: true,
    send: (api) => api.DELETE('/session', { params: { header: { 'Portal-Request': '1' } } }),
    onDone: () => {
      /** @internal */
      const stays = !host.dispatchEvent(new PortalSignedOutEvent());
      const address = next();
      if (!stays && address) location.assign(address);
    },
  });
}
