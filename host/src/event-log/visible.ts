import { sql, type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool } from 'kysely';
import { resources } from 'portal-elements/permissions.js';
import type { Database } from '../database/tables.js';
import type { OperationContext } from '../http/operation.js';
import type { Owner } from '../http/ownership.js';
import { oldest } from '../database/retention.js';

type Condition = (is: ExpressionBuilder<Database, 'events'>) => Expression<SqlBool>;
/** Whoever asks what may be known. */
export type Viewer = Pick<OperationContext, 'database' | 'clientId' | 'contractIds' | 'can' | 'owners'>;

/** An operation that has begun and not ended after this time never will: its host has failed meanwhile. */
const abandoned = sql<Date>`now() - interval '5 minutes'`;

/**
 * The events that the person may know of, as a condition on the table `events`: those of the client that are shown at all and still
 * kept; and of these their own, and those of what they may view and what belongs to their contracts.
 */
export async function visibleTo(viewer: Viewer & Pick<OperationContext, 'caller' | 'settings'>): Promise<Condition> {
  const { clientId, caller, can, settings } = viewer;
  const viewable = resources.filter((resource) => can(resource, 'view'));
  const seesAll = viewable.length === resources.length && !viewer.contractIds;
  const within = await withinContracts(viewer);
  return (is) => {
    const own = is('actor_id', '=', caller?.membershipId ?? '');
    const known = is.or([is('resource', 'is', null), sql<boolean>`resource = any(${[...viewable]}::text[])`]);
    return is.and([
      is('client_id', '=', clientId),
      is('at', '>=', oldest(settings.eventLogDays)),
      is('is_visible', '=', true),
      is.or([is('is_finished', '=', true), is('at', '<', abandoned)]),
      ...(seesAll ? [] : [is.or([own, is.and([known, within])])]),
    ]);
  };
}

/** That the thing of a row (`object_type`, `object_id`, `resource`) belongs to the person's contracts, or that both it and what the row is about belong to none. */
export async function withinContracts({ database, clientId, contractIds, owners }: Omit<Viewer, 'can'>): Promise<RawBuilder<boolean>> {
  if (!contractIds) return sql<boolean>`true`;
  const scoped = Object.values(owners).filter(({ thing, isOf }) => thing && isOf);
  const types = scoped.map(({ thing }) => thing!.type);
  const about = resources.filter((resource) => scoped.some(({ thing }) => thing!.resource === resource));
  const each = await Promise.all(
    scoped.map(async (owner) => sql`(object_type = ${owner.thing!.type} and object_id in (${await idsOf(owner)}))`),
  );
  return sql<boolean>`(${sql.join([...each, sql`false`], sql` or `)} or
    (coalesce(object_type, '') <> all(${types}::text[]) and coalesce(resource, '') <> all(${[...about]}::text[])))`;

  async function idsOf({ table, isOf }: Owner): Promise<RawBuilder<unknown>> {
    return sql`select id from ${sql.table(table)} where client_id = ${clientId} and ${await isOf!(database, contractIds!)}`;
  }
}

/** Of these things, the ids of those that are there and that the person may view, by type. */
export async function viewableThings(
  { database, clientId, contractIds, owners, can }: Viewer,
  things: readonly { object_type: string | null; object_id: string | null }[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const { table, isOf, thing } of Object.values(owners)) {
    const ids = things.flatMap(({ object_type, object_id }) => (object_type === thing?.type && object_id !== null ? [object_id] : []));
    if (!thing || ids.length === 0 || !can(thing.resource, 'view')) continue;
    const within = contractIds && isOf ? await isOf(database, contractIds) : sql`true`;
    const { rows } = await sql<{ id: string }>`
      select id from ${sql.table(table)} where id = any(${ids}::text[]) and client_id = ${clientId} and ${within}`.execute(database);
    for (const { id } of rows) found.add(`${thing.type}/${id}`);
  }
  return found;
}
