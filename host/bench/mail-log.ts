import { sql, type Kysely } from 'kysely';
import type { components } from 'portal-elements/contract';
import type { Database } from '../src/database/tables.js';
import { apiPrefix } from '../src/server.js';
import { medianTime } from './calls.js';
import type { BenchHost } from './host.js';

type MailPage = components['schemas']['MailPage'];

export const mailsInLog = 100_000;

/** Mail of the last year to two people, one in a thousand of which has bounced, for each of the clients. */
async function fillMailLog(database: Kysely<Database>, clients: readonly string[] = ['cli_acme', 'cli_globex']): Promise<void> {
  for (const client of clients)
    await sql`
      insert into mails (id, message_id, client_id, at, membership_id, name, address, kind, resource, subject, text, html, state, search)
      select ${client} || line, ${client} || line, ${client}, now() - line * interval '5 minutes',
        case when line % 2 = 0 then 'mem_acme_owner' else 'mem_acme_billing' end, 'Name', 'name@acme.example',
        case when line % 3 = 0 then 'account' else 'invoice' end,
        case when line % 3 = 0 then 'profile.contacts' else 'billing.invoices' end,
        'Invoice R-' || line, 'Hello', '<p>Hello</p>', case when line % 1000 = 0 then 'bounced' else 'delivered' end,
        array_to_tsvector(array[${client} || '/invoice', ${client} || '/r-' || line, ${client} || '/' || line])
      from generate_series(1, ${mailsInLog}) as line`.execute(database);
  await sql`analyze mails`.execute(database);
}

/** The slowest of the first, a middle and the last page of a long mail log, of each filter, and of words found often, once and never. */
export async function timeMailPages(host: BenchHost): Promise<number> {
  await fillMailLog(host.database);
  const path = `${apiPrefix}/mails?`;
  const read = async (query: string) =>
    (await host.server.inject({ url: path + query, headers: { cookie: host.cookie } })).json<MailPage>();
  const { page } = await read('limit=200');
  const queries = [
    'limit=50', `limit=200&cursor=${page.nextCursor}`, 'state=bounced', 'state=deferred', 'kind=account', 'contactId=mem_acme_owner', 'to=2020-01-01',
    'q=invoice', 'q=r-77777', 'q=nothing',
  ]; // prettier-ignore
  let slowest = 0;
  for (const query of queries) slowest = Math.max(slowest, await medianTime(host, path + query));
  return slowest;
}
