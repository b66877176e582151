import { sql } from 'kysely';
import type { components } from 'portal-elements/contract';
import { apiPrefix } from '../src/server.js';
import { medianTime } from './calls.js';
import type { BenchHost } from './host.js';

type LedgerPage = components['schemas']['LedgerPage'];

/** A ledger in a currency of its own, so that it is as long as this whatever the demo has. */
const currency = 'NOK';
export const ledgerLines = 20_000;

/** The slowest of the first, a middle and the last page of a long ledger, and of one of a filter. */
export async function timeLedgerPages(host: BenchHost): Promise<number> {
  await sql`
    insert into ledger_entries (client_id, currency, day, kind, document_id, amount)
    select 'cli_acme', ${currency}, date '2016-01-01' + line / 6, case when line % 2 = 0 then 'invoice' else 'payment' end,
      'bench_' || line, case when line % 2 = 0 then 119.99 else -119.99 end
    from generate_series(1, ${ledgerLines}) as line`.execute(host.database);
  const path = `${apiPrefix}/ledger?currency=${currency}&`;
  const read = async (query: string) =>
    (await host.server.inject({ url: path + query, headers: { cookie: host.cookie } })).json<LedgerPage>();
  const cursors: string[] = [];
  for (let next = (await read('limit=200')).page.nextCursor; next; next = (await read(`limit=200&cursor=${next}`)).page.nextCursor)
    cursors.push(next);
  const queries = ['limit=50', `cursor=${cursors[Math.floor(cursors.length / 2)]}`, `cursor=${cursors.at(-1)}`, 'type=payment'];
  let slowest = 0;
  for (const query of queries) slowest = Math.max(slowest, await medianTime(host, path + query));
  return slowest;
}
