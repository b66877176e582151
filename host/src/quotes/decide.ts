import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { components } from 'portal-elements/contract';
import type { Database } from '../database/tables.js';
import { etagOf, requireMatch } from '../http/etag.js';
import type { OperationContext } from '../http/operation.js';
import { Problem } from '../http/problem.js';
import { searchText } from '../http/search.js';
import { companyToday } from '../company.js';
import { actorName, tellStaff } from '../mail/staff-mail.js';
import { newSteps } from '../orders/workflow.js';
import { unknownOption, withOptions } from './options.js';
import { findQuote, toQuote, type WholeQuote } from './quote.js';
import { requireOpen, statusOf } from './status.js';

type Quote = components['schemas']['Quote'];

/** Changes a quote, which nobody else changes meanwhile, and answers how it is then. */
async function editQuote(
  context: OperationContext,
  id: string,
  change: (whole: WholeQuote, transaction: Transaction<Database>, status: string) => Promise<unknown>,
): Promise<Quote> {
  const today = companyToday();
  return await context.database.transaction().execute(async (transaction) => {
    const whole = await findQuote(transaction, context, { id, today, lock: true });
    await change(whole, transaction, statusOf(whole.quote, today));
    await transaction
      .updateTable('quotes')
      .set({ version: sql`version + 1` })
      .where('id', '=', id)
      .execute();
    return await toQuote(transaction, context, await findQuote(transaction, context, { id, today }), today);
  });
}

/** Accepts a quote in the version that was read, and places the order. */
export function accept(
  context: OperationContext,
  id: string,
  ifMatch: string | undefined,
  { name, purchaseOrder, termsVersion, options }: components['schemas']['QuoteAcceptance'],
): Promise<Quote> {
  return editQuote(context, id, async ({ quote, lines }, transaction, status) => {
    requireOpen(status);
    requireMatch(ifMatch, etagOf(quote), 'The quote has changed in the meantime');
    if (name.trim().length < 2) throw rejected('/name', 'required', 'Please give your name.');
    if (termsVersion !== quote.terms.version)
      throw rejected('/termsVersion', 'other-version', 'The terms of this quote are of another version.');
    const unknown = unknownOption(lines, options);
    if (unknown >= 0) throw rejected(`/options/${unknown}`, 'unknown', 'The quote has no such option.');
    const chosen = withOptions(lines, options);
    const ids = new Set(chosen.map((line) => line.id));
    for (const line of lines.filter(({ optional }) => optional)) {
      await transaction
        .updateTable('quote_lines')
        .set({ selected: ids.has(line.id) })
        .where('id', '=', line.id)
        .execute();
    }
    const reference = purchaseOrder?.trim() || null;
    await transaction
      .updateTable('quotes')
      .set({ state: 'accepted', decided_at: new Date(), decided_by: name.trim(), purchase_order: reference })
      .where('id', '=', id)
      .execute();
    const number = await placeOrder(transaction, { quote: { ...quote, purchase_order: reference }, lines: chosen });
    await tellStaff(context, transaction, `Quote ${quote.number} has been accepted as order ${number}: ${quote.subject}`);
  });
}

/** Declines a quote. */
export function decline(context: OperationContext, id: string, reason: string | undefined): Promise<Quote> {
  return editQuote(context, id, async ({ quote }, transaction, status) => {
    requireOpen(status);
    const words = reason?.trim() || null;
    await transaction
      .updateTable('quotes')
      .set({ state: 'declined', decided_at: new Date(), decided_by: actorName(context), decline_reason: words })
      .where('id', '=', id)
      .execute();
    await tellStaff(context, transaction, `Quote ${quote.number} has been declined: ${quote.subject}`, words);
  });
}

/** Keeps a question about a quote, and mails it to the company. That of an expired quote may be whether it still holds. */
export function ask(context: OperationContext, id: string, text: string): Promise<Quote> {
  return editQuote(context, id, async ({ quote }, transaction, status) => {
    if (status !== 'expired') requireOpen(status);
    if (!text.trim()) throw rejected('/text', 'required', 'Please write your question.');
    await transaction
      .insertInto('quote_questions')
      .values({ id: `que_${randomUUID()}`, quote_id: id, asked_at: new Date(), asked_by: actorName(context), text: text.trim() })
      .execute();
    await tellStaff(context, transaction, `A question about quote ${quote.number}: ${quote.subject}`, text.trim());
  });
}

async function placeOrder(transaction: Transaction<Database>, { quote, lines }: WholeQuote): Promise<string> {
  const now = new Date();
  const id = `ord_${randomUUID()}`;
  const { rows } = await sql<{ next: number }>`select nextval('order_numbers') as next`.execute(transaction);
  const number = `O-${companyToday(now).slice(0, 4)}-${rows[0]!.next}`;
  await transaction
    .insertInto('orders')
    .values({
      id,
      client_id: quote.client_id,
      contract_id: quote.contract_id,
      number,
      subject: quote.subject,
      status: 'submitted',
      placed_at: now,
      last_activity_at: now,
      reference: quote.purchase_order,
      quote_id: quote.id,
      search: searchText([number, quote.subject, quote.purchase_order, ...lines.map(({ description }) => description)]),
    })
    .execute();
  const items = lines.map(({ description, details, quantity, unit, unit_price, net, tax_rate, currency, period }, index) => ({
    order_id: id, position: index + 1, description, details, quantity, unit, unit_price, net, tax_rate, currency, period,
  })); // prettier-ignore
  if (items.length > 0) await transaction.insertInto('order_items').values(items).execute();
  await transaction.insertInto('order_steps').values(newSteps(id, now)).execute();
  return number;
}

const rejected = (pointer: string, code: string, detail: string) =>
  new Problem(422, 'Some fields need another look', { errors: [{ pointer, code, detail }] });
