import { sql, type Selectable, type SelectQueryBuilder } from 'kysely';
import type { components, operations } from 'portal-elements/contract';
import type { VisitTable } from './tables.js';
import type { Database } from '../database/tables.js';
import type { CsvColumn } from '../http/files/csv.js';
import type { OperationContext } from '../http/operation.js';
import { searchPattern } from '../http/search.js';
import type { Places } from './places.js';

export type Visit = components['schemas']['Visit'];
export type VisitRow = Selectable<VisitTable> & { status: string };
type Filter = Pick<NonNullable<operations['listVisits']['parameters']['query']>, 'q' | 'when' | 'facility'>;

const statusLabels: Readonly<Record<string, string>> = {
  registered: 'Registered',
  'on-site': 'On site',
  over: 'Over',
  missed: 'Nobody came',
  cancelled: 'Cancelled',
};

const isUpcoming = sql<boolean>`state in ('registered', 'on-site') and ends_at > now()`;

/** The client's visits that the filter chooses, with their status. */
export function visitsOf(
  { database, clientId }: Pick<OperationContext, 'database' | 'clientId'>,
  { q, when, facility }: Filter = {},
): SelectQueryBuilder<Database, 'visits', VisitRow> {
  let query = database
    .selectFrom('visits')
    .selectAll()
    .select(sql<string>`case when state in ('registered', 'on-site') and ends_at <= now() then 'over' else state end`.as('status'))
    .where('client_id', '=', clientId);
  if (q) query = query.where('search_text', 'like', searchPattern(q));
  if (when) query = query.where(when === 'upcoming' ? isUpcoming : sql<boolean>`not (${isUpcoming})`);
  if (facility) query = query.where('facility_id', '=', facility);
  return query;
}

/** A visit as the contract of the API has it. What opens the door, and by what people are known, only for who arranges visits. */
export function describeVisit(row: VisitRow, places: Places, { can }: Pick<OperationContext, 'can'>): Visit {
  const knowsPeople = can('profile.facility-access', 'update');
  const isOpen = row.status === 'registered' || row.status === 'on-site';
  const passCode = isOpen && (knowsPeople || can('profile.facility-access', 'create')) ? row.pass_code : null;
  return {
    id: row.id,
    facility: places.site(row.facility_id),
    place: places.describe(row),
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    purpose: row.purpose,
    visitors: row.visitors.map((visitor, index) => ({ ...visitor, ...(knowsPeople && row.identities?.[index]) })),
    status: row.status,
    statusLabel: statusLabels[row.status] ?? row.status,
    passCode,
    registeredBy: row.registered_by,
    allowedActions: [...(passCode ? ['print-pass'] : []), ...(isOpen ? ['cancel'] : [])],
  };
}

export const visitColumns: CsvColumn<Visit>[] = [
  { title: 'Facility', value: ({ facility }) => facility.label },
  { title: 'Cage or rack', value: ({ place }) => place.label },
  { title: 'From', value: ({ startsAt }) => startsAt },
  { title: 'To', value: ({ endsAt }) => endsAt },
  { title: 'Purpose', value: ({ purpose }) => purpose },
  { title: 'Visitors', value: ({ visitors }) => visitors.map(({ name }) => name).join('; ') },
  { title: 'Status', value: ({ statusLabel }) => statusLabel },
  { title: 'Registered by', value: ({ registeredBy }) => registeredBy },
];
