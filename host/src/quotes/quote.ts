import type { Kysely, Selectable } from 'kysely';
import type { components } from 'portal-elements/contract';
import type { QuoteLineTable, QuoteTable } from '../orders/tables.js';
import type { Database } from '../database/tables.js';
import { money } from '../http/money.js';
import { etagOf } from '../http/etag.js';
import type { OperationContext } from '../http/operation.js';
import { notFound } from '../http/problem.js';
import { periodLabel, totalsOf } from '../orders/totals.js';
import { isWanted } from './filter.js';
import { quoteStatusLabel, statusOf } from './status.js';

type Quote = components['schemas']['Quote'];
type QuoteSummary = components['schemas']['QuoteSummary'];
type Reference = components['schemas']['RecordReference'];
export type QuoteRow = Omit<Selectable<QuoteTable>, 'search'>;
export type LineRow = Selectable<QuoteLineTable>;

/** A quote with its lines. */
export interface WholeQuote {
  quote: QuoteRow;
  lines: LineRow[];
}

const columns = [
  'id', 'client_id', 'contract_id', 'number', 'subject', 'state', 'version', 'issued_on', 'valid_until', 'introduction', 'note', 'contact',
  'terms', 'superseded_by', 'decided_at', 'decided_by', 'purchase_order', 'decline_reason',
] as const; // prettier-ignore

/** The columns of a quote, all but what is only searched in. */
export const quoteColumns = columns.map((column) => `quotes.${column}` as const);

/** Completes these quotes with the rows that belong to them. */
export async function completed(database: Kysely<Database>, quotes: readonly QuoteRow[]): Promise<WholeQuote[]> {
  const ids = quotes.map(({ id }) => id);
  if (ids.length === 0) return [];
  const lines = await database.selectFrom('quote_lines').selectAll().where('quote_id', 'in', ids).orderBy('position').execute();
  return quotes.map((quote) => ({ quote, lines: lines.filter((line) => line.quote_id === quote.id) }));
}

/** One quote that the person may see, with its lines. */
export async function findQuote(
  database: Kysely<Database>,
  context: Pick<OperationContext, 'clientId' | 'contractIds'>,
  { id, today, lock = false }: { id: string; today: string; lock?: boolean },
): Promise<WholeQuote> {
  const found = database.selectFrom('quotes').select(quoteColumns).where('id', '=', id).where(isWanted(context, today));
  const quote = await (lock ? found.forUpdate() : found).executeTakeFirst();
  if (!quote) throw notFound();
  return (await completed(database, [quote]))[0]!;
}

/** The quote as lists have it. */
export function toSummary({ quote, lines }: WholeQuote, today: string): QuoteSummary {
  const status = statusOf(quote, today);
  return {
    id: quote.id,
    number: quote.number,
    subject: quote.subject,
    status,
    statusLabel: quoteStatusLabel(status),
    issuedOn: quote.issued_on,
    validUntil: quote.valid_until,
    totals: totalsOf(lines.filter(({ selected }) => selected)),
    allowedActions: status === 'open' ? ['accept', 'decline', 'ask'] : status === 'expired' ? ['ask'] : [],
  };
}

/** The quote as the contract has it. */
export async function toQuote(database: Kysely<Database>, context: OperationContext, whole: WholeQuote, today: string): Promise<Quote> {
  const { quote, lines } = whole;
  const [questions, supersededBy, order] = await Promise.all([
    database.selectFrom('quote_questions').selectAll().where('quote_id', '=', quote.id).orderBy('asked_at').orderBy('id').execute(),
    successorOf(database, context, quote, today),
    orderOf(database, quote),
  ]);
  const at = quote.decided_at?.toISOString();
  return {
    ...toSummary(whole, today),
    etag: etagOf(quote),
    introduction: quote.introduction,
    note: quote.note,
    contact: quote.contact,
    lines: lines.map(describeLine),
    terms: quote.terms,
    questions: questions.map((question) => ({
      id: question.id,
      askedAt: question.asked_at.toISOString(),
      askedBy: question.asked_by,
      text: question.text,
      answer: question.answer,
      answeredAt: question.answered_at?.toISOString() ?? null,
    })),
    supersededBy,
    acceptance:
      at && quote.state === 'accepted'
        ? { at, name: quote.decided_by ?? '', purchaseOrder: quote.purchase_order, termsVersion: quote.terms.version }
        : null,
    decline: at && quote.state === 'declined' ? { at, by: quote.decided_by, reason: quote.decline_reason } : null,
    order,
  };
}

const describeLine = (line: LineRow): Quote['lines'][number] => ({
  id: line.id,
  description: line.description,
  details: line.details,
  quantity: line.quantity,
  unit: line.unit,
  unitPrice: money(line.unit_price, line.currency),
  discount: line.discount,
  taxRate: line.tax_rate,
  period: line.period,
  periodLabel: periodLabel(line.period),
  net: money(line.net, line.currency),
  optional: line.optional,
  selected: line.selected,
});

async function successorOf(
  database: Kysely<Database>,
  context: OperationContext,
  { superseded_by: id }: QuoteRow,
  today: string,
): Promise<Reference | null> {
  if (id === null) return null;
  const quotes = database.selectFrom('quotes').select(['id', 'number']).where('id', '=', id).where(isWanted(context, today));
  return (await quotes.executeTakeFirst()) ?? null;
}

async function orderOf(database: Kysely<Database>, { id, client_id: clientId }: QuoteRow): Promise<Reference | null> {
  const orders = database.selectFrom('orders').select(['id', 'number']).where('quote_id', '=', id).where('client_id', '=', clientId);
  return (await orders.executeTakeFirst()) ?? null;
}
