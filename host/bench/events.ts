import { sql, type Kysely } from 'kysely';
import type { Database } from '../src/database/tables.js';
import type { BenchHost } from './host.js';
import { slowestOf, type Slowest } from './tickets.js';

export const eventCount = 1_000_000;

/** Events of a client over the time for which they are kept, written by the database itself. */
export async function fillEvents(database: Kysely<Database>, clientId: string, count: number): Promise<void> {
  await sql`
    insert into events (client_id, at, id, kind, category, actor_kind, actor_id, actor_name, resource, object_type, object_id, object_label, address, device, search)
    select ${clientId}, now() - (${sql.lit(count)} - n) * interval '360 days' / ${sql.lit(count)}, ${`bench_${clientId}_`}::text || n, kind, category,
      case when n % 40 = 0 then 'staff' else 'person' end, case when n % 40 = 0 then null else 'mem_bench_' || n % 20 end, 'Person ' || n % 20,
      case when category = 'sign-ins' then null else 'billing.services' end, 'service', 'ser_' || n % 5000, 'P-' || n % 5000, '192.0.2.' || n % 250, 'Firefox, Linux',
      array_to_tsvector(array[${`${clientId}/person`}::text, ${`${clientId}/`}::text || n % 20, ${`${clientId}/p-`}::text || n % 5000, ${`${clientId}/192.0.2.`}::text || n % 250])
    from (select n, case when n % 2 = 0 then 'signIn' when n % 999 = 0 then 'cancelService' else 'updateService' end as kind,
      case when n % 2 = 0 then 'sign-ins' else 'services' end as category from generate_series(1, ${sql.lit(count)}) as n) as rows`.execute(
    database,
  );
}

export const filters: Readonly<Record<string, string>> = {
  'no filter': '',
  'a person': 'by=mem_bench_3',
  staff: 'by=staff',
  'a category': 'category=services',
  'a rare kind': 'kind=cancelService',
  'a kind there is none of': 'kind=quoteIssued',
  'a thing': 'object=service/ser_77',
  'without sign-ins': 'withoutSignIns=true',
  'days long ago': `from=${dayBefore(300)}&to=${dayBefore(290)}`,
  'text found often': 'q=person',
  'text found rarely': 'q=p-4711',
  'text found nowhere': 'q=nobodyhasthis',
};

/** The slowest first page of all filters at the server. */
export const timeEventPages = (host: BenchHost): Promise<Slowest> => slowestOf(host, '/events', filters);

function dayBefore(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}
