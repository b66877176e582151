import { sql, type Kysely } from 'kysely';
import { actions, type Action } from 'portal-elements/permissions.js';
import { effectiveOf, changedResources, nothing } from '../src/contacts/effective.js';
import { refreshSearch } from '../src/contacts/contact.js';
import { recordChange } from '../src/contacts/audit-log.js';
import { invited } from '../src/contacts/invitations.js';
import { contactRoles } from '../src/contacts/roles.js';
import type { StoredGrants } from '../src/database/tables-accounts.js';
import type { Database } from '../src/database/tables.js';
import { hashPassword } from '../src/session/password.js';

/** The password of every demo account. */
export const demoPassword = 'portal-demo';

interface DemoMembership {
  id: string;
  clientId: string;
  /** active unless it is said. */
  status?: 'invited' | 'inactive' | 'no-login';
  role: string;
  permissions: StoredGrants;
  contractIds?: string[];
  title?: string;
  phone?: string;
}

interface DemoPerson {
  id: string;
  name: string;
  email: string;
  /** The one thing that the account is there to show. */
  about: string;
  memberships: DemoMembership[];
}

const all: Action[] = [...actions];
const view: Action[] = ['view'];

const demoClients = [
  { id: 'cli_acme', number: 'C-1001', name: 'Acme GmbH', currency: 'EUR', time_zone: 'Europe/Berlin' },
  { id: 'cli_globex', number: 'C-1002', name: 'Globex s.r.o.', currency: 'CZK', time_zone: 'Europe/Prague' },
];

/** The permissions of a preset. */
function preset(role: string): Pick<DemoMembership, 'role' | 'permissions'> {
  const { allow, deny, hiddenFields } = contactRoles.find(({ id }) => id === role)!.grants;
  return { role, permissions: { allow, deny, hiddenFields } };
}

const acme = (name: string, membership: Omit<DemoMembership, 'id' | 'clientId'>): DemoMembership => ({
  id: `mem_acme_${name}`,
  clientId: 'cli_acme',
  ...membership,
});

/** The demo accounts: one for each way the portal can look. */
export const demoAccounts: readonly DemoPerson[] = [
  {
    id: 'per_acme_owner',
    name: 'Olivia Owner',
    email: 'owner@acme.example',
    about: 'everything',
    memberships: [acme('owner', { ...preset('owner'), title: 'Managing director', phone: '+49301234500' })],
  },
  {
    id: 'per_acme_billing',
    name: 'Bruno Billing',
    email: 'billing@acme.example',
    about: 'billing only',
    memberships: [acme('billing', { role: 'accounting', permissions: { allow: { billing: all } }, title: 'Accounting' })],
  },
  {
    id: 'per_acme_tech',
    name: 'Tessa Tech',
    email: 'tech@acme.example',
    about: 'contracts, calls, traffic and DNS, no money',
    memberships: [
      acme('tech', {
        role: 'technical',
        permissions: {
          allow: {
            'contracts.list': view,
            'contracts.call-list': view,
            'contracts.traffic': view,
            'contracts.traffic-by-ip': view,
            'devices.dns-zones': all,
            'devices.dns-records': all,
          },
          hiddenFields: ['calls.cost', 'calls.recording', 'contracts.price', 'traffic.cost'],
        },
        title: 'System administration',
        phone: '+49301234520',
      }),
    ],
  },
  {
    id: 'per_acme_nobody',
    name: 'Noah Nobody',
    email: 'nobody@acme.example',
    about: 'nothing',
    memberships: [acme('nobody', { role: 'custom', permissions: {} })],
  },
  {
    id: 'per_acme_lines',
    name: 'Lena Lines',
    email: 'lines@acme.example',
    about: 'one contract and its invoices, without the cost of calls',
    memberships: [
      acme('lines', {
        role: 'custom',
        permissions: { allow: { contracts: view, 'billing.invoices': view }, hiddenFields: ['calls.cost', 'calls.recording'] },
        contractIds: ['con_acme_voip'],
        title: 'Front desk',
      }),
    ],
  },
  {
    id: 'per_consultant',
    name: 'Carla Consultant',
    email: 'consultant@partner.example',
    about: 'both clients, reads everything and changes nothing',
    memberships: [
      acme('consultant', { ...preset('read-only'), title: 'External adviser' }),
      { id: 'mem_globex_consultant', clientId: 'cli_globex', ...preset('read-only') },
    ],
  },
  {
    id: 'per_globex_owner',
    name: 'Gita Globex',
    email: 'owner@globex.example',
    about: 'everything of another client',
    memberships: [{ id: 'mem_globex_owner', clientId: 'cli_globex', ...preset('owner') }],
  },
];

/** Contacts who cannot sign in, as they are. */
const demoContacts: readonly Omit<DemoPerson, 'about'>[] = [
  {
    id: 'per_acme_invited',
    name: 'Ines Invited',
    email: 'ines@acme.example',
    memberships: [acme('invited', { ...preset('accounting'), status: 'invited', title: 'Purchasing' })],
  },
  {
    id: 'per_acme_inactive',
    name: 'Ivan Inactive',
    email: 'ivan@acme.example',
    memberships: [acme('inactive', { ...preset('technical'), status: 'inactive' })],
  },
  {
    id: 'per_acme_fiona',
    name: 'Fiona Field',
    email: 'fiona@acme.example',
    memberships: [acme('fiona', { ...preset('accounting'), status: 'no-login', title: 'Accounting', phone: '+49301234511' })],
  },
];

const daysAgo = (days: number) => sql<Date>`now() - ${days} * interval '1 day'`;

/** The demo clients and their people. */
export async function demoPeople(database: Kysely<Database>): Promise<void> {
  await database.insertInto('clients').values(demoClients).execute();
  const passwordHash = await hashPassword(demoPassword);
  for (const person of [...demoAccounts, ...demoContacts]) await insertPerson(database, person, passwordHash);
  await demoChanges(database);
}

async function insertPerson(
  database: Kysely<Database>,
  { id, name, email, memberships }: Omit<DemoPerson, 'about'>,
  passwordHash: string,
): Promise<void> {
  const hasAccount = memberships.some(({ status }) => status === undefined || status === 'inactive');
  await database
    .insertInto('people')
    .values({
      id,
      name,
      email,
      password_hash: hasAccount ? passwordHash : null,
      password_changed_at: hasAccount ? daysAgo(200) : null,
      email_proven: hasAccount,
      locale: 'en',
    })
    .execute();
  for (const [
    index,
    { id: membershipId, clientId, status = 'active', role, permissions, contractIds, title, phone },
  ] of memberships.entries())
    await database
      .insertInto('memberships')
      .values({
        id: membershipId,
        person_id: id,
        client_id: clientId,
        status,
        role,
        permissions: JSON.stringify(permissions),
        contract_ids: contractIds ? JSON.stringify(contractIds) : null,
        title: title ?? null,
        phone: phone ?? null,
        search_text: '',
        accepted_at: hasAccount ? daysAgo(200) : null,
        last_sign_in_at: hasAccount ? daysAgo(status === 'active' ? 1 + index : 60) : null,
        ...(status === 'invited' && invited),
      })
      .execute();
  await refreshSearch(database, id);
}

/** Something to read where changes are looked up. */
async function demoChanges(database: Kysely<Database>): Promise<void> {
  const contact = { id: 'mem_acme_billing', client_id: 'cli_acme' };
  const by = { id: 'mem_acme_owner', name: 'Olivia Owner' };
  const grants = (allow: StoredGrants['allow']) => ({ role: 'accounting', allow, deny: {}, hiddenFields: [], contractIds: null });
  const [first, then] = [{ 'billing.invoices': view }, { billing: all }];
  const [few, many] = [effectiveOf({ allow: first }, null), effectiveOf({ allow: then }, null)];
  const person = { name: 'Bruno Billing', email: 'billing@acme.example' };
  await recordChange(database, {
    contact,
    action: 'invited',
    by,
    after: { ...person, ...grants(first) },
    resources: changedResources(nothing, few),
  });
  await recordChange(database, { contact, action: 'account-set-up', by: { id: contact.id, name: person.name } });
  await recordChange(database, {
    contact,
    action: 'permissions-changed',
    by,
    before: grants(first),
    after: grants(then),
    resources: changedResources(few, many),
  });
}
