import type { Kysely, Selectable } from 'kysely';
import type { PendingProfileChangeTable } from './tables.js';
import type { Database } from '../database/tables.js';
import { etagOfState } from '../http/etag.js';
import { columns, type TextField } from './fields.js';

export type PendingChange = Selectable<PendingProfileChangeTable>;

/** A client with its profile and the changes that wait for approval. */
export interface StoredProfile {
  client: { id: string; number: string; name: string; currency: string; time_zone: string };
  kind: string;
  texts: Record<keyof typeof columns, string | null>;
  addressLines: string[];
  customFields: Record<string, string | null>;
  pending: PendingChange[];
}

/** The client's profile as it is kept. */
export async function findProfile(database: Kysely<Database>, clientId: string): Promise<StoredProfile> {
  const client = await database
    .selectFrom('clients')
    .select(['id', 'number', 'name', 'currency', 'time_zone'])
    .where('id', '=', clientId)
    .executeTakeFirstOrThrow();
  const row = await database.selectFrom('client_profiles').selectAll().where('client_id', '=', clientId).executeTakeFirst();
  const pending = await database
    .selectFrom('pending_profile_changes')
    .selectAll()
    .where('client_id', '=', clientId)
    .orderBy('requested_at')
    .orderBy('field')
    .execute();
  const texts = Object.fromEntries(Object.entries(columns).map(([field, column]) => [field, row?.[column] ?? null]));
  return {
    client,
    kind: row?.kind ?? 'company',
    texts: texts as StoredProfile['texts'],
    addressLines: row?.address_lines ?? [],
    customFields: row?.custom_fields ?? {},
    pending,
  };
}

/** The value of a field of one line. */
export function textOf({ client, kind, texts }: StoredProfile, field: TextField): string | null {
  if (field === 'timeZone') return client.time_zone;
  if (field === 'company') return kind === 'company' ? client.name : null;
  return texts[field];
}

/** The version of a profile: another one once something that can be edited has changed. */
export function profileEtag({ client, kind, texts, addressLines, customFields, pending }: StoredProfile): string {
  const waiting = pending.map(({ field, new_value }) => [field, new_value]);
  const custom = Object.entries(customFields).sort(([one], [other]) => (one < other ? -1 : 1));
  const state = [client.name, client.time_zone, kind, texts, addressLines, custom, waiting];
  return etagOfState(state);
}
