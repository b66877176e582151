import { sql, type Kysely } from 'kysely';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Database } from '../database/tables.js';
import type { ContractOperation } from '../http/contract.js';
import type { OperationContext } from '../http/operation.js';
import type { Owners } from '../http/ownership.js';
import { vectorOf } from '../http/search-words.js';
import { deviceOf } from '../session/device.js';
import type { Caller } from '../session/sessions.js';
import { kindOf, type EventKind } from './kinds.js';
import { recordEvent, rowOf, type EventObject, type NewEvent } from './record.js';

/** What a handler can say of the event that its operation becomes. Most need to say nothing. */
export class EventNote {
  /** False where nothing has been changed, as by a trial run. */
  isChange = true;
  /** Whose event it is where the request does not tell, as of a guest who has signed in. */
  caller: Caller | undefined;
  /** Another kind than the operation's. */
  kind: string | undefined;
  /** The thing, where neither the path nor the id of the answer names it. */
  object: { parameter: string; id: string } | undefined;
}

/** An operation that is about to run. */
export interface Logged {
  operation: ContractOperation;
  context: OperationContext;
  owners: Owners;
  request: FastifyRequest;
  reply: FastifyReply;
}

/**
 * Runs an operation and writes down what it changed: here, for every operation of the contract that is not GET. The event is written
 * before, unseen, and finished once the operation has succeeded. A host that fails in between leaves it unfinished, which the log
 * tells after some minutes: a change is never without its event. Of what fails, and of a repetition that is answered from memory, none remains.
 */
export async function logged(call: Logged, run: () => Promise<unknown>): Promise<unknown> {
  const kind = kindOf(call.operation);
  if (!kind) return await run();
  const { context, request } = call;
  const { caller, database, event: note } = context;
  const before = caller && !kind.isKnownAfterwards ? await describe(call, kind, caller) : undefined;
  const id = before && (await recordEvent(database, { ...before, isFinished: false }));
  const quietly = (act: Promise<unknown>) =>
    act.catch((error: unknown) => request.log.error({ err: error }, 'An event could not be finished, and its outcome is told as unknown'));
  let result: unknown;
  try {
    result = await run();
  } catch (error) {
    if (id !== undefined) await quietly(forget(database, id));
    throw error;
  }
  const isChange = note.isChange && !call.reply.hasHeader('idempotent-replayed');
  if (before && id !== undefined) await quietly(isChange ? finish(call, kind, before, id, result) : forget(database, id));
  else if (isChange && note.caller) await recordEvent(database, await describe(call, kind, note.caller));
  return result;
}

async function describe({ operation, context, owners, request }: Logged, kind: EventKind, caller: Caller): Promise<NewEvent> {
  const { resource } = operation.permission;
  const path = request.params as Record<string, string>;
  const parameter = operation.pathParameters.find((name) => owners[name]?.thing);
  return {
    clientId: caller.client.id,
    kind: operation.id,
    category: kind.category,
    label: kind.label,
    actor: { kind: 'person', id: caller.membershipId, name: caller.person.name },
    resource: kind.resource ?? (resource === 'guest' || resource === 'session' || kind.category === 'account' ? null : resource),
    object: parameter === undefined ? undefined : await objectOf(context.database, owners, parameter, path[parameter]!),
    address: request.ip,
    device: deviceOf(request.headers['user-agent']),
  };
}

/** The thing with its number or name as it is now; undefined where it is not there. */
async function objectOf(database: Kysely<Database>, owners: Owners, parameter: string, id: string): Promise<EventObject | undefined> {
  const { table, thing } = owners[parameter] ?? {};
  if (!table || !thing) return undefined;
  const { rows } = await sql<{ label: string | null }>`select ${thing.label} as label from ${sql.table(table)} where id = ${id}`.execute(
    database,
  );
  return rows[0] && { type: thing.type, id, label: rows[0].label ?? '' };
}

async function finish({ context, owners }: Logged, kind: EventKind, before: NewEvent, id: string, result: unknown): Promise<void> {
  const { database, event: note } = context;
  const made = kind.creates === undefined ? undefined : { parameter: kind.creates, id: (result as { id?: unknown } | undefined)?.id };
  const named = note.object ?? made;
  const object = named && typeof named.id === 'string' ? await objectOf(database, owners, named.parameter, named.id) : undefined;
  let row = {};
  if (object || note.kind !== undefined) {
    const { words, ...values } = rowOf({ ...before, ...(note.kind !== undefined && { kind: note.kind }), object: object ?? before.object });
    const { kind: name, object_type, object_id, object_label, label } = values;
    row = { kind: name, object_type, object_id, object_label, label, search: vectorOf(words) };
  }
  await database
    .updateTable('events')
    .set({ ...row, is_finished: true })
    .where('id', '=', id)
    .execute();
}

const forget = (database: Kysely<Database>, id: string) => database.deleteFrom('events').where('id', '=', id).execute();
