import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { CodePurpose } from '../session/account/mailed-codes.js';
import type { Database } from '../database/tables.js';
import { recordQueued } from '../mail-log/record.js';
import type { NotificationEvent } from '../notifications/notification-event.js';
import type { LetterName, LetterValues } from './template.js';

/** A letter to send. Its code, if any, is made when it is sent, so that only the mail ever holds it. */
export interface QueuedLetter {
  kind: 'letter';
  letter: LetterName;
  to: string;
  language: string;
  values: LetterValues;
  /** A page of the portal's website, such as `/sign-in`, or another address. */
  link?: string;
  code?: { purpose: CodePurpose; personId: string; membershipId?: string };
  /** Whom it is for, where no code says so: a contact, or a person as a contact of each client. Without either it is in no client's mail log. */
  receiver?: { membershipId: string } | { personId: string };
  /** The Message-ID of the mail that it answers by itself. */
  answers?: string | null;
}

/** A guest's request, looked at after it has been answered, so that the answer tells nothing. */
export type QueuedRequest =
  | { kind: 'account-request'; contractNumber: string; email: string; language?: string }
  | { kind: 'password-reset'; email: string; language?: string };

/** Tells the company's own people of something a client has done, at the address set for them; without one nobody is told. */
export interface QueuedNote {
  kind: 'note';
  subject: string;
  paragraphs: readonly string[];
}

/** Something to tell people of; who they are is looked at when it is taken out. */
export interface QueuedOccasion {
  kind: 'occasion';
  occasion: NotificationEvent;
}

/** The mail to one contact on an occasion, written when it is sent. */
export interface QueuedNotice {
  kind: 'notice';
  occasion: NotificationEvent;
  membershipId: string;
}

/** The statement of account of a month, such as 2026-10, to one contact; written when it is sent. */
export interface QueuedStatement {
  kind: 'statement';
  month: string;
  membershipId: string;
}

/** A mail of the mail log again, to the contact who asked for it. */
export interface QueuedCopy {
  kind: 'copy';
  mailId: string;
  membershipId: string;
}

/** A post of a ticket to one person, written when it is sent. */
export interface QueuedTicketPost {
  kind: 'ticket-post';
  postId: string;
  membershipId: string;
}

/** That a ticket was opened or closed, to one person; written when it is sent. */
export interface QueuedTicketNotice {
  kind: 'ticket-notice';
  about: 'new' | 'close';
  ticketId: string;
  /** The name of who did it. */
  by: string;
  membershipId: string;
}

/** What waits for the digest of a person. */
export interface QueuedTicketDigest {
  kind: 'ticket-digest';
  membershipId: string;
}

/** Tells the company's own people of a mail to tickets that was set aside. */
export interface QueuedSetAsideMail {
  kind: 'set-aside-mail';
  mailId: string;
}

export type Queued =
  | QueuedLetter
  | QueuedRequest
  | QueuedNote
  | QueuedOccasion
  | QueuedNotice
  | QueuedStatement
  | QueuedCopy
  | QueuedTicketPost
  | QueuedTicketNotice
  | QueuedTicketDigest
  | QueuedSetAsideMail;

/** Puts something into the outbox, and what will be mail to a client's people into the mail log, within the transaction that gives rise to it. */
export async function queue(database: Kysely<Database>, content: Queued): Promise<void> {
  const id = randomUUID();
  await database
    .insertInto('outbox')
    .values({ id, content: JSON.stringify(content) })
    .execute();
  await recordQueued(database, id, content);
}

/** The content that `queue` has put in. */
export const readQueued = (content: unknown): Queued => content as Queued;
