import { define } from '../../core/define.js';

/** Brings the notices of the page's providers to life; what has not come is asked for again with the next call. */
export function awakeSessionNotice(): void {
  if (customElements.get('portal-session-notice')) return;
  import('../portal-session-notice.js').then(
    (module) => define('portal-session-notice', module.PortalSessionNotice),
    () => undefined,
  );
}
