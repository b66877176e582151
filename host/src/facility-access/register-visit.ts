import { randomInt, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { components } from 'portal-elements/contract';
import { ZonedTimes } from '../import/zoned-time.js';
import type { OperationContext } from '../http/operation.js';
import { Problem } from '../http/problem.js';
import { searchText } from '../http/search.js';
import { recordAccessChange } from './audit.js';
import { readPlaces, type Fault } from './places.js';
import { describeVisit, visitsOf, type Visit } from './visits.js';

type NewVisit = components['schemas']['NewVisit'];

export const maxVisitors = 10;
export const maxVisitHours = 24;
const hour = 3_600_000;

/** Registers a visit; whoever shows the code of its pass is let in to the people it names. */
export async function registerVisit(context: OperationContext, given: NewVisit): Promise<Visit> {
  const { database, clientId, caller } = context;
  const places = await readPlaces(database, clientId);
  const place = { facility_id: given.facilityId, cage_id: given.cageId ?? null, rack_id: given.rackId ?? null };
  const faults = places.faultsOf(place);
  if (faults.length > 0) throw invalid(faults);
  const times = timesOf(given, places.site(given.facilityId).timeZone);
  faults.push(...times.faults, ...visitorFaults(given));
  if (faults.length > 0) throw invalid(faults);
  const purpose = given.purpose.trim();
  const visitors = given.visitors.map(({ name, company }) => ({ name: name.trim(), company: company?.trim() || null }));
  const identities = given.visitors.map(({ idDocument, plate }) => ({
    idDocument: idDocument?.trim() || null,
    plate: plate?.trim() || null,
  }));
  const code = newCode();
  return await database.transaction().execute(async (transaction) => {
    const { id } = await transaction
      .insertInto('visits')
      .values({
        ...place,
        id: `vis_${randomUUID()}`,
        client_id: clientId,
        starts_at: times.startsAt!,
        ends_at: times.endsAt!,
        purpose,
        visitors: JSON.stringify(visitors),
        identities: JSON.stringify(identities),
        pass_code: code,
        state: 'registered',
        registered_by: caller!.person.name,
        search_text: searchText([purpose, ...visitors.flatMap(({ name, company }) => [name, company]), code]),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await forgetIdentities({ ...context, database: transaction });
    const after = { ...place, startsAt: times.startsAt, endsAt: times.endsAt, purpose, visitors };
    await recordAccessChange(transaction, context, { subject: id, action: 'visit-registered', after });
    const row = await visitsOf({ database: transaction, clientId }).where('id', '=', id).executeTakeFirstOrThrow();
    return describeVisit(row, places, context);
  });
}

/** Documents and number plates are of no use a month after the visit. */
async function forgetIdentities({ database, clientId }: OperationContext): Promise<void> {
  await database
    .updateTable('visits')
    .set({ identities: null })
    .where('client_id', '=', clientId)
    .where('identities', 'is not', null)
    .where('ends_at', '<', sql<Date>`now() - interval '30 days'`)
    .execute();
}

function timesOf({ startsAt: start, endsAt: end }: NewVisit, timeZone: string): { startsAt?: Date; endsAt?: Date; faults: Fault[] } {
  const [startsAt, endsAt] = [instantOf(start, timeZone), instantOf(end, timeZone)];
  const faults: Fault[] = [];
  const wrong = (pointer: string, code: string, detail: string) => faults.push({ pointer, code, detail });
  if (!startsAt) wrong('/startsAt', 'no-such-time', 'There is no such time at the facility.');
  if (!endsAt) wrong('/endsAt', 'no-such-time', 'There is no such time at the facility.');
  if (!startsAt || !endsAt) return { faults };
  const length = endsAt.getTime() - startsAt.getTime();
  if (length <= 0) wrong('/endsAt', 'before-start', 'The visit ends before it begins.');
  else if (length > maxVisitHours * hour) wrong('/endsAt', 'too-long', `A visit lasts at most ${maxVisitHours} hours.`);
  if (startsAt.getTime() < Date.now() - hour / 4) wrong('/startsAt', 'past', 'This time is over already.');
  if (startsAt.getTime() > Date.now() + 366 * 24 * hour) wrong('/startsAt', 'too-far', 'Visits are registered at most a year ahead.');
  return { startsAt, endsAt, faults };
}

/** The instant at which the clocks of a zone show `2026-11-25T09:00`; undefined when they never do, as when they are put forward. */
function instantOf(shown: string, timeZone: string): Date | undefined {
  const instant = new ZonedTimes(timeZone).read(`${shown}:00`);
  if (!instant) return undefined;
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return format.format(instant).replace(' ', 'T') === shown ? instant : undefined;
}

function visitorFaults({ purpose, visitors }: NewVisit): Fault[] {
  const faults: Fault[] = [];
  if (!purpose.trim()) faults.push({ pointer: '/purpose', code: 'required', detail: 'Please say what the visit is for.' });
  if (visitors.length > maxVisitors)
    faults.push({ pointer: '/visitors', code: 'too-many', detail: `At most ${maxVisitors} people can come at once.` });
  visitors.forEach(({ name }, index) => {
    if (!name.trim()) faults.push({ pointer: `/visitors/${index}/name`, code: 'required', detail: 'Please give the name.' });
  });
  return faults;
}

/** Letters and digits that cannot be taken for one another. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

function newCode(): string {
  const letters = Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

const invalid = (errors: Fault[]) => new Problem(422, 'Some fields need another look', { errors });
