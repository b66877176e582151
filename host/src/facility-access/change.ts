import { randomUUID } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { components } from 'portal-elements/contract';
import { selectContacts } from '../contacts/contact.js';
import type { Database } from '../database/tables.js';
import { etagOf, requireMatch } from '../http/etag.js';
import type { OperationContext } from '../http/operation.js';
import { notFound, Problem } from '../http/problem.js';
import { companyToday } from '../company.js';
import { recordAccessChange } from './audit.js';
import { accessPermissions, describeAccess, accessesOf, openStatuses, type Access, type AccessRow } from './accesses.js';
import { liesIn, readPlaces, type Fault, type PlaceIds, type Places } from './places.js';

type NewAccess = components['schemas']['NewAccessGrant'];
type Change = components['schemas']['AccessGrantChange'];

/** The place, rights and dates of an access, as they are kept. */
interface Terms extends PlaceIds {
  level: string;
  permissions: string[];
  valid_from: string;
  valid_to: string | null;
}

/** Grants a person access; the company has to confirm it. */
export async function grantAccess(context: OperationContext, given: NewAccess): Promise<Access> {
  const { database, clientId } = context;
  const terms: Terms = {
    facility_id: given.facilityId,
    cage_id: given.cageId ?? null,
    rack_id: given.rackId ?? null,
    level: given.level,
    permissions: given.permissions ?? [],
    valid_from: given.validFrom,
    valid_to: given.validTo ?? null,
  };
  const person = await selectContacts(database, clientId)
    .where('contact.id', '=', given.personId)
    .where('contact.stored_status', '!=', 'inactive')
    .executeTakeFirst();
  const places = await readPlaces(database, clientId);
  const faults = faultsOf(terms, places);
  if (!person) faults.unshift({ pointer: '/personId', code: 'unknown', detail: 'There is no such contact.' });
  if (faults.length > 0) throw invalid(faults);
  return await database.transaction().execute(async (transaction) => {
    const within = { ...context, database: transaction };
    // One access of a client after the other, so that none is made twice at once.
    await transaction.selectFrom('clients').select('id').where('id', '=', clientId).forUpdate().execute();
    const [cage, rack] = [terms.cage_id, terms.rack_id];
    const same = await accessesOf(within)
      .where('membership_id', '=', given.personId)
      .where('facility_id', '=', terms.facility_id)
      .where('cage_id', cage ? '=' : 'is', cage)
      .where('rack_id', rack ? '=' : 'is', rack)
      .where('status', 'in', openStatuses)
      .select('id')
      .executeTakeFirst();
    if (same) throw new Problem(409, 'The person has access there already', { type: 'already-granted' });
    const id = `agr_${randomUUID()}`;
    await transaction
      .insertInto('access_grants')
      .values({
        ...terms,
        permissions: JSON.stringify(terms.permissions),
        id,
        client_id: clientId,
        membership_id: given.personId,
        person_name: person!.name,
        state: 'requested',
      })
      .execute();
    await recordAccessChange(transaction, context, { subject: id, action: 'granted', after: { ...terms, person: person!.name } });
    return describeAccess(await findAccess(within, id), places);
  });
}

/** Changes an access that is not over. What widens it has to be confirmed by the company again. */
export async function changeAccess(context: OperationContext, id: string, ifMatch: string | undefined, change: Change): Promise<Access> {
  const places = await readPlaces(context.database, context.clientId);
  return await context.database.transaction().execute(async (transaction) => {
    const within = { ...context, database: transaction };
    const row = await lockAccess(within, id);
    requireMatch(ifMatch, etagOf(row), 'This access has been changed meanwhile');
    if (!openStatuses.includes(row.status)) throw new Problem(409, 'This access is over', { type: 'not-changeable' });
    const before = termsOf(row);
    const after = changed(before, change);
    const faults = faultsOf(after, places, before);
    if (faults.length > 0) throw invalid(faults);
    const state = widens(before, after) && row.state === 'active' ? 'requested' : row.state;
    await transaction
      .updateTable('access_grants')
      .set({ ...after, permissions: JSON.stringify(after.permissions), state, version: row.version + 1 })
      .where('id', '=', id)
      .execute();
    await recordAccessChange(transaction, context, { subject: id, action: 'changed', before, after });
    return describeAccess(await findAccess(within, id), places);
  });
}

/** Ends an access at once, and with it a badge that is out. */
export async function revokeAccess(context: OperationContext, id: string): Promise<Access> {
  const places = await readPlaces(context.database, context.clientId);
  return await context.database.transaction().execute(async (transaction) => {
    const within = { ...context, database: transaction };
    const { state } = await lockAccess(within, id);
    if (state !== 'revoked') {
      await transaction
        .updateTable('access_grants')
        .set(({ eb }) => ({
          state: 'revoked',
          status_reason: null,
          badge_status: sql<
            string | null
          >`case when badge_status = 'returned' then badge_status when badge_number is not null then 'blocked' end`,
          version: eb('version', '+', 1),
        }))
        .where('id', '=', id)
        .execute();
      await recordAccessChange(transaction, context, { subject: id, action: 'revoked', before: { state } });
    }
    return describeAccess(await findAccess(within, id), places);
  });
}

/** One access of the client. */
export async function findAccess(context: Pick<OperationContext, 'database' | 'clientId'>, id: string): Promise<AccessRow> {
  const row = await accessesOf(context).where('id', '=', id).selectAll().executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

async function lockAccess(context: { database: Kysely<Database>; clientId: string }, id: string): Promise<AccessRow> {
  await context.database.selectFrom('access_grants').select('id').where('id', '=', id).forUpdate().execute();
  return await findAccess(context, id);
}

const termsOf = ({ facility_id, cage_id, rack_id, level, permissions, valid_from, valid_to }: AccessRow): Terms => ({
  facility_id,
  cage_id,
  rack_id,
  level,
  permissions,
  valid_from,
  valid_to,
});

function changed(before: Terms, { facilityId, cageId, rackId, level, permissions, validFrom, validTo }: Change): Terms {
  const movesPlace = facilityId !== undefined || cageId !== undefined || rackId !== undefined;
  return {
    facility_id: facilityId ?? before.facility_id,
    cage_id: movesPlace ? (cageId ?? null) : before.cage_id,
    rack_id: movesPlace ? (rackId ?? null) : before.rack_id,
    level: level ?? before.level,
    permissions: permissions ?? before.permissions,
    valid_from: validFrom ?? before.valid_from,
    valid_to: validTo === undefined ? before.valid_to : validTo,
  };
}

function faultsOf(terms: Terms, places: Places, before?: Terms): Fault[] {
  const { permissions, valid_from: from, valid_to: to } = terms;
  const faults = places.faultsOf(terms);
  permissions.forEach((id, index) => {
    if (!accessPermissions.some((each) => each.id === id))
      faults.push({ pointer: `/permissions/${index}`, code: 'unknown', detail: 'There is no such permission.' });
  });
  if (to && to < from) faults.push({ pointer: '/validTo', code: 'before-start', detail: 'The last day is before the first.' });
  else if (to && to < companyToday() && to !== before?.valid_to)
    faults.push({ pointer: '/validTo', code: 'over', detail: 'The last day is over already.' });
  return faults;
}

/** Tells whether more is allowed than before. */
function widens(before: Terms, after: Terms): boolean {
  const end = ({ valid_to }: Terms) => valid_to ?? '9999-12-31';
  return (
    !liesIn(after, before) ||
    (after.level === 'unescorted' && before.level !== 'unescorted') ||
    after.permissions.some((id) => !before.permissions.includes(id)) ||
    end(after) > end(before) ||
    after.valid_from < before.valid_from
  );
}

const invalid = (errors: Fault[]) => new Problem(422, 'Some fields need another look', { errors });
