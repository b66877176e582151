import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql, type Migration } from 'kysely';
import * as accounts from '../src/database/migrations/001-accounts.js';
import * as people from '../src/contacts/migrations/005-people.js';
import { emptyDatabase } from './support/host.js';

const [before, after]: [Migration, Migration] = [accounts, people];

test('people of a database from before become contacts with what they might do, and stay signed in', async () => {
  const database = await emptyDatabase();
  await before.up(database);
  await sql`insert into clients (id, number, name, currency, time_zone) values ('cli_1', 'C-1', 'One', 'EUR', 'UTC')`.execute(database);
  const everything = { allow: { 'client-portal': ['view', 'create', 'update', 'delete'] } };
  const some = { allow: { 'billing.invoices': ['view'] }, hiddenFields: ['calls.cost'] };
  for (const [id, permissions] of Object.entries({ per_owner: everything, per_some: some }))
    await sql`insert into people (id, client_id, name, email, password_hash, locale, permissions)
      values (${id}, 'cli_1', ${`Zoë ${id}`}, ${`${id}@one.example`}, 'hash', 'en', ${JSON.stringify(permissions)})`.execute(database);
  await sql`insert into sessions (token_hash, person_id, expires_at) values ('token', 'per_some', now() + interval '1 hour')`.execute(
    database,
  );

  await after.up(database);
  const contacts = await database.selectFrom('memberships').selectAll().orderBy('id').execute();
  assert.deepEqual(
    contacts.map(({ id, person_id, client_id, status, role, permissions, contract_ids, search_text }) => [
      id, person_id, client_id, status, role, permissions, contract_ids, search_text,
    ]), // prettier-ignore
    [
      ['mem_per_owner', 'per_owner', 'cli_1', 'active', 'owner', everything, null, 'zoe per_owner\nper_owner@one.example'],
      ['mem_per_some', 'per_some', 'cli_1', 'active', 'custom', some, null, 'zoe per_some\nper_some@one.example'],
    ],
  );
  const session = await database.selectFrom('sessions').selectAll().executeTakeFirstOrThrow();
  assert.deepEqual([session.token_hash, session.membership_id, session.id.length > 10], ['token', 'mem_per_some', true]);
});
