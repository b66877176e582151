import type { components } from '../api/schema.js';

/** Another service is about to be shown in place of this one; `preventDefault()` to show it elsewhere. */
export class PortalServiceOpenEvent extends Event {
  static readonly type = 'portal-service-open';
  constructor(readonly serviceId: string) {
    super(PortalServiceOpenEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

/** A service has been renamed, is paid otherwise, renews by itself or not, has been cancelled, or runs on. */
export class PortalServiceChangedEvent extends Event {
  static readonly type = 'portal-service-changed';
  constructor(
    /** The service as it is now. */
    readonly service: components['schemas']['Service'],
  ) {
    super(PortalServiceChangedEvent.type, { bubbles: true, composed: true });
  }
}
