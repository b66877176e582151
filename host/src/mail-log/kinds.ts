import type { Resource } from 'portal-elements/permissions.js';
import type { LetterName } from '../mail/template.js';
import type { Queued } from '../mail/queue.js';

/** A kind of mail. */
interface MailKind {
  /** For files, and for whoever has no words of their own for it. */
  label: string;
  /** The resource that must be viewable to know of it. */
  resource: Resource;
}

/** Mail about a person's own account, which the person may know of without any other right. */
export const accountKind = 'account';

/** Mail to the parties of a ticket, each of whom may know of their own with the right to tickets. */
export const ticketKind = 'ticket';

/** Kinds by id; those that can be switched off have the ids of their categories in the settings. */
export const mailKinds = {
  invoice: { label: 'New invoices', resource: 'billing.invoices' },
  receipt: { label: 'Payment receipts', resource: 'billing.invoices' },
  overdue: { label: 'Overdue notices', resource: 'billing.invoices' },
  statement: { label: 'Monthly statement of account', resource: 'reports.ledger' },
  account: { label: 'Account and access', resource: 'profile.contacts' },
  // Who gets one may know of it with `support.tickets`, see `visible.ts`; others with the right to see others' tickets.
  ticket: { label: 'Tickets', resource: 'support.others-tickets' },
} as const satisfies Record<string, MailKind>;

export type MailKindId = keyof typeof mailKinds;

/** The kind of each letter; null for what goes to the company's own people and is in no client's log. */
const letterKinds: Readonly<Record<LetterName, MailKindId | null>> = {
  account: 'account',
  'account-exists': 'account',
  'password-reset': 'account',
  'password-elsewhere': 'account',
  invitation: 'account',
  'invitation-sign-in': 'account',
  'password-changed': 'account',
  'second-factor-off': 'account',
  'email-changed': 'account',
  review: null,
  invoice: 'invoice',
  'credit-note': 'invoice',
  receipt: 'receipt',
  overdue: 'overdue',
  'overdue-again': 'overdue',
  statement: 'statement',
  'ticket-post': 'ticket',
  'ticket-new': 'ticket',
  'ticket-over': 'ticket',
  'ticket-digest': 'ticket',
  'ticket-closed': 'ticket',
};

/** The kind of mail that an entry of the outbox becomes; null where it becomes none to a client's people. */
export function kindOfQueued(content: Queued): MailKindId | null {
  if (content.kind === 'letter') return letterKinds[content.letter];
  if (content.kind === 'notice') return content.occasion.about;
  if (['ticket-post', 'ticket-notice', 'ticket-digest'].includes(content.kind)) return ticketKind;
  return content.kind === 'statement' ? 'statement' : null;
}

/** The name of a kind; of one that is not known, itself. */
export const mailKindLabel = (kind: string): string => (Object.hasOwn(mailKinds, kind) ? mailKinds[kind as MailKindId].label : kind);
