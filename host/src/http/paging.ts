import { createHash } from 'node:crypto';
import { sql, type RawBuilder, type SelectQueryBuilder } from 'kysely';
import type { components } from 'portal-elements/contract';
import { Problem } from './problem.js';

/** A column a list can be sorted by. Missing values come last in both directions, so a nullable column needs a type that has an infinity. */
export type SortKey =
  | { column: string; type: 'text' | 'integer' | 'numeric' | 'date' | 'timestamptz' | 'inet'; nullable?: false }
  | { column: string; type: 'numeric' | 'date' | 'timestamptz'; nullable: true };

/** The ways in which a list can be walked: its sort names, as the contract spells them, and the unique column that breaks ties. */
export interface Listing {
  keys: Readonly<Record<string, SortKey>>;
  id: string;
  /** The type of that column, unless it is text. */
  idType?: 'bigint';
}

export interface PageRequest {
  /** Name of a sort key, with a leading `-` when descending. */
  sort: string;
  limit: number;
  cursor?: string | undefined;
  /** All that chooses the rows; a cursor holds for this filter and sort only. */
  filter: unknown;
}

type PageLinks = Pick<components['schemas']['Page'], 'nextCursor' | 'prevCursor'>;
// The listing names the columns that matter.
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the builder is invariant in its tables: no other type takes those of all lists
type Query<Row> = SelectQueryBuilder<any, any, Row>;
type Keyed<Row> = Row & { page_key: string; page_id: string };
type Towards = 'next' | 'prev';
interface Position {
  key: string;
  id: string;
}
interface Order {
  expression: RawBuilder<unknown>;
  id: RawBuilder<unknown>;
  idType: RawBuilder<unknown>;
  type: RawBuilder<unknown>;
  descending: boolean;
}

/**
 * Fetches the first page of `newest`, in whose rows a text is looked for one by one, where that fills a page; else of `all`, for which
 * the index of words is asked, which has to give every row that has a common word.
 */
export async function fetchPageOfNewest<Row>(
  newest: Query<Row> | undefined,
  all: Query<Row>,
  listing: Listing,
  request: PageRequest,
): Promise<{ rows: Row[]; page: PageLinks; isOfNewest: boolean }> {
  const early = newest && (await fetchPage(newest, listing, request));
  return early?.page.nextCursor ? { ...early, isOfNewest: true } : { ...(await fetchPage(all, listing, request)), isOfNewest: false };
}

/** Fetches one page of `query`, which must not be ordered or limited itself. */
export async function fetchPage<Row>(query: Query<Row>, listing: Listing, request: PageRequest): Promise<{ rows: Row[]; page: PageLinks }> {
  const order = orderOf(listing, request.sort);
  const scope = JSON.stringify([request.sort, request.filter]);
  const cursor = request.cursor === undefined ? undefined : readCursor(request.cursor, scope);
  const towards = cursor?.towards ?? 'next';
  const found = await run(after(query, order, cursor, towards, request.limit + 1), cursor !== undefined);
  const rows = found.slice(0, request.limit);
  if (towards === 'prev') rows.reverse();
  const more = found.length > request.limit;
  const hasNext = towards === 'next' ? more : true;
  const hasPrev = towards === 'prev' ? more : cursor !== undefined;
  const first = rows.length > 0 ? positionOf(rows[0]!) : cursor;
  const last = rows.length > 0 ? positionOf(rows.at(-1)!) : cursor;
  return {
    rows,
    page: {
      nextCursor: hasNext && last ? writeCursor(last, 'next', scope) : null,
      prevCursor: hasPrev && first ? writeCursor(first, 'prev', scope) : null,
    },
  };
}

/** Every row of `query` in batches. The database is free between two batches, however slowly they are read. */
export async function* fetchBatches<Row>(query: Query<Row>, listing: Listing, sort: string, size = 1000): AsyncGenerator<Row[]> {
  const order = orderOf(listing, sort);
  let position: Position | undefined;
  for (;;) {
    const rows = await after(query, order, position, 'next', size).execute();
    if (rows.length > 0) yield rows;
    if (rows.length < size) return;
    position = positionOf(rows.at(-1)!);
  }
}

function orderOf(listing: Listing, sort: string): Order {
  const descending = sort.startsWith('-');
  const key = listing.keys[descending ? sort.slice(1) : sort];
  if (!key) throw new Problem(400, 'The list cannot be sorted like this', { detail: `Unknown sort: ${sort}` });
  const column = sql.ref(key.column);
  const last = sql.raw(`'${descending ? '-' : ''}infinity'::${key.type}`);
  return {
    expression: key.nullable ? sql`coalesce(${column}, ${last})` : column,
    id: sql.ref(listing.id),
    idType: sql.raw(listing.idType ?? 'text'),
    type: sql.raw(key.type),
    descending,
  };
}

function after<Row>(query: Query<Row>, order: Order, position: Position | undefined, towards: Towards, limit: number): Query<Keyed<Row>> {
  const { expression, id, idType, type } = order;
  const down = order.descending === (towards === 'next');
  const direction = sql.raw(down ? 'desc' : 'asc');
  const beyond = sql.raw(down ? '<' : '>');
  const start = position
    ? query.where(sql<boolean>`(${expression}, ${id}) ${beyond} (${position.key}::${type}, ${position.id}::${idType})`)
    : query;
  return start
    .select([sql<string>`${expression}::text`.as('page_key'), sql<string>`${id}::text`.as('page_id')])
    .orderBy(sql`${expression} ${direction}`)
    .orderBy(sql`${id} ${direction}`)
    .limit(limit);
}

async function run<Row>(query: Query<Row>, hasCursor: boolean): Promise<Row[]> {
  try {
    return await query.execute();
  } catch (error) {
    // SQLSTATE class 22 is "data exception": a value in a forged cursor is not of the column's type.
    if (hasCursor && String((error as { code?: unknown }).code).startsWith('22')) throw brokenCursor();
    throw error;
  }
}

const positionOf = (row: Keyed<unknown>): Position => ({ key: row.page_key, id: row.page_id });

function writeCursor({ key, id }: Position, towards: Towards, scope: string): string {
  return Buffer.from(JSON.stringify([key, id, towards, checksum(key, id, towards, scope)])).toString('base64url');
}

function readCursor(text: string, scope: string): Position & { towards: Towards } {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    throw brokenCursor();
  }
  if (!Array.isArray(parts) || parts.length !== 4 || !parts.every((part) => typeof part === 'string')) throw brokenCursor();
  const [key, id, towards] = parts as [string, string, Towards, string];
  if (text !== writeCursor({ key, id }, towards, scope)) throw brokenCursor();
  return { key, id, towards };
}

const checksum = (...parts: string[]) => createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 16);

const brokenCursor = () =>
  new Problem(400, 'This page of the list is no longer valid', { detail: 'The cursor is damaged or belongs to another filter or sort.' });
