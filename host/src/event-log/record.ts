import { randomUUID } from 'node:crypto';
import type { Kysely, Insertable } from 'kysely';
import type { Database } from '../database/tables.js';
import { searchWords, vectorOf } from '../http/search-words.js';
import { kinds } from './kinds.js';
import type { EventTable } from './tables.js';

/** A thing that something is done to, as its owner names it. */
export interface EventObject {
  type: string;
  id: string;
  label: string;
}

/** What is to be written down. */
export interface NewEvent {
  clientId: string;
  kind: string;
  /** Needed of a kind that `kinds.ts` does not have, as is `label`. */
  category?: string;
  label?: string;
  actor: { kind: 'person' | 'staff' | 'system'; id?: string | null; name: string };
  resource?: string | null;
  object?: EventObject | undefined;
  address?: string | null;
  device?: string | null;
  at?: Date;
  /** Whether the client gets to see it; true unless it is said. */
  isVisible?: boolean;
  /** False while it is not certain that it will succeed. */
  isFinished?: boolean;
}

/** The row of an event. */
export function rowOf(event: NewEvent): Omit<Insertable<EventTable>, 'search'> & { words: string[] } {
  const { clientId, kind, actor, object, address = null, device = null, resource = null, at } = event;
  const known = kinds[kind];
  const label = event.label ?? (known ? null : kind);
  return {
    client_id: clientId,
    id: `evt_${randomUUID()}`,
    ...(at && { at }),
    kind,
    category: event.category ?? known?.category ?? 'other',
    actor_kind: actor.kind,
    actor_id: actor.id ?? null,
    actor_name: actor.name,
    resource,
    object_type: object?.type ?? null,
    object_id: object?.id ?? null,
    object_label: object?.label ?? null,
    address,
    device,
    label,
    is_visible: event.isVisible ?? true,
    is_finished: event.isFinished ?? true,
    words: searchWords(clientId, [actor.name, object?.label, label ?? known?.label, address, device]),
  };
}

/** Writes an event down; inside a transaction, with what that changes. Resolves with its id. */
export async function recordEvent(database: Kysely<Database>, event: NewEvent): Promise<string> {
  const { words, ...row } = rowOf(event);
  await database
    .insertInto('events')
    .values({ ...row, search: vectorOf(words) })
    .execute();
  return row.id;
}
