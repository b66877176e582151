import { sql, type Kysely } from 'kysely';
import type { components } from 'portal-elements/contract';
import type { Database } from '../database/tables.js';
import type { Operation, OperationContext } from '../http/operation.js';
import { notFound } from '../http/problem.js';
import { callColumns, toCall, toLeg, type CallRow, type Hidden } from './call.js';
import { inOrder, legColumns } from './merge-legs.js';

type Call = components['schemas']['Call'];

/** One call with its legs. */
export const getCall: Operation<'getCall'> = async (context, { path }) => {
  const { database } = context;
  const row = await requireCall(database, path);
  const [call] = await withExtras(database, [row], hiddenFrom(context));
  const legs = await database.selectFrom('call_legs').select(legColumns).where('call_id', '=', row.id).execute();
  return { ...call, legs: legs.length > 1 ? legs.sort(inOrder).map(toLeg) : [] };
};

/** The call of the path; it must be of the path's contract too. */
export async function requireCall(database: Kysely<Database>, path: { contractId: string; callId: string }): Promise<CallRow> {
  const { contractId, callId } = path;
  const calls = database.selectFrom('calls').select(callColumns).where('contract_id', '=', contractId).where('id', '=', callId);
  const row = await calls.executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

/** The fields that are kept from the person. */
export const hiddenFrom = (context: OperationContext): Hidden => ({
  cost: context.hides('calls.cost'),
  recording: context.hides('calls.recording'),
});

/** Calls as the contract has them, with what other tables know of them, asked for once for all. */
export async function withExtras(database: Kysely<Database>, rows: readonly CallRow[], hidden: Hidden): Promise<Call[]> {
  const ids = rows.map(({ id }) => id);
  const { rows: extras } = await sql<{ id: string; legs: number; recorded: boolean }>`
    select call.id, (select count(*) from call_legs where call_id = call.id) as legs,
      exists (select from call_recordings where call_id = call.id) as recorded
    from unnest(${ids}::text[]) as call (id)`.execute(database);
  const byId = new Map(extras.map((extra) => [extra.id, extra]));
  return rows.map((row) => {
    const { legs = 1, recorded = false } = byId.get(row.id) ?? {};
    return { ...toCall(row, hidden), legCount: Math.max(1, legs), ...(hidden.recording ? {} : { recording: { available: recorded } }) };
  });
}
