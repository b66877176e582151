import { sql, type Kysely } from 'kysely';
import { insertRows } from '../src/database/insert-rows.js';
import type { CallLegTable, CallTable } from '../src/calls/tables.js';
import type { Database } from '../src/database/tables.js';

/** Telephones that ring beside the one that answers. */
const group = ['300', '317', '318'];

/** The newest incoming calls of the demo rang on several telephones at once; the one that answered was the last to be tried. */
export async function demoCallLegs(database: Kysely<Database>): Promise<void> {
  const calls = await database
    .selectFrom('calls')
    .selectAll()
    .where('contract_id', '=', 'con_acme_voip')
    .where('direction', '=', 'in')
    .where('result', 'in', ['answered', 'no-answer', 'voicemail'])
    .orderBy('started_at', 'desc')
    .limit(120)
    .execute();
  const legs = calls.filter((_, index) => index % 3 === 0).flatMap((call, index) => legsOf(call, 1 + (index % group.length)));
  await insertRows(database, 'call_legs', legs);
  await sql`vacuum analyze call_legs`.execute(database);
}

function legsOf(call: CallTable, others: number): CallLegTable[] {
  const ended = call.answered_at ?? call.ended_at!;
  const leg = {
    call_id: call.id, direction: call.direction, from_number: call.from_number, from_name: call.from_name, from_extension: call.from_extension,
    to_number: call.to_number, dialled: call.dialled, started_at: call.started_at,
  }; // prettier-ignore
  const ringing = group.slice(0, others).map((extension, index) => ({
    ...leg, id: `${call.id}_${index + 1}`, sequence: index, to_name: null, to_extension: extension, answered_at: null, ended_at: ended,
    duration_seconds: call.ring_seconds, billable_seconds: 0, result: index === 1 ? 'busy' : call.answered_at ? 'cancelled' : 'no-answer',
  })); // prettier-ignore
  const own = {
    ...leg, id: `${call.id}_0`, sequence: others, to_name: call.to_name, to_extension: call.to_extension, answered_at: call.answered_at,
    ended_at: call.ended_at!, duration_seconds: call.duration_seconds, billable_seconds: call.billable_seconds, result: call.result,
  }; // prettier-ignore
  return [...ringing, own];
}
