import { randomUUID } from 'node:crypto';
import { sql, type Kysely, type Selectable } from 'kysely';
import type { components } from 'portal-elements/contract';
import { resources } from 'portal-elements/permissions.js';
import type { ContactChangeTable } from './tables.js';
import type { Database } from '../database/tables.js';
import { sendCsv, type CsvColumn } from '../http/files/csv.js';
import type { Operation, OperationContext } from '../http/operation.js';
import { fetchBatches, fetchPage, type Listing } from '../http/paging.js';

type Entry = components['schemas']['ContactChangeEntry'];
type ChangeRow = Selectable<ContactChangeTable>;

const actionLabels = {
  invited: 'Invited',
  'invitation-resent': 'Invitation sent again',
  'invitation-cancelled': 'Invitation taken back',
  'account-set-up': 'Account set up',
  'details-changed': 'Details changed',
  'permissions-changed': 'Permissions changed',
  deactivated: 'Deactivated',
  reactivated: 'Reactivated',
  'second-factor-reset': 'Second factor switched off',
  deleted: 'Taken out',
} as const;

export interface Change {
  contact: { id: string; client_id: string };
  action: keyof typeof actionLabels;
  by: { id: string; name: string };
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
  /** The resources it is about; a person who may not view one of these does not get to see the change. */
  resources?: readonly string[];
}

/** Writes down who changed what, in the transaction that changes it. */
export async function recordChange(
  database: Kysely<Database>,
  { contact, action, by, before, after, resources = [] }: Change,
): Promise<void> {
  await database
    .insertInto('contact_changes')
    .values({
      id: `chg_${randomUUID()}`,
      client_id: contact.client_id,
      membership_id: contact.id,
      at: sql<Date>`clock_timestamp()`,
      action,
      by_id: by.id,
      by_name: by.name,
      before: before ? JSON.stringify(before) : null,
      after: after ? JSON.stringify(after) : null,
      resources: JSON.stringify(resources),
    })
    .execute();
}

const listing: Listing = { keys: { at: { column: 'at', type: 'timestamptz' } }, id: 'id' };

/** The changes of a contact that the person may know of. */
function visibleChanges(context: OperationContext, contactId: string) {
  const viewable = JSON.stringify(resources.filter((resource) => context.can(resource, 'view')));
  return context.database
    .selectFrom('contact_changes')
    .where('client_id', '=', context.clientId)
    .where('membership_id', '=', contactId)
    .where(sql<boolean>`resources <@ ${viewable}::jsonb`);
}

export const listContactChanges: Operation<'listContactChanges'> = async (context, { path, query, wantsCsv }, reply) => {
  const { cursor, limit = 50 } = query;
  const visible = visibleChanges(context, path.contactId);
  const all = visible.selectAll();
  if (wantsCsv) return sendCsv(reply, 'contact-changes', columns, fetchBatches(all, listing, '-at'));
  const { rows, page } = await fetchPage(all, listing, { sort: '-at', limit, cursor, filter: path.contactId });
  const { total } = await visible.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { items: rows.map(describe), page: { ...page, total } };
};

function describe(row: ChangeRow): Entry {
  return {
    id: row.id,
    at: row.at.toISOString(),
    action: row.action,
    actionLabel: actionLabel(row),
    by: { id: row.by_id, name: row.by_name },
    before: row.before,
    after: row.after,
  };
}

const actionLabel = ({ action }: ChangeRow): string =>
  Object.hasOwn(actionLabels, action) ? actionLabels[action as keyof typeof actionLabels] : action;

const columns: CsvColumn<ChangeRow>[] = [
  { title: 'Time', value: ({ at }) => at.toISOString() },
  { title: 'Change', value: actionLabel },
  { title: 'By', value: ({ by_name }) => by_name },
  { title: 'Before', value: ({ before }) => before && JSON.stringify(before) },
  { title: 'After', value: ({ after }) => after && JSON.stringify(after) },
];
