import type { Session } from './contexts.js';

/** The session has been read, has changed or has ended. */
export class PortalSessionEvent extends Event {
  static readonly type = 'portal-session';
  constructor(
    /** `null`: nobody is signed in. */
    readonly session: Session | null,
  ) {
    super(PortalSessionEvent.type, { bubbles: true, composed: true });
  }
}
