import { sql, type Kysely } from 'kysely';
import type { Database } from '../../database/tables.js';
import { markOf, rememberWords } from '../own/words.js';

/** What tickets are found by, also those that are there, and an index for each filter of a search. */
export async function up(database: Kysely<Database>): Promise<void> {
  await database.schema
    .createTable('ticket_documents')
    .addColumn('ticket_id', 'text', (column) => column.primaryKey().references('tickets.id').onDelete('cascade'))
    .addColumn('words', sql`tsvector`, (column) => column.notNull())
    .execute();
  await fill(database);
  // What waits in a list until it is indexed makes each search read that list.
  await sql`create index ticket_documents_by_word on ticket_documents using gin (words) with (fastupdate = off)`.execute(database);
  await sql`create index ticket_posts_by_author on ticket_posts (author_id, ticket_id) where not hidden and event is null`.execute(
    database,
  );
  await sql`create index tickets_by_thing on tickets (client_id, thing_kind, thing_id, last_activity_at, id)`.execute(database);
}

const batch = 500;

async function fill(database: Kysely<Database>): Promise<void> {
  for (let after = ''; ;) {
    const tickets = await database
      .selectFrom('tickets')
      .select(['id', 'number', 'subject'])
      .where('status', '<>', 'merged')
      .where('id', '>', after)
      .orderBy('id')
      .limit(batch)
      .execute();
    for (const { id, number, subject } of tickets) {
      await rememberWords(database, id, [String(number), subject], await marksOf(database, id));
      for (const text of await textsOf(database, id)) await rememberWords(database, id, [text]);
    }
    if (tickets.length < batch) return;
    after = tickets.at(-1)!.id;
  }
}

/** What clients see of the posts of a ticket, and the names of their files. */
async function textsOf(database: Kysely<Database>, ticketId: string): Promise<string[]> {
  const { rows } = await sql<{ text: string }>`
    select concat_ws(E'\n', text, quoted, (select string_agg(name, E'\n') from uploads where subject = ticket_posts.id)) as text
    from ticket_posts where ticket_id = ${ticketId} and not hidden and event is null order by at, id`.execute(database);
  return rows.map(({ text }) => text);
}

/** Who has opened a ticket or is in copy, and who has written in it. */
async function marksOf(database: Kysely<Database>, ticketId: string): Promise<string[]> {
  const parties = await database.selectFrom('ticket_parties').select('membership_id as id').where('ticket_id', '=', ticketId).execute();
  const { rows: authors } = await sql<{ id: string }>`select distinct author_id as id from ticket_posts
    where ticket_id = ${ticketId} and author_id is not null and not hidden and event is null`.execute(database);
  return [...parties.map(({ id }) => markOf('party', id)), ...authors.map(({ id }) => markOf('author', id))];
}
