/** The states of a mail and their names, in the order of its way. */
const mailStates = {
  queued: 'Waits to be sent',
  deferred: 'Deferred',
  sent: 'Sent',
  delivered: 'Delivered',
  bounced: 'Bounced',
  failed: 'Failed',
  cancelled: 'Cancelled',
} as const;

export type MailState = keyof typeof mailStates;

/** States in which the receiver has not got it and will not get it. */
export const notDelivered: readonly MailState[] = ['bounced', 'failed'];

/**
 * The states that each may follow. Reports overtake each other, and may come before the mail server's own answer has been written
 * down: what is known better is not replaced by what is older.
 */
export const mayFollow: Readonly<Record<MailState, readonly MailState[]>> = {
  queued: [],
  deferred: ['queued', 'deferred', 'sent'],
  sent: ['queued', 'deferred', 'failed'],
  delivered: ['queued', 'deferred', 'sent', 'failed', 'cancelled'],
  bounced: ['queued', 'deferred', 'sent', 'delivered', 'failed', 'cancelled'],
  failed: ['queued', 'deferred'],
  cancelled: ['queued', 'deferred'],
};

/** The name of a state; of one that is not known, itself. */
export const mailStateLabel = (state: string): string => (Object.hasOwn(mailStates, state) ? mailStates[state as MailState] : state);
