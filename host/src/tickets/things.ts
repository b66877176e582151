import { sql } from 'kysely';
import { contractsOf } from '../contracts/filter.js';
import { isVisible } from '../invoices/filter.js';
import { isWanted } from '../orders/filter.js';
import { visibleServices } from '../services/query.js';
import type { AttachedThing, TicketViewer } from './port.js';
import { seesThings, type ThingKind } from './rights.js';

type Found = Omit<AttachedThing, 'kind'>;
/** Finds things of one kind that the person may see: one by its id, or those that are asked about most. */
type Find = (viewer: TicketViewer, id: string | undefined) => Promise<Found[]>;

const mostOfAKind = 50;

const services: Find = async (viewer, id) => {
  let query = visibleServices(viewer.database, viewer);
  query = id === undefined ? query.where('services.is_over', '=', false) : query.where('services.id', '=', id);
  return await query
    .select([
      'services.id',
      'services.contract_id as contractId',
      sql<string>`concat_ws(' ', services.number, services.called, services.identifier)`.as('label'),
    ])
    .orderBy('services.called')
    .limit(mostOfAKind)
    .execute();
};

const orders: Find = async (viewer, id) => {
  let query = viewer.database.selectFrom('orders').where(isWanted(viewer));
  if (id !== undefined) query = query.where('orders.id', '=', id);
  return await query
    .select(['orders.id', 'orders.contract_id as contractId', sql<string>`concat_ws(' ', orders.number, orders.subject)`.as('label')])
    .orderBy('orders.last_activity_at', 'desc')
    .limit(mostOfAKind)
    .execute();
};

const invoices: Find = async (viewer, id) => {
  let query = viewer.database.selectFrom('invoices').where(isVisible(viewer));
  if (id !== undefined) query = query.where('invoices.id', '=', id);
  return await query
    .select([
      'invoices.id',
      'invoices.number as label',
      // The one contract that it bills, if that is all it bills.
      sql<string | null>`(select min(contract_id) from invoice_lines where invoice_id = invoices.id
        having count(distinct contract_id) = 1 and count(*) = count(contract_id))`.as('contractId'),
    ])
    .orderBy('invoices.issued_on', 'desc')
    .limit(mostOfAKind)
    .execute();
};

const contracts: Find = async (viewer, id) => {
  let query = contractsOf(viewer, id === undefined ? { status: 'current' } : {});
  if (id !== undefined) query = query.where('contracts.id', '=', id);
  return await query
    .select(['contracts.id', 'contracts.id as contractId', sql<string>`concat_ws(' ', contracts.number, contracts.name)`.as('label')])
    .orderBy('contracts.name')
    .limit(mostOfAKind)
    .execute();
};

const finders: Readonly<Record<ThingKind, Find>> = { service: services, contract: contracts, order: orders, invoice: invoices };
const kinds = Object.keys(finders) as ThingKind[];

/** What the person may open a ticket about. */
export async function thingsOf(viewer: TicketViewer): Promise<AttachedThing[]> {
  const found = await Promise.all(
    kinds
      .filter((kind) => seesThings(viewer, kind))
      .map(async (kind) => (await finders[kind](viewer, undefined)).map((each) => ({ kind, ...each }))),
  );
  return found.flat();
}

/** One thing, if there is such a one that the person may see. */
export async function findThing(viewer: TicketViewer, kind: string, id: string): Promise<AttachedThing | undefined> {
  const known = kinds.find((each) => each === kind);
  if (!known || !seesThings(viewer, known)) return undefined;
  const [found] = await finders[known](viewer, id);
  return found && { kind: known, ...found };
}
