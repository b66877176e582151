import type { Session } from '../context/contexts.js';

/** The person has signed in. `preventDefault()` keeps the page from going to `returnTo`. */
export class PortalSignedInEvent extends Event {
  static readonly type = 'portal-signed-in';
  constructor(
    readonly session: Session,
    /** The address that the page goes to next, if any. */
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

/** The person has a new password, by a mailed code or in place of the old one. */
export class PortalPasswordSetEvent extends Event {
  static readonly type = 'portal-password-set';
  constructor(
    /** The person is signed in, or still is; `false`: there is a second factor, and signing in comes next. */
    readonly signedIn: boolean,
  ) {
    super(PortalPasswordSetEvent.type, { bubbles: true, composed: true });
  }
}

/** A mailed code has been accepted, and a password is asked for. */
export class PortalCodeAcceptedEvent extends Event {
  static readonly type = 'portal-code-accepted';
  constructor(
    /** The purpose of the code: `account-request`, `password-reset`, `invitation` or another. */
    readonly purpose: string,
  ) {
    super(PortalCodeAcceptedEvent.type, { bubbles: true, composed: true });
  }
}

/** The session that has begun under the open page is of another person, or for another client. `preventDefault()` keeps the page from being loaded anew. */
export class PortalSessionReplacedEvent extends Event {
  static readonly type = 'portal-session-replaced';
  constructor(readonly session: Session) {
    super(PortalSessionReplacedEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}
