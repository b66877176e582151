import { sql, type RawBuilder } from 'kysely';
import { fetchBatches, fetchPage } from '../../http/paging.js';
import type { TicketPort, TicketSearchFilter, TicketSummary, TicketViewer } from '../port.js';
import { reachOf, seesThings } from '../rights.js';
import { summaryOf } from './describe.js';
import { excerptsOf } from './excerpts.js';
import { count, countable, listing, scopeOf } from './list.js';
import { described, ticketsOf, visibleTickets, type TicketQuery } from './scope.js';
import { keyOf, stemsOf, typedWords } from './words.js';

/** What is searched for, in the forms in which it may be in a text. */
export interface Sought {
  /** Beginnings of words. */
  beginnings: string[];
  /** Words that are too short to be the beginning of others. */
  whole: string[];
  /** Beginnings of what has several parts, such as addresses. */
  compounds: string[];
  stems: string[];
}

/** Shorter words are found as they are: too many others begin like them. */
const shortest = 3;
const mostWords = 12;
/** A common word is found among the latest so many tickets, without the index of words, which would give all that have it. */
const few = 1000;

/** A page of the tickets in which something was written. */
export const searchOwn: TicketPort['search'] = async (viewer, { q = '', ...filter }, { sort, limit, cursor }) => {
  const { condition, sought } = await readSought(viewer, q);
  const chosen = narrowed(viewer, filter);
  const found = condition ? chosen.where(condition) : chosen;
  const request = { sort, limit, cursor, filter: [...scopeOf(viewer), { q, ...filter }] };
  const early = condition && cursor === undefined ? latest(viewer, chosen, sort).where(condition) : undefined;
  const quick = early && (await fetchPage(described(early, viewer), listing, request));
  const { rows, page } = quick?.page.nextCursor ? quick : await fetchPage(described(found, viewer), listing, request);
  const excerpts = await excerptsOf(viewer, rows, sought);
  const total = await count(viewer.database, found);
  return {
    items: rows.map((row) => ({ ...summaryOf(row, viewer), excerpts: excerpts.get(row.id) ?? [] })),
    page: { ...page, ...(total < countable && { total }) },
    summary: { seesOthers: reachOf(viewer) === 'company', numbered: await numbered(viewer, q) },
  };
};

/** Every ticket that was found. */
export async function* allFoundOwn(
  viewer: TicketViewer,
  { q = '', ...filter }: TicketSearchFilter,
  sort: string,
): AsyncGenerator<TicketSummary[]> {
  const { condition } = await readSought(viewer, q);
  const chosen = narrowed(viewer, filter);
  for await (const rows of fetchBatches(described(condition ? chosen.where(condition) : chosen, viewer), listing, sort))
    yield rows.map((row) => summaryOf(row, viewer));
}

/** Departments, and contacts who have written something. */
export const searchOptionsOwn: TicketPort['searchOptions'] = async ({ database, clientId }) => {
  const departments = await database.selectFrom('ticket_departments').select(['id', 'label']).orderBy('position').execute();
  const authors = await database
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.person_id')
    .where('memberships.client_id', '=', clientId)
    .where(sql<boolean>`exists (select 1 from ticket_posts where author_id = memberships.id and not hidden and event is null)`)
    .select(['memberships.id', sql<string>`coalesce(memberships.invited_as, people.name)`.as('name')])
    .orderBy('name')
    .execute();
  return { departments, authors };
};

/** The tickets that the filter chooses, whatever was written. */
function narrowed(viewer: TicketViewer, { author, thing, ...filter }: Omit<TicketSearchFilter, 'q'>): TicketQuery {
  let query = ticketsOf(viewer, filter);
  if (author)
    query = query.where(
      sql<boolean>`tickets.id in (select ticket_id from ticket_posts where author_id = ${author} and not hidden and event is null)`,
    );
  if (!thing) return query;
  const [kind = '', ...id] = thing.split('/');
  query = query.where('tickets.thing_kind', '=', kind).where('tickets.thing_id', '=', id.join('/'));
  // Who does not see what a ticket is about cannot find it by that either.
  if (!seesThings(viewer, kind)) return query.where(sql<boolean>`false`);
  return viewer.contractIds ? query.where(sql<boolean>`tickets.contract_id = any(${[...viewer.contractIds]})`) : query;
}

/** Of these, the first ones in the order of the list. */
function latest({ database }: TicketViewer, query: TicketQuery, sort: string): TicketQuery {
  const column = listing.keys[sort.replace('-', '')]!.column as 'tickets.created_at';
  const direction = sort.startsWith('-') ? 'desc' : 'asc';
  const first = query.select('tickets.id').orderBy(column, direction).orderBy('tickets.id', direction).limit(few);
  return database.selectFrom('tickets').where('tickets.id', 'in', first);
}

/** What was typed as a condition on `tickets`, and in its forms. Nothing that could be found is found nowhere. */
async function readSought(viewer: TicketViewer, q: string): Promise<{ condition: RawBuilder<boolean> | undefined; sought: Sought }> {
  const sought: Sought = { beginnings: [], whole: [], compounds: [], stems: [] };
  if (!q.trim()) return { condition: undefined, sought };
  const typed = typedWords(q).slice(0, mostWords);
  const stems = await stemsOfTyped(viewer, typed);
  const key = keyOf(viewer.clientId);
  const lexeme = (word: string, begins: boolean) => `'${`${key}/${word}`.replace(/['\\]/g, '\\$&')}'${begins ? ':*' : ''}`;
  const plain = (word: string) => {
    const isShort = word.length < shortest;
    const forms = isShort ? [] : (stems.get(word) ?? []).filter((stem) => stem.length >= shortest);
    sought[isShort ? 'whole' : 'beginnings'].push(word);
    sought.stems.push(...forms);
    return `(${[lexeme(word, !isShort), ...forms.map((form) => lexeme(form, false))].join('|')})`;
  };
  const terms = typed.map(({ plain: word, parts }) => {
    if (parts.length === 0) return plain(word);
    sought.compounds.push(word);
    // Words that may stand apart as well, unlike parts of numbers and addresses, which are in much else.
    const apart = /^\p{L}{3,}(-\p{L}{3,})+$/u.test(word) ? [`(${parts.map(plain).join('&')})`] : [];
    return `(${[lexeme(word, true), ...apart].join('|')})`;
  });
  if (terms.length === 0) return { condition: sql<boolean>`false`, sought };
  const condition = sql<boolean>`tickets.id in (select ticket_id from ticket_documents where words @@ ${terms.join('&')}::tsquery)`;
  return { condition, sought };
}

async function stemsOfTyped({ database }: TicketViewer, typed: ReturnType<typeof typedWords>): Promise<Map<string, string[]>> {
  const words = [...new Set(typed.flatMap(({ plain, parts }) => (parts.length > 0 ? parts : [plain])))];
  const { rows } = await sql<{ word: string; stems: string[] | null }>`
    select word, ${stemsOf(sql`word`)} as stems from unnest(${words}::text[]) as word`.execute(database);
  return new Map(rows.map(({ word, stems }) => [word, [...new Set(stems ?? [])].filter((stem) => stem !== word)]));
}

/** The ticket of the number that was typed. */
async function numbered(viewer: TicketViewer, q: string) {
  const [word, ...others] = typedWords(q.trim().replace(/^#/, ''));
  if (!word || others.length > 0 || !/^\d{1,9}$/.test(word.plain)) return null;
  const ticket = await visibleTickets(viewer.database, viewer)
    .where('tickets.number', '=', Number(word.plain))
    .select(['tickets.id', 'tickets.number', 'tickets.subject'])
    .executeTakeFirst();
  return ticket ? { ...ticket, number: String(ticket.number) } : null;
}
