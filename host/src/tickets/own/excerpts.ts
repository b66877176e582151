import { sql, type Selectable } from 'kysely';
import type { components } from 'portal-elements/contract';
import { searchText } from '../../http/search.js';
import { uploadsOf } from '../../http/uploads.js';
import type { TicketViewer } from '../port.js';
import type { TicketPostTable } from '../tables.js';
import type { Sought } from './find.js';
import type { TicketRow } from './scope.js';
import { compoundsOf, stemsOf, wordsOf, type Word } from './words.js';

type Excerpt = components['schemas']['TicketExcerpt'];
type Piece = components['schemas']['TextPiece'];
type Post = Pick<Selectable<TicketPostTable>, 'id' | 'ticket_id' | 'at' | 'author_kind' | 'author_name'> & { words: string };

/** A text that may hold what is searched for. */
interface Source extends Omit<Excerpt, 'pieces'> {
  ticketId: string;
  text: string;
}

/** Posts of a ticket that are looked at first, and the most if these hold nothing. */
const [soon, atMost] = [20, 500];
/** Characters of an excerpt, and of these before the first mark. */
const [length, before] = [220, 50];
const mostOfTicket = 2;

/** The places in tickets where something was found, by the ids of the tickets. */
export async function excerptsOf(
  viewer: TicketViewer,
  rows: readonly TicketRow[],
  sought: Sought,
): Promise<ReadonlyMap<string, Excerpt[]>> {
  const forms = [...sought.beginnings, ...sought.whole, ...sought.compounds, ...sought.stems];
  const excerpts = new Map<string, Excerpt[]>();
  if (forms.length === 0 || rows.length === 0) return excerpts;
  const subjects = rows.map(({ id, subject }): Source => ({ ticketId: id, text: subject, place: 'subject', by: null, at: null }));
  const ids = rows.map(({ id }) => id);
  const first = [...subjects, ...(await sourcesOf(viewer, ids, 0, soon))];
  await addExcerpts(viewer, first, sought, excerpts);
  const rest = ids.filter((id) => !excerpts.has(id));
  if (rest.length > 0) await addExcerpts(viewer, await sourcesOf(viewer, rest, soon, atMost), sought, excerpts);
  return excerpts;
}

/** What clients see of the posts of these tickets and the names of their files, the newest of each first. */
async function sourcesOf(viewer: TicketViewer, ids: readonly string[], offset: number, limit: number): Promise<Source[]> {
  const { rows: posts } = await sql<Post>`
    select post.* from unnest(${[...ids]}::text[]) as wanted cross join lateral (
      select id, ticket_id, at, author_kind, author_name, concat_ws(E'\n', text, quoted) as words from ticket_posts
      where ticket_id = wanted and not hidden and event is null
      order by at desc, id desc limit ${limit} offset ${offset}) as post`.execute(viewer.database);
  const files = await uploadsOf(
    viewer.database,
    posts.map(({ id }) => id),
  );
  return posts.flatMap(({ id, ticket_id: ticketId, at, author_kind: kind, author_name: name, words }) => {
    const source = { ticketId, by: { kind, name }, at: at.toISOString() };
    const names = (files.get(id) ?? []).map((file) => ({ ...source, place: 'file', text: file.name }));
    return [{ ...source, place: 'post', text: words }, ...names];
  });
}

async function addExcerpts(
  viewer: TicketViewer,
  sources: readonly Source[],
  sought: Sought,
  excerpts: Map<string, Excerpt[]>,
): Promise<void> {
  const likely = sources.filter(({ text }) => mayHold(text, sought));
  const others = await wordsOfStems(viewer, likely, sought);
  for (const { ticketId, text, ...place } of likely) {
    const known = excerpts.get(ticketId) ?? [];
    if (known.filter((each) => each.place !== 'subject').length >= mostOfTicket) continue;
    const marks = marksIn(text, sought, others);
    if (marks.length > 0) excerpts.set(ticketId, [...known, { ...place, pieces: piecesOf(text, marks) }]);
  }
}

/** Spares most texts a look at each of their words. */
function mayHold(text: string, { beginnings, whole, compounds, stems }: Sought): boolean {
  const plain = searchText([text]);
  return [...beginnings, ...whole, ...compounds, ...stems].some((form) => plain.includes(form.slice(0, 3))) || /[٠-٩۰-۹ـ]/.test(text);
}

/** The words of these texts that have one of the stems. */
async function wordsOfStems({ database }: TicketViewer, sources: readonly Source[], { stems }: Sought): Promise<ReadonlySet<string>> {
  if (stems.length === 0) return new Set();
  const words = new Set(sources.flatMap(({ text }) => wordsOf(text).map(({ plain }) => plain)));
  const candidates = [...words].filter((word) => stems.some((stem) => word.includes(stem.slice(0, 3))));
  const { rows } = await sql<{ word: string }>`
    select word from unnest(${candidates}::text[]) as word where (word || ${stemsOf(sql`word`)}) && ${stems}::text[]`.execute(database);
  return new Set(rows.map(({ word }) => word));
}

function marksIn(text: string, { beginnings, whole, compounds }: Sought, others: ReadonlySet<string>): Word[] {
  const words = wordsOf(text).filter(
    ({ plain }) => whole.includes(plain) || others.has(plain) || beginnings.some((beginning) => plain.startsWith(beginning)),
  );
  const joined =
    compounds.length === 0 ? [] : compoundsOf(text).filter(({ plain }) => compounds.some((beginning) => plain.startsWith(beginning)));
  const marks: Word[] = [];
  for (const mark of [...words, ...joined].sort((one, other) => one.start - other.start || other.end - one.end))
    if (mark.start >= (marks.at(-1)?.end ?? 0)) marks.push(mark);
  return marks;
}

/** The part of a text that has the most marks, cut at words, as pieces with and without marks. */
function piecesOf(text: string, marks: readonly Word[]): Piece[] {
  const within = (start: number) => marks.filter((mark) => mark.start >= start && mark.end <= start + length - before).length;
  const best = marks.reduce((one, other) => (within(other.start) > within(one.start) ? other : one));
  // What fits is shown whole, as subjects are.
  const start = text.length <= length ? 0 : cutBefore(text, best.start - before);
  const end = cutAfter(text, Math.max(start + length, best.end));
  const pieces: Piece[] = [];
  let at = start;
  const add = (to: number, marked: boolean) => {
    const piece = text.slice(at, to).replace(/\s+/g, ' ');
    if (piece !== '') pieces.push({ text: piece, marked });
    at = to;
  };
  for (const mark of marks.filter((each) => each.start >= start && each.end <= end)) {
    add(mark.start, false);
    add(mark.end, true);
  }
  add(end, false);
  return [
    ...(start > 0 ? [{ text: '… ', marked: false }] : []),
    ...pieces,
    ...(end < text.trimEnd().length ? [{ text: ' …', marked: false }] : []),
  ];
}

/** The place of the word at which a cut can be made, at `wanted` or shortly after. */
function cutBefore(text: string, wanted: number): number {
  if (wanted <= 0) return 0;
  const gap = text.slice(wanted, wanted + before).search(/\s/);
  return gap < 0 ? whole(text, wanted) : wanted + gap + 1;
}

function cutAfter(text: string, wanted: number): number {
  if (wanted >= text.length) return text.length;
  const gap = text.slice(wanted - before, wanted).search(/\s\S*$/);
  return gap < 0 ? whole(text, wanted) : wanted - before + gap;
}

/** Not in the middle of a character. */
const whole = (text: string, at: number): number => (/[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at);
