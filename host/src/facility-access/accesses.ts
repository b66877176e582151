import { sql, type Selectable, type SelectQueryBuilder } from 'kysely';
import type { components, operations } from 'portal-elements/contract';
import type { AccessGrantTable } from './tables.js';
import type { CsvColumn } from '../http/files/csv.js';
import { etagOf } from '../http/etag.js';
import type { OperationContext } from '../http/operation.js';
import { searchPattern } from '../http/search.js';
import { companyToday } from '../company.js';
import type { Places } from './places.js';

export type Access = components['schemas']['AccessGrant'];
type Filter = Pick<NonNullable<operations['listAccessGrants']['parameters']['query']>, 'q' | 'facility' | 'status' | 'expiring'>;

/** An access with the person as the person is called now, and its status. */
export type AccessRow = Selectable<AccessGrantTable> & { person: string; title: string | null; status: string; search_text: string };

/** The rights that a person may be given beside entering. */
export const accessPermissions = [
  { id: 'bring-visitors', label: 'May bring visitors' },
  { id: 'remove-hardware', label: 'May remove hardware' },
  { id: 'remote-hands', label: 'May order remote hands' },
] as const;

/** Statuses in which an access is not over. */
export const openStatuses: readonly string[] = ['requested', 'awaiting-orientation', 'active', 'suspended'];

const statusLabels: Readonly<Record<string, string>> = {
  requested: 'Requested',
  'awaiting-orientation': 'Awaiting orientation',
  active: 'Active',
  suspended: 'Suspended',
  expired: 'Expired',
  revoked: 'Revoked',
};
const levelLabels: Readonly<Record<string, string>> = { escorted: 'Escorted', unescorted: 'Unescorted' };
const badgeLabels: Readonly<Record<string, string>> = {
  'ready-for-collection': 'Ready for collection',
  issued: 'Issued',
  blocked: 'Blocked',
  returned: 'Returned',
};

/** The client's accesses that the filter chooses. Who is no contact any more has no access any more. */
export function accessesOf(
  { database, clientId }: Pick<OperationContext, 'database' | 'clientId'>,
  { q, facility, status, expiring }: Filter = {},
): SelectQueryBuilder<{ access: AccessRow }, 'access', object> {
  const today = companyToday();
  const accesses = database
    .selectFrom('access_grants')
    .leftJoin('memberships', 'memberships.id', 'access_grants.membership_id')
    .leftJoin('people', 'people.id', 'memberships.person_id')
    .innerJoin('facilities', 'facilities.id', 'access_grants.facility_id')
    .leftJoin('cages', 'cages.id', 'access_grants.cage_id')
    .leftJoin('racks', 'racks.id', 'access_grants.rack_id')
    .where('access_grants.client_id', '=', clientId)
    .selectAll('access_grants')
    .select([
      'memberships.title',
      sql<string>`coalesce(memberships.invited_as, people.name, access_grants.person_name)`.as('person'),
      sql<string>`case
        when access_grants.state = 'revoked' or access_grants.membership_id is null then 'revoked'
        when access_grants.valid_to < ${today}::date then 'expired'
        else access_grants.state end`.as('status'),
      sql<string>`coalesce(memberships.search_text, '') || ' ' || lower(concat_ws(' ',
        access_grants.person_name, facilities.label, cages.label, racks.label, access_grants.badge_number))`.as('search_text'),
    ]);
  let query = database.selectFrom(accesses.as('access')) as SelectQueryBuilder<{ access: AccessRow }, 'access', object>;
  if (q) query = query.where('search_text', 'like', searchPattern(q));
  if (facility) query = query.where('facility_id', '=', facility);
  if (status) query = query.where('status', '=', status);
  if (expiring) query = query.where(endsSoon(today));
  return query;
}

const endsSoon = (today: string) => sql<boolean>`status in ('active', 'suspended') and valid_to <= ${today}::date + 30`;

/** The number of those that there are, hold, and end soon, over the whole filter. */
export async function countAccesses(
  context: OperationContext,
  filter: Filter,
): Promise<{ total: number; active: number; expiring: number }> {
  return await accessesOf(context, filter)
    .select([
      sql<number>`count(*)`.as('total'),
      sql<number>`count(*) filter (where status = 'active')`.as('active'),
      sql<number>`count(*) filter (where ${endsSoon(companyToday())})`.as('expiring'),
    ])
    .executeTakeFirstOrThrow();
}

/** An access as the contract has it. */
export function describeAccess(row: AccessRow, places: Places): Access {
  return {
    id: row.id,
    personId: row.membership_id,
    personName: row.person,
    personTitle: row.title,
    place: places.describe(row),
    level: row.level,
    levelLabel: levelLabels[row.level] ?? row.level,
    permissions: accessPermissions.filter(({ id }) => row.permissions.includes(id)),
    validFrom: row.valid_from,
    validTo: row.valid_to,
    badge: badgeOf(row),
    status: row.status,
    statusLabel: statusLabels[row.status] ?? row.status,
    statusReason: row.membership_id ? row.status_reason : 'The person is no longer a contact.',
    allowedActions: openStatuses.includes(row.status) ? ['change', 'revoke'] : [],
    etag: etagOf(row),
  };
}

function badgeOf({ badge_number: number, badge_status: status, badge_expires_on: expiresOn }: AccessRow): Access['badge'] {
  return number && status ? { number, status, statusLabel: badgeLabels[status] ?? status, expiresOn } : null;
}

export const accessColumns: CsvColumn<Access>[] = [
  { title: 'Person', value: ({ personName }) => personName },
  { title: 'Facility', value: ({ place }) => place.facilityLabel },
  { title: 'Cage or rack', value: ({ place }) => place.label },
  { title: 'Level', value: ({ levelLabel }) => levelLabel },
  { title: 'Permissions', value: ({ permissions }) => permissions.map(({ label }) => label).join('; ') },
  { title: 'From', value: ({ validFrom }) => validFrom },
  { title: 'To', value: ({ validTo }) => validTo },
  { title: 'Badge', value: ({ badge }) => badge?.number },
  { title: 'Badge status', value: ({ badge }) => badge?.statusLabel },
  { title: 'Badge expires', value: ({ badge }) => badge?.expiresOn },
  { title: 'Status', value: ({ statusLabel }) => statusLabel },
];
