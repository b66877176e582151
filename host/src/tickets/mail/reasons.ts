/** Why a mail has been set aside, in words for the company's people. */
export const reasons = {
  unreadable: 'It cannot be read.',
  bounce: 'A mail server says in it that a mail could not be delivered.',
  automatic: 'A program has sent it, not a person.',
  own: 'The portal itself has sent it.',
  'too-many': 'More mails have come from its sender than a person writes.',
  'same-id': 'Another mail with the same Message-ID has come before.',
  'no-ticket': 'It does not say in its address, nor in what it answers, which ticket it is about.',
  'unknown-sender': 'It is not from the person to whom the portal has written about this ticket.',
  'not-permitted': 'Its sender may not answer this ticket.',
  closed: 'The ticket has been closed for too long to be opened again; its sender has been told.',
  empty: 'There is neither a text in it nor a file that is taken.',
  'too-long': 'Its text is longer than a person writes.',
} as const;

export type Reason = keyof typeof reasons;

/** Those of which nobody has to be told: there are many of them, and an answer to one could give rise to the next. */
const quiet: readonly Reason[] = ['bounce', 'automatic', 'own', 'too-many'];

export const needsSomebody = (reason: Reason): boolean => !quiet.includes(reason);
