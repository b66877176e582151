import { createHash } from 'node:crypto';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from '../../database/tables.js';
import { searchText } from '../../http/search.js';

/** A word of a text: as it is compared, and where it stands. */
export interface Word {
  plain: string;
  start: number;
  end: number;
}

const letters = String.raw`[\p{L}\p{N}][\p{L}\p{N}\p{M}]*`;
const simple = new RegExp(letters, 'gu');
/** Addresses, host names, numbers of things: what is one word though it has several parts. */
const compound = new RegExp(`${letters}(?:[.@_:-]+${letters})+`, 'gu');
const either = new RegExp(`${compound.source}|${letters}`, 'gu');
const joint = /[.@_:-]+/gu;

/** Of a word, so much is kept. */
const longest = 40;
/** The most that is kept of one text, and of a ticket: the database takes a megabyte for a row. */
const most = { words: 2000, bytes: 60_000, document: 700_000 };

/** The Arabic article, also after “and”, which is written as one with its word. */
const article = /^و?ال(?=\p{Script=Arabic}{3})/u;

/** Lower case without accents, lengthening strokes and the Arabic article, and with the digits that all languages have. */
function plainOf(word: string): string {
  const digits = word.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));
  return searchText([digits.replaceAll('ـ', '')])
    .replace(/[^\p{L}\p{N}.@_:-]/gu, '')
    .replace(article, '')
    .slice(0, longest);
}

const wordAt = (text: string, start: number): Word => ({ plain: plainOf(text), start, end: start + text.length });

/** The words of a text, in their order. */
export const wordsOf = (text: string): Word[] => [...text.matchAll(simple)].map((match) => wordAt(match[0], match.index));

/** What has several parts in a text, and the ends of it: `shop.example.com` and `example.com`. */
export function compoundsOf(text: string): Word[] {
  return [...text.matchAll(compound)].flatMap(({ 0: whole, index }) => {
    const joints = [...whole.matchAll(joint)];
    const ends = joints.slice(0, -1).map((match) => match.index + match[0].length);
    return [0, ...ends].map((start) => wordAt(whole.slice(start), index + start));
  });
}

/** Whatever somebody has typed to find, one after the other. */
export function typedWords(typed: string): { plain: string; parts: string[] }[] {
  return [...typed.matchAll(either)].map(({ 0: word }) => {
    const parts = wordsOf(word).map(({ plain }) => plain);
    return { plain: plainOf(word), parts: parts.length > 1 ? parts : [] };
  });
}

/** Begins each word of a client in the index, so that words of one client are none of another's; short, as it is kept with every word. */
export const keyOf = (clientId: string): string => createHash('md5').update(clientId).digest('hex').slice(0, keyLength);
const keyLength = 6;

/** The stems of a word in the languages for which the database has them. */
export const stemsOf = (word: RawBuilder<unknown>): RawBuilder<string[]> =>
  sql<string[]>`(${sql.join(
    ['english_stem', 'german_stem', 'arabic_stem'].map((language) => sql`ts_lexize(${sql.lit(language)}, ${word})`),
    sql` || `,
  )})`;

/** What stands for a contact among the words of a ticket, and is none: who has written in it, and who has opened it or is in copy. */
export const markOf = (role: 'author' | 'party', membershipId: string): string => `${role === 'author' ? '@' : '='}${membershipId}`;

/** Makes it possible to find a ticket by these texts and marks, beside what it is found by already. */
export async function rememberWords(
  database: Kysely<Database>,
  ticketId: string,
  texts: readonly string[],
  marks: readonly string[] = [],
): Promise<void> {
  const words = distinct(texts.flatMap((text) => [...wordsOf(text), ...compoundsOf(text)]));
  const forms = sql`select unnest(word || ${stemsOf(sql`word`)}) as form from unnest(${words}::text[]) as word
    union all select unnest(${[...marks]}::text[])`;
  const vector = sql`(select coalesce(array_to_tsvector(array_agg(distinct left(md5(tickets.client_id), ${keyLength}) || '/' || form)), '')
    from (${forms}) as forms where form <> '')`;
  await sql`
    insert into ticket_documents as known (ticket_id, words) select tickets.id, ${vector} from tickets where tickets.id = ${ticketId}
    on conflict (ticket_id) do update set words = ${joined(sql`excluded.words`)}`.execute(database);
}

/** Takes a mark away from a ticket. */
export async function forgetMark(database: Kysely<Database>, ticketId: string, mark: string): Promise<void> {
  await sql`update ticket_documents set words = ts_delete(words, left(md5(tickets.client_id), ${keyLength}) || '/' || ${mark}) from tickets
    where tickets.id = ticket_id and ticket_id = ${ticketId}`.execute(database);
}

/** Lets a ticket be found by what another was found by, into which nothing is written any more. */
export async function moveWords(database: Kysely<Database>, from: string, into: string): Promise<void> {
  await sql`update ticket_documents as known set words = ${joined(sql`other.words`)}
    from ticket_documents as other where known.ticket_id = ${into} and other.ticket_id = ${from}`.execute(database);
  await database.deleteFrom('ticket_documents').where('ticket_id', '=', from).execute();
}

const joined = (more: RawBuilder<unknown>) =>
  sql`case when octet_length(known.words::text) < ${most.document} then known.words || ${more} else known.words end`;

function distinct(words: readonly Word[]): string[] {
  const kept = new Set<string>();
  let bytes = 0;
  for (const { plain } of words) {
    if (plain === '' || kept.has(plain)) continue;
    bytes += Buffer.byteLength(plain);
    if (kept.size >= most.words || bytes > most.bytes) break;
    kept.add(plain);
  }
  return [...kept];
}
