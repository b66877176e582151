import type { ColumnType, Generated } from 'kysely';

/** What was done, by whom and to what. Never holds what was typed. */
export interface EventTable {
  client_id: string;
  at: ColumnType<Date, Date | undefined, never>;
  id: string;
  /** The `operationId`, or a kind of `kinds.ts` or of the company's own. */
  kind: string;
  category: string;
  /** person, staff or system. */
  actor_kind: string;
  /** The membership of a person; null for others. */
  actor_id: string | null;
  actor_name: string;
  /** The resource that must be viewable to know of it; null where the event log itself is enough. */
  resource: string | null;
  object_type: string | null;
  object_id: string | null;
  /** Number or name of the thing as it was then. */
  object_label: string | null;
  address: string | null;
  device: string | null;
  /** The company's words for a kind of its own. */
  label: string | null;
  /** Whether the client gets to see it. */
  is_visible: Generated<boolean>;
  /** False from before an operation runs until it has succeeded; of one that failed the row is deleted. */
  is_finished: Generated<boolean>;
  /** The words of the row, each with the client before it. */
  search: string;
}

/** The event log. */
export interface EventTables {
  events: EventTable;
}

declare module '../database/tables.js' {
  interface Database extends EventTables {}
}
