import { sql, type Kysely } from 'kysely';
import { mergeLegs, inOrder, legColumns, type CallLeg } from '../calls/merge-legs.js';
import { insertRows } from '../database/insert-rows.js';
import type { CallTable } from '../calls/tables.js';
import type { Database } from '../database/tables.js';
import type { CallRecord } from './call-records.js';

const unrated = { destination: null, cost: null, currency: null, rating: 'pending', final: false };

type Owner = Pick<CallTable, 'client_id' | 'contract_id'>;

/** A call: where it is in the database already (as several, of which the first will stay), its new legs, and what ties them. */
interface Gathered {
  calls: Set<string>;
  legs: CallLeg[];
  links: Set<string>;
}

/**
 * Stores records of a contract, the legs of one call under that call, also where some of them came before; what is there already stays.
 * Returns how many records were new.
 */
export async function storeCalls(database: Kysely<Database>, owner: Owner, records: readonly CallRecord[]): Promise<number> {
  if (records.length === 0) return 0;
  return await database.transaction().execute(async (transaction) => {
    // Two imports at once could each make a call of its own of two legs of the same.
    await sql`select pg_advisory_xact_lock(hashtext(${owner.contract_id}))`.execute(transaction);
    const fresh = await withoutKnown(transaction, records);
    const gathered = await gather(transaction, owner.contract_id, fresh);
    const known = gathered.filter(({ calls }) => calls.size > 0);
    const unknown = gathered.filter(({ calls }) => calls.size === 0);
    await insertNew(transaction, owner, unknown);
    await unfold(transaction, known);
    await unite(transaction, known);
    await insertLegs(transaction, [...known, ...unknown.filter(({ legs }) => legs.length > 1)]);
    await insertLinks(transaction, owner, gathered);
    await fold(transaction, known);
    return fresh.length;
  });
}

async function withoutKnown(database: Kysely<Database>, records: readonly CallRecord[]): Promise<CallRecord[]> {
  const byId = new Map(records.map((record) => [record.leg.id, record]));
  const ids = [...byId.keys()];
  const known = await sql<{ id: string }>`
    select id from call_legs where id = any(${ids}::text[]) union all select id from calls where id = any(${ids}::text[])
  `.execute(database);
  for (const { id } of known.rows) byId.delete(id);
  return [...byId.values()];
}

/** The records by the calls they belong to. */
async function gather(database: Kysely<Database>, contractId: string, records: readonly CallRecord[]): Promise<Gathered[]> {
  const links = records.flatMap((record) => record.links);
  const known = await database
    .selectFrom('call_links')
    .select(['link', 'call_id'])
    .where('contract_id', '=', contractId)
    .where(sql<boolean>`link = any(${links}::text[])`)
    .execute();
  const byCall = new Map<string, Gathered>();
  const byLink = new Map<string, Gathered>();
  for (const { link, call_id } of known) {
    const call = byCall.get(call_id) ?? { calls: new Set([call_id]), legs: [], links: new Set() };
    byCall.set(call_id, call);
    byLink.set(link, call);
  }
  const found = new Set<Gathered>();
  for (const record of records) {
    const [call = { calls: new Set<string>(), legs: [], links: new Set<string>() }, ...others] = new Set(
      record.links.map((link) => byLink.get(link)).filter((each) => each !== undefined),
    );
    // A record may show that what looked like several calls is one.
    for (const other of others) {
      for (const id of other.calls) call.calls.add(id);
      call.legs.push(...other.legs);
      for (const [link, each] of byLink) if (each === other) byLink.set(link, call);
      for (const link of other.links) call.links.add(link);
      found.delete(other);
    }
    call.legs.push(record.leg);
    for (const link of record.links) {
      byLink.set(link, call);
      call.links.add(link);
    }
    found.add(call);
  }
  return [...found];
}

async function insertNew(database: Kysely<Database>, owner: Owner, gathered: readonly Gathered[]): Promise<void> {
  const calls: CallTable[] = [];
  for (const call of gathered) {
    const id = call.legs.toSorted(inOrder)[0]!.id;
    const folded = mergeLegs(call.legs);
    const { sequence } = call.legs[0]!;
    calls.push({ id, ...owner, ...folded, ...unrated, billed_seconds: folded.billable_seconds, sequence });
    call.calls.add(id);
  }
  await insertRows(database, 'calls', calls);
}

async function insertLegs(database: Kysely<Database>, gathered: readonly Gathered[]): Promise<void> {
  const legs = gathered.flatMap((call) => call.legs.map((leg) => ({ ...leg, call_id: idOf(call) })));
  await insertRows(database, 'call_legs', legs);
}

async function insertLinks(database: Kysely<Database>, { contract_id }: Owner, gathered: readonly Gathered[]): Promise<void> {
  const links = gathered.flatMap((call) => [...call.links].map((link) => ({ contract_id, link, call_id: idOf(call) })));
  await insertRows(database, 'call_links', links);
}

/** Calls that have been their own only leg get that leg beside them, as they are to have several. */
async function unfold(database: Kysely<Database>, gathered: readonly Gathered[]): Promise<void> {
  const ids = gathered.flatMap(({ calls }) => [...calls]);
  if (ids.length === 0) return;
  await sql`
    insert into call_legs (call_id, ${sql.join(legColumns.map((column) => sql.ref(column)))})
    select id, ${sql.join(legColumns.map((column) => (column === 'ended_at' ? sql`coalesce(ended_at, started_at)` : sql.ref(column))))}
    from calls where id = any(${ids}::text[]) and not exists (select from call_legs where call_id = calls.id)`.execute(database);
}

/** Makes calls that are there follow their new legs. What a call costs stays as it was rated; what is still to be rated follows, too. */
async function fold(database: Kysely<Database>, gathered: readonly Gathered[]): Promise<void> {
  for (const call of gathered) {
    const legs = await database.selectFrom('call_legs').select(legColumns).where('call_id', '=', idOf(call)).execute();
    const folded = mergeLegs(legs);
    await database
      .updateTable('calls')
      .set({ ...folded, billed_seconds: sql`case when rating = 'pending' then ${folded.billable_seconds} else billed_seconds end` })
      .where('id', '=', idOf(call))
      .execute();
  }
}

/** Leaves one of several calls that turned out to be the same, with the legs of all. */
async function unite(database: Kysely<Database>, gathered: readonly Gathered[]): Promise<void> {
  for (const { calls } of gathered) {
    const [id, ...others] = [...calls] as [string, ...string[]];
    if (others.length === 0) continue;
    await database.updateTable('call_legs').set({ call_id: id }).where('call_id', 'in', others).execute();
    await database.updateTable('call_links').set({ call_id: id }).where('call_id', 'in', others).execute();
    await database.deleteFrom('calls').where('id', 'in', others).execute();
  }
}

const idOf = ({ calls }: Gathered): string => [...calls][0]!;
