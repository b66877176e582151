import type { Kysely } from 'kysely';
import type { Action } from 'portal-elements/permissions.js';
import type { StoredPermissions } from '../database/tables-accounts.js';
import type { Database } from '../database/tables.js';
import { hashPassword } from '../session/password.js';

/** The password of every demo account. */
export const demoPassword = 'portal-demo';

interface DemoPerson {
  id: string;
  clientId: string;
  name: string;
  email: string;
  /** What the account shows. */
  about: string;
  permissions: StoredPermissions;
}

const all: Action[] = ['view', 'create', 'update', 'delete'];
const view: Action[] = ['view'];

const demoClients = [
  { id: 'cli_acme', number: 'C-1001', name: 'Acme GmbH', currency: 'EUR', time_zone: 'Europe/Berlin' },
  { id: 'cli_globex', number: 'C-1002', name: 'Globex s.r.o.', currency: 'CZK', time_zone: 'Europe/Prague' },
];

/** The demo accounts: one for each way the portal can look. */
export const demoAccounts: readonly DemoPerson[] = [
  {
    id: 'per_acme_owner',
    clientId: 'cli_acme',
    name: 'Olivia Owner',
    email: 'owner@acme.example',
    about: 'everything',
    permissions: { allow: { 'client-portal': all } },
  },
  {
    id: 'per_acme_billing',
    clientId: 'cli_acme',
    name: 'Bruno Billing',
    email: 'billing@acme.example',
    about: 'billing only',
    permissions: { allow: { billing: all } },
  },
  {
    id: 'per_acme_tech',
    clientId: 'cli_acme',
    name: 'Tessa Tech',
    email: 'tech@acme.example',
    about: 'contracts, calls and DNS, no money',
    permissions: {
      allow: { 'contracts.list': view, 'contracts.call-list': view, 'devices.dns-zones': all, 'devices.dns-records': all },
      hiddenFields: ['calls.cost', 'contracts.price'],
    },
  },
  { id: 'per_acme_nobody', clientId: 'cli_acme', name: 'Noah Nobody', email: 'nobody@acme.example', about: 'nothing', permissions: {} },
  {
    id: 'per_globex_owner',
    clientId: 'cli_globex',
    name: 'Gita Globex',
    email: 'owner@globex.example',
    about: 'everything of another client',
    permissions: { allow: { 'client-portal': all } },
  },
];

/** The demo clients and their people. */
export async function demoPeople(database: Kysely<Database>): Promise<void> {
  await database.insertInto('clients').values(demoClients).execute();
  const people = await Promise.all(
    demoAccounts.map(async ({ id, clientId, name, email, permissions }) => ({
      id,
      client_id: clientId,
      name,
      email,
      password_hash: await hashPassword(demoPassword),
      locale: 'en',
      permissions: JSON.stringify(permissions),
    })),
  );
  await database.insertInto('people').values(people).execute();
}
