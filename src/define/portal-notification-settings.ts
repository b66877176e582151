import { PortalNotificationSettings } from '../notifications/portal-notification-settings.js';
import { define } from '../core/define.js';

define('portal-notification-settings', PortalNotificationSettings);

declare global {
  interface HTMLElementTagNameMap {
    'portal-notification-settings': PortalNotificationSettings;
  }
}
