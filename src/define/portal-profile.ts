import { define } from '../core/define.js';
import { PortalProfile } from '../profile/portal-profile.js';

define('portal-profile', PortalProfile);

declare global {
  interface HTMLElementTagNameMap {
    'portal-profile': PortalProfile;
  }
}
