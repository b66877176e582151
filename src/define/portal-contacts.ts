import { PortalContacts } from '../contacts/portal-contacts.js';
import { define } from '../core/define.js';

define('portal-contacts', PortalContacts);

declare global {
  interface HTMLElementTagNameMap {
    'portal-contacts': PortalContacts;
  }
}
