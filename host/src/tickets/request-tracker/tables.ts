import type { ColumnType, Generated } from 'kysely';

type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>;

/** How much is known of a client's tickets. */
export interface TrackedClientTable {
  client_id: string;
  /** The last change that was read, in Request Tracker's words. */
  read_to: string;
  /** When all was known that there was. */
  read_at: Date;
}

/** A ticket of the host that is a copy of one in Request Tracker. */
export interface TrackedTicketTable {
  ticket_id: string;
  client_id: string;
  /** Null while it waits to be opened there. */
  number: Optional<number>;
  /** The last change that the copy has; null where it may lack one. */
  version: Optional<string>;
  read_at: Optional<Date>;
}

/** What was written in the portal, and has been or will be sent to Request Tracker. */
export interface TrackedMessageTable {
  post_id: string;
  ticket_id: string;
  /** By which it is known again there. */
  reference: string;
  /** The transaction that it has become; null until then. */
  transaction_id: Optional<number>;
  queued_at: Generated<Date>;
  attempts: Generated<number>;
  /** It may have arrived though nobody has said so. */
  in_doubt: Generated<boolean>;
  /** When it is sent, or sent again; null once it has arrived or was given up. */
  due_at: Optional<Date>;
}

declare module '../../database/tables.js' {
  interface Database {
    tracked_clients: TrackedClientTable;
    tracked_tickets: TrackedTicketTable;
    tracked_messages: TrackedMessageTable;
  }
}
