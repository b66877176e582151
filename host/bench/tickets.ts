import { sql, type Kysely } from 'kysely';
import type { Database } from '../src/database/tables.js';
import { apiPrefix } from '../src/server.js';
import { keyOf, stemsOf } from '../src/tickets/own/words.js';
import { medianTime } from './calls.js';
import type { BenchHost } from './host.js';

export const ticketCount = 100_000;

/** Words that are in so many of a hundred thousand tickets, beside thousands that are in some. */
const known = { server: 2, Rechnungen: 20, deployment: 300, Žluťoučký: 3000, خادم: 30_000 };

/**
 * Tickets of a client with three posts each, over five years, most of them closed. Written by the database itself, with what the host
 * would have made of the words.
 */
export async function fillTickets(
  database: Kysely<Database>,
  clientId: string,
  count: number,
  { people }: { people: readonly string[] },
): Promise<void> {
  await sql`create temporary table bench_words as
    select n, row, array(
      select case when row % 7 = 0 then 'Störung' else 'Wort' end || floor(4000 * power(random(), 3))::integer from generate_series(1, 36) where row > 0
    ) || ${sql.join(
      Object.entries(known).map(([word, every]) => sql`case when row % ${sql.lit(every)} = 0 then array[${word}] else '{}'::text[] end`),
      sql` || `,
    )} as words
    from (select n, n as row from generate_series(1, ${sql.lit(count)}) as n) as rows`.execute(database);
  await sql`create unique index on bench_words (n)`.execute(database);
  const id = sql`${`bench_${clientId}_`}::text || n`;
  const at = sql`now() - (${sql.lit(count)} - n) * interval '5 years' / ${sql.lit(count)}`;
  const person = sql`(${[...people]}::text[])[1 + n % ${sql.lit(people.length)}]`;
  await sql`
    insert into tickets (id, client_id, number, subject, department_id, status, priority, opened_by, opened_by_name, created_at, last_activity_at,
      last_reply_at, last_reply_kind, last_reply_name, closed_at, search_text, search_words)
    select ${id}, ${clientId}, nextval('ticket_numbers'), array_to_string(words[1:5], ' '), (array['technical', 'technical', 'technical', 'billing', 'sales'])[1 + n % 5],
      case when n % 50 = 0 then 'waiting-for-client' when n % 70 = 0 then 'on-hold' when n % 30 = 0 then 'waiting-for-support' else 'closed' end,
      case when n % 1000 = 0 then 'urgent' when n % 10 = 0 then 'high' else 'normal' end, ${person}, 'Somebody', ${at}, ${at} + interval '1 day',
      ${at} + interval '1 day', 'staff', 'Nora Lind', ${at} + interval '1 day', lower(array_to_string(words[1:5], ' ')),
      array_to_tsvector(array(select distinct ${clientId} || ' ' || substr(lower(word), start, 40) from unnest(words[1:5]) as word, generate_series(1, greatest(length(word) - 2, 1)) as start))
    from bench_words`.execute(database);
  await sql`insert into ticket_parties (ticket_id, membership_id, role) select ${id}, ${person}, 'opener' from bench_words`.execute(
    database,
  );
  await sql`
    insert into ticket_posts (id, ticket_id, at, author_kind, author_name, author_id, text, hidden)
    select ${id} || '_' || post, ${id}, ${at} + post * interval '1 hour', case when post = 2 then 'staff' else 'client' end, 'Somebody',
      case when post = 2 then null else ${person} end, array_to_string(words[5 + post * 11 : 15 + post * 11], ' '), false
    from bench_words, generate_series(0, 2) as post`.execute(database);
  const plain = sql`lower(normalize(word, NFD))`;
  const folded = sql`regexp_replace(${plain}, ${'[\u0300-\u036f]'}, '', 'g')`;
  await sql`
    insert into ticket_documents (ticket_id, words)
    select ${id}, array_to_tsvector(array(
      select distinct ${keyOf(clientId)} || '/' || form from unnest(words) as raw (word), lateral (select ${folded} as word) as bare, lateral unnest(bare.word || ${stemsOf(sql`bare.word`)}) as form
      where form <> '' union select ${keyOf(clientId)} || '/' || mark || ${person} from unnest(array['@', '=']) as mark))
    from bench_words`.execute(database);
  await sql`drop table bench_words`.execute(database);
}

export const lists: Readonly<Record<string, string>> = {
  'no filter': '',
  'by number': 'sort=number',
  'by day of opening': 'sort=createdAt',
  'waiting for the client': 'group=waiting',
  open: 'group=open',
  closed: 'group=closed',
  'a department': 'department=sales',
  'a priority that is rare': 'priority=urgent',
  'days long ago': 'createdFrom=2022-01-01&createdTo=2023-01-31',
  mine: 'scope=mine',
  'mine, a priority that is rare': 'scope=mine&priority=urgent',
  'text found often': 'q=wort1',
  'text found rarely': 'q=lu%C5%A5ou%C4%8Dk',
  'text found nowhere': 'q=nobodyhasthis',
  'a department, open, a priority': 'department=billing&group=open&priority=high',
};

export const searches: Readonly<Record<string, string>> = {
  'in every second ticket': 'q=server',
  'in every twentieth, another form of the word': 'q=rechnung',
  'in some': 'q=deployments',
  'in few': 'q=zlutoucky',
  'in hardly any': `q=${encodeURIComponent('خادم')}`,
  nowhere: 'q=nobodyhasthis',
  'the beginning of many words': 'q=wor',
  'three words': 'q=server+rechnungen+wort1',
  'with a department and days': 'q=server&department=sales&createdFrom=2022-01-01&createdTo=2023-01-31',
  'a rare state': 'q=rechnungen&group=on-hold',
  'an author': 'q=server&author=mem_acme_tech',
  'a thing that none is about': 'q=server&thing=service/none',
  'a number': 'q=10001',
  'oldest first': 'q=deployment&sort=createdAt',
  'no words': '',
};

/** The slowest first page of all filters at the server, with its totals, for somebody who sees the company's tickets, and with the name of the filter. */
export const timeTicketLists = (host: BenchHost): Promise<Slowest> => slowestOf(host, '/tickets', lists);

export const timeTicketSearches = (host: BenchHost): Promise<Slowest> => slowestOf(host, '/ticket-search', searches);

export interface Slowest {
  what: string;
  milliseconds: number;
}

/** Measures each; `BENCH_DETAILS` lists them. */
export async function slowestOf(host: BenchHost, path: string, queries: Readonly<Record<string, string>>): Promise<Slowest> {
  let slowest: Slowest = { what: '', milliseconds: 0 };
  for (const [what, query] of Object.entries(queries)) {
    const milliseconds = await medianTime(host, `${apiPrefix}${path}?${query}`);
    if (process.env['BENCH_DETAILS']) console.log(`${path} ${what}: ${milliseconds.toFixed(1)} ms`);
    if (milliseconds > slowest.milliseconds) slowest = { what, milliseconds };
  }
  return slowest;
}
