import type { ColumnType, Generated } from 'kysely';

/** A mail to one of a client's people, kept as it was sent, but for links and codes that open something. */
export interface MailTable {
  id: string;
  /** Names it to mail servers: the id of its entry in the outbox. Mail to a person of several clients has a row for each of them. */
  message_id: string;
  /** The Message-ID that it brought itself, as mails of tickets do, the same to each party; null where the outbox gave it one. */
  own_id: string | null;
  client_id: string;
  at: ColumnType<Date, Date | undefined, never>;
  membership_id: string;
  /** Name and address as they were then. */
  name: string;
  address: string;
  kind: string;
  /** The resource that must be viewable to know of it. */
  resource: string;
  object_type: string | null;
  object_id: string | null;
  object_label: string | null;
  /** Null, as are `text` and `html`, until it is written. */
  subject: string | null;
  text: string | null;
  html: string | null;
  /** It held a link or a code that opens something. */
  is_redacted: Generated<boolean>;
  /** Sent again to the person who asked for it. */
  is_copy: Generated<boolean>;
  state: Generated<string>;
  state_at: ColumnType<Date, Date | undefined, Date>;
  /** The words of the mail server that made it so. */
  reason: string | null;
  /** The words of the row, each with the client before it. */
  search: string;
}

/** A file that went with a mail. */
export interface MailAttachmentTable {
  mail_id: string;
  position: number;
  name: string;
  media_type: string;
  content: Uint8Array;
}

/** A state that a mail got into. */
export interface MailStepTable {
  mail_id: string;
  number: Generated<number>;
  at: ColumnType<Date, Date | undefined, never>;
  state: string;
  reason: string | null;
  server: string | null;
  /** The id of the report that told it. */
  report: string | null;
}

/** What came in as a report and could not be used, whole. */
export interface MailReportTable {
  id: string;
  at: ColumnType<Date, Date | undefined, never>;
  /** unreadable, no-report, unknown-mail or too-large. */
  problem: string;
  detail: string;
  source: Uint8Array;
}

/** The mail log. */
export interface MailLogTables {
  mails: MailTable;
  mail_attachments: MailAttachmentTable;
  mail_steps: MailStepTable;
  mail_reports: MailReportTable;
}

declare module '../database/tables.js' {
  interface Database extends MailLogTables {}
}
