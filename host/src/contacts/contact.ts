import { sql, type Kysely } from 'kysely';
import type { components } from 'portal-elements/contract';
import { can } from 'portal-elements/permissions.js';
import type { StoredGrants } from '../database/tables-accounts.js';
import type { Database } from '../database/tables.js';
import type { CsvColumn } from '../http/files/csv.js';
import { etagOfState } from '../http/etag.js';
import { notFound } from '../http/problem.js';
import { searchText } from '../http/search.js';
import { isLocked } from '../session/locked.js';
import { effectiveOf, countViewable, mayChange, nothing, type EffectivePermissions } from './effective.js';
import { roleLabel } from './roles.js';

type Contact = components['schemas']['Contact'];
type ContactSummary = components['schemas']['ContactSummary'];
type Grants = components['schemas']['ContactGrants'];

/** A contact of a client with what belongs to the person. */
export interface ContactRow {
  id: string;
  person_id: string;
  client_id: string;
  name: string;
  email: string;
  locale: string;
  title: string | null;
  phone: string | null;
  /** As stored: active, invited, inactive or no-login. */
  stored_status: string;
  /** With `locked` for an active one after too many wrong passwords. */
  status: string;
  role: string;
  permissions: StoredGrants;
  contract_ids: string[] | null;
  invitation_expires_at: Date | null;
  accepted_at: Date | null;
  last_sign_in_at: Date | null;
  search_text: string;
  second_factor: boolean;
  has_account: boolean;
  email_proven: boolean;
  belongs_to_several: boolean;
}

const statusLabels: Readonly<Record<string, string>> = {
  active: 'Active',
  invited: 'Invited',
  locked: 'Locked',
  inactive: 'Inactive',
  'no-login': 'No login',
};

/** The client's contacts, to be filtered and sorted by their columns. */
export function selectContacts(database: Kysely<Database>, clientId: string) {
  const contacts = database
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.person_id')
    .where('memberships.client_id', '=', clientId)
    .select(['memberships.id', 'memberships.person_id', 'memberships.client_id', 'people.email', 'people.locale', 'people.email_proven'])
    .select(['memberships.title', 'memberships.phone', 'memberships.role', 'memberships.permissions', 'memberships.contract_ids'])
    .select(['memberships.invitation_expires_at', 'memberships.accepted_at', 'memberships.last_sign_in_at', 'memberships.search_text'])
    .select([
      'memberships.status as stored_status',
      sql<string>`coalesce(memberships.invited_as, people.name)`.as('name'),
      sql<string>`case when memberships.status = 'active' and ${isLocked} then 'locked' else memberships.status end`.as('status'),
      sql<boolean>`exists (select 1 from second_factors where person_id = people.id and confirmed_at is not null)`.as('second_factor'),
      sql<boolean>`(people.password_hash is not null or people.password_managed_at is not null)`.as('has_account'),
      sql<boolean>`exists (select 1 from memberships as other where other.person_id = people.id and other.id <> memberships.id)`.as(
        'belongs_to_several',
      ),
    ]);
  return database.selectFrom(contacts.as('contact')).selectAll();
}

/** One contact of the client. */
export async function findContact(database: Kysely<Database>, clientId: string, id: string): Promise<ContactRow | undefined> {
  return await selectContacts(database, clientId).where('contact.id', '=', id).executeTakeFirst();
}

/** Brings up to date what the search finds a person by, wherever the person is a contact. */
export async function refreshSearch(database: Kysely<Database>, personId: string): Promise<void> {
  const contacts = await database
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.person_id')
    .where('people.id', '=', personId)
    .select(['memberships.id', 'memberships.invited_as', 'memberships.title', 'memberships.phone', 'people.name', 'people.email'])
    .execute();
  for (const { id, invited_as, name, email, title, phone } of contacts) {
    const search_text = searchText([invited_as ?? name, email, title, phone]);
    await database.updateTable('memberships').set({ search_text }).where('id', '=', id).execute();
  }
}

/** The contact's effective permissions. */
export const effectiveOfContact = ({ permissions, contract_ids }: Pick<ContactRow, 'permissions' | 'contract_ids'>): EffectivePermissions =>
  effectiveOf(permissions, contract_ids);

/** The grants as the contract has them. */
export const grantsOf = ({ role, permissions, contract_ids }: Pick<ContactRow, 'role' | 'permissions' | 'contract_ids'>): Grants => ({
  role,
  allow: (permissions.allow ?? {}) as Grants['allow'],
  deny: (permissions.deny ?? {}) as Grants['deny'],
  hiddenFields: permissions.hiddenFields ?? [],
  contractIds: contract_ids,
});

/** The person who looks at the contacts. */
export interface Viewer {
  membershipId: string;
  effective: EffectivePermissions;
}

/** A contact as lists have it. */
export function describeSummary(row: ContactRow, viewer: Viewer): ContactSummary {
  const effective = effectiveOfContact(row);
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    title: row.title,
    phone: row.phone,
    language: row.locale,
    status: row.status,
    statusLabel: statusLabel(row),
    invitationExpiresAt: row.stored_status === 'invited' ? (row.invitation_expires_at?.toISOString() ?? null) : null,
    lastSignInAt: row.last_sign_in_at?.toISOString() ?? null,
    secondFactor: row.second_factor && hasComeIn(row),
    role: row.role,
    roleLabel: roleLabel(row.role),
    ...countViewable(effective),
    yourself: row.id === viewer.membershipId,
    allowedActions: allowedActions(row, effective, viewer),
  };
}

/** A contact with all that has been granted. */
export function describeContact(row: ContactRow, viewer: Viewer): Contact {
  return { ...describeSummary(row, viewer), etag: contactEtag(row), grants: grantsOf(row), effective: effectiveOfContact(row).set };
}

/** The actions that the state of the contact, and the permissions of the asking person, allow. */
function allowedActions(row: ContactRow, effective: EffectivePermissions, viewer: Viewer): string[] {
  const may = (action: 'create' | 'update' | 'delete') => can(viewer.effective.set, 'profile.contacts', action);
  const mayGrant = mayChange(viewer.effective, nothing, effective);
  const isOther = row.id !== viewer.membershipId;
  const status = row.stored_status;
  const actions: Record<string, boolean> = {
    update: may('update'),
    'set-permissions': may('update'),
    deactivate: may('update') && mayGrant && isOther && status !== 'inactive',
    reactivate: may('update') && mayGrant && status === 'inactive',
    'resend-invitation': may('create') && mayGrant && (status === 'invited' || status === 'no-login'),
    'cancel-invitation': may('delete') && mayGrant && status === 'invited',
    'reset-second-factor': may('update') && mayGrant && isOther && row.second_factor && !row.belongs_to_several,
    delete: may('delete') && mayGrant && isOther,
  };
  return Object.keys(actions).filter((action) => actions[action]);
}

/** Tells whether an invitation has been accepted; until then a client is not shown how the account is protected. */
const hasComeIn = ({ accepted_at }: ContactRow) => accepted_at !== null;

const statusLabel = ({ status }: ContactRow) => statusLabels[status] ?? status;

/** The version of a contact: another one once something that can be edited has changed. */
export function contactEtag(row: ContactRow): string {
  const { id, name, email, locale, title, phone, stored_status, role, permissions, contract_ids, invitation_expires_at } = row;
  const state = [id, name, email, locale, title, phone, stored_status, role, permissions, contract_ids, invitation_expires_at];
  return etagOfState(state);
}

/** The columns of the file. */
export const contactColumns: CsvColumn<ContactRow>[] = [
  { title: 'Name', value: ({ name }) => name },
  { title: 'E-mail', value: ({ email }) => email },
  { title: 'Title', value: ({ title }) => title },
  { title: 'Phone', kind: 'phone', value: ({ phone }) => phone },
  { title: 'Status', value: statusLabel },
  { title: 'Role', value: ({ role }) => roleLabel(role) },
  { title: 'Second factor', value: (row) => (row.second_factor && hasComeIn(row) ? 'yes' : 'no') },
  { title: 'Last sign-in', value: (row) => row.last_sign_in_at?.toISOString() },
];

/** The contact as it is after a change. */
export function changedContact({ contact, actor }: { contact: ContactRow | undefined; actor: Viewer }): components['schemas']['Contact'] {
  if (!contact) throw notFound();
  return describeContact(contact, actor);
}
