import { sql, type RawBuilder } from 'kysely';
import { fetchBatches, fetchPageOfNewest } from '../../http/paging.js';
import type { TicketPort, TicketSearchFilter, TicketSummary, TicketViewer } from '../port.js';
import { reachOf, seesThings } from '../rights.js';
import { summaryOf } from './describe.js';
import { excerptsOf } from './excerpts.js';
import { count, countable, listing, scopeOf } from './list.js';
import { described, ticketsOf, visibleTickets, type TicketQuery } from './scope.js';
import { keyOf, markOf, stemsOf, typedWords } from './words.js';

/** What is searched for, in the forms in which it may be in a text. */
export interface Sought {
  /** Whether anything was typed. */
  isTyped: boolean;
  /** Each word as a part of a `tsquery`. */
  terms: string[];
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
/** A text is looked for among this many of the latest tickets first. */
const few = 3000;

/** A page of the tickets in which something was written. */
export const searchOwn: TicketPort['search'] = async (viewer, { q = '', ...filter }, { sort, limit, cursor }) => {
  const sought = await readSought(viewer, q);
  const chosen = narrowed(viewer, filter);
  const looked = lookUp(viewer, sought, filter);
  const found = looked ? chosen.where(looked.byIndex) : chosen;
  const request = { sort, limit, cursor, filter: [...scopeOf(viewer), { q, ...filter }] };
  const early = looked && cursor === undefined ? latest(viewer, chosen, sort).where(looked.oneByOne) : undefined;
  const { rows, page, isOfNewest } = await fetchPageOfNewest(early && described(early, viewer), described(found, viewer), listing, request);
  const excerpts = await excerptsOf(viewer, rows, sought);
  return {
    items: rows.map((row) => ({ ...summaryOf(row, viewer), excerpts: excerpts.get(row.id) ?? [] })),
    page: {
      ...page,
      ...(await totalOf(viewer, { chosen, found }, { isOfNewest, page, cursor, rows: rows.length })),
    },
    summary: { seesOthers: reachOf(viewer) === 'company', numbered: await numbered(viewer, q) },
  };
};

/**
 * How many were found. It is left out where it would have to be looked for in the index though the latest tickets fill the page, unless these are
 * all that there are; and it need not be counted where it is one page.
 */
async function totalOf(
  { database }: TicketViewer,
  { chosen, found }: { chosen: TicketQuery; found: TicketQuery },
  {
    isOfNewest,
    page,
    cursor,
    rows,
  }: { isOfNewest: boolean; page: { nextCursor: string | null }; cursor: string | undefined; rows: number },
): Promise<{ total?: number }> {
  if (isOfNewest && (await count(database, chosen, few)) === few) return {};
  const total = page.nextCursor === null && cursor === undefined ? rows : await count(database, found);
  return total < countable ? { total } : {};
}

/** Every ticket that was found. */
export async function* allFoundOwn(
  viewer: TicketViewer,
  { q = '', ...filter }: TicketSearchFilter,
  sort: string,
): AsyncGenerator<TicketSummary[]> {
  const looked = lookUp(viewer, await readSought(viewer, q), filter);
  const chosen = narrowed(viewer, filter);
  for await (const rows of fetchBatches(described(looked ? chosen.where(looked.byIndex) : chosen, viewer), listing, sort))
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
function narrowed(viewer: TicketViewer, { author: _, thing, ...filter }: Omit<TicketSearchFilter, 'q'>): TicketQuery {
  let query = ticketsOf(viewer, filter);
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

/** What was typed, in its forms. */
async function readSought(viewer: TicketViewer, q: string): Promise<Sought> {
  const sought: Sought = { isTyped: q.trim() !== '', terms: [], beginnings: [], whole: [], compounds: [], stems: [] };
  if (!sought.isTyped) return sought;
  const typed = typedWords(q).slice(0, mostWords);
  const stems = await stemsOfTyped(viewer, typed);
  const key = keyOf(viewer.clientId);
  const plain = (word: string) => {
    const isShort = word.length < shortest;
    const forms = isShort ? [] : (stems.get(word) ?? []).filter((stem) => stem.length >= shortest);
    sought[isShort ? 'whole' : 'beginnings'].push(word);
    sought.stems.push(...forms);
    return `(${[lexeme(key, word, !isShort), ...forms.map((form) => lexeme(key, form))].join('|')})`;
  };
  for (const { plain: word, parts } of typed) {
    if (parts.length === 0) sought.terms.push(plain(word));
    else {
      sought.compounds.push(word);
      // Words that may stand apart as well, unlike parts of numbers and addresses, which are in much else.
      const apart = /^\p{L}{3,}(-\p{L}{3,})+$/u.test(word) ? [`(${parts.map(plain).join('&')})`] : [];
      sought.terms.push(`(${[lexeme(key, word, true), ...apart].join('|')})`);
    }
  }
  return sought;
}

/** A word of the index, or the beginning of one. */
const lexeme = (key: string, word: string, begins = false) => `'${`${key}/${word}`.replace(/['\\]/g, '\\$&')}'${begins ? ':*' : ''}`;

/** One condition on `tickets` in two ways: for few tickets and for all. */
interface Looked {
  byIndex: RawBuilder<boolean>;
  oneByOne: RawBuilder<boolean>;
}

/**
 * That a ticket has what was typed, and is of whom the person may see or has asked for, which the index knows too. What was typed and can be
 * in no text is found nowhere. Undefined where there is nothing to look up.
 */
function lookUp(viewer: TicketViewer, { isTyped, terms }: Sought, { author, scope }: TicketSearchFilter): Looked | undefined {
  if (isTyped && terms.length === 0) return { byIndex: sql<boolean>`false`, oneByOne: sql<boolean>`false` };
  if (!isTyped && !author) return undefined;
  const key = keyOf(viewer.clientId);
  const mine = reachOf(viewer) === 'mine' || scope === 'mine';
  const marks = [...(author ? [markOf('author', author)] : []), ...(mine ? [markOf('party', viewer.caller?.membershipId ?? '')] : [])];
  const query = sql`${[...terms, ...marks.map((mark) => lexeme(key, mark))].join('&')}::tsquery`;
  return {
    // `offset 0` has the database look into the index of words, instead of reading documents of everybody until a page is full.
    byIndex: sql<boolean>`tickets.id in (select ticket_id from ticket_documents where words @@ ${query} offset 0)`,
    oneByOne: sql<boolean>`(select words @@ ${query} from ticket_documents where ticket_id = tickets.id)`,
  };
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
