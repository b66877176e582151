import type { ColumnType, Generated, GeneratedAlways, JSONColumnType, RawBuilder } from 'kysely';
import type { components } from 'portal-elements/contract';

type TicketField = components['schemas']['TicketField'];
type TicketFact = components['schemas']['TicketFact'];
/** May be left out when a row is made. */
type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>;

/** A part of the company that answers tickets. */
export interface TicketDepartmentTable {
  id: string;
  label: string;
  position: number;
  /** The hours of its service times within which it answers. */
  answer_hours: Optional<number>;
  /** In the company's own words. */
  service_times: Optional<string>;
  /** Ids of the priorities that clients may give. */
  priorities: JSONColumnType<string[], string, string>;
  /** What it asks for in a new ticket. */
  fields: JSONColumnType<TicketField[], string | undefined, string>;
  /** `billing`: disputes of invoices go there. */
  purpose: Optional<string>;
}

export interface TicketTable {
  id: string;
  client_id: string;
  number: Generated<number>;
  subject: string;
  department_id: string;
  /** service, order, invoice or contract; kind, id and label all or none. */
  thing_kind: Optional<string>;
  thing_id: Optional<string>;
  thing_label: Optional<string>;
  /** The contract that the thing belongs to. */
  contract_id: Optional<string>;
  /** open, waiting-for-support, waiting-for-client, on-hold, resolved, closed or merged. */
  status: string;
  /** waiting, open, on-hold, closed or merged. */
  state_group: GeneratedAlways<string>;
  priority: string;
  /** Membership of who opened it; outlives the membership. */
  opened_by: Optional<string>;
  opened_by_name: string;
  created_at: ColumnType<Date, Date | undefined, Date>;
  last_activity_at: Date;
  /** The last post after the first that the client sees; all three or none. */
  last_reply_at: Optional<Date>;
  last_reply_kind: Optional<string>;
  last_reply_name: Optional<string>;
  /** The time at which it was resolved or closed. */
  closed_at: Optional<Date>;
  merged_into: Optional<string>;
  /** What the department asked for, as the contract's `TicketFact`. */
  facts: JSONColumnType<TicketFact[], string | undefined, string>;
  /** 1 to 5. */
  rating: Optional<number>;
  rating_words: Optional<string>;
  rated_by: Optional<string>;
  rated_at: Optional<Date>;
  /** Number and subject, as `searchText` makes it. */
  search_text: string;
  /** What can be found in `search_text` by an index, as `indexedWords` makes it. */
  search_words: ColumnType<string, RawBuilder<string> | undefined, RawBuilder<string>>;
}

/** Who has opened a ticket or is in copy. */
export interface TicketPartyTable {
  ticket_id: string;
  membership_id: string;
  /** opener or copy. */
  role: string;
  /** What the address for this person's answers by mail has in it, as the secret box sealed it; null before the first mail. */
  mail_token: Optional<string>;
  mail_token_hash: Optional<string>;
}

export interface TicketPostTable {
  id: string;
  ticket_id: string;
  at: Date;
  /** client, staff or system. */
  author_kind: string;
  author_name: string;
  /** Membership of the author; outlives the membership. */
  author_id: Optional<string>;
  text: string;
  /** What it quotes of former posts. */
  quoted: Optional<string>;
  /** A note of the company that clients never get. */
  hidden: boolean;
  /** closed, reopened, merged or copied, where nobody has written anything. */
  event: Optional<string>;
  /** The `Message-ID` of the mail that it came as or went out as, with which mail answers are put into their place. */
  message_id: Optional<string>;
  /** The `Message-ID` that it answers. */
  in_reply_to: Optional<string>;
  /** The ticket it was written in, where that was merged into this one. */
  origin_id: Optional<string>;
  /** Names of files that came with its mail and were not taken. */
  left_out: JSONColumnType<string[], string | undefined, string>;
}

/** A mail that has come, as it was sent. */
export interface TicketMailTable {
  id: string;
  /** Null where it has none, or one that another mail had before. */
  message_id: string | null;
  /** The same for the same mail. */
  digest: string;
  received_at: Generated<Date>;
  sender: string | null;
  subject: string;
  ticket_id: string | null;
  /** The post that has been made of it. */
  post_id: string | null;
  /** Why it was set aside; null where it was not. */
  reason: string | null;
  source: Uint8Array;
}

/** What a ticket is found by, as `rememberWords` makes it: nothing that is hidden from clients. */
export interface TicketDocumentTable {
  ticket_id: string;
  words: ColumnType<string, RawBuilder<string>, RawBuilder<string>>;
}

/** Something that waits for the digest of a person. */
export interface TicketDigestTable {
  id: GeneratedAlways<number>;
  membership_id: string;
  ticket_id: string;
  /** new, reply or close. */
  about: string;
  by_name: string;
  at: ColumnType<Date, Date | undefined, never>;
}

export interface TicketTables {
  ticket_departments: TicketDepartmentTable;
  tickets: TicketTable;
  ticket_parties: TicketPartyTable;
  ticket_posts: TicketPostTable;
  ticket_mails: TicketMailTable;
  ticket_documents: TicketDocumentTable;
  ticket_digests: TicketDigestTable;
}

declare module '../database/tables.js' {
  interface Database extends TicketTables {}
}
