import type { Session } from '../context/contexts.js';

/** The person has signed in. `preventDefault()` keeps the page from going to `returnTo`. */
export class PortalSignedInEvent extends Event {
  static readonly type = 'portal-signed-in';
  constructor(
    readonly session: Session,
    /** Where the page goes next, if anywhere. */
    readonly returnTo: string | undefined,
  ) {
    super(PortalSignedInEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

/** The person has signed out. `preventDefault()` keeps the page from going to the sign-in page. */
export class PortalSignedOutEvent extends Event {
  static readonly type = 'portal-signed-out';
  constructor() {
    super(PortalSignedOutEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}
