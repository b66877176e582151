import type { Kysely } from 'kysely';
import type { Database } from '../database/tables.js';
import { isPositive, money } from '../http/money.js';
import { isVisible, type InvoiceOwner } from '../invoices/filter.js';
import type { LetterName, LetterValues } from '../mail/template.js';
import type { MailObject } from '../mail-log/record.js';
import type { NotificationEvent } from './notification-event.js';

/** The content of a mail about an occasion. */
export interface NotificationContent {
  letter: LetterName;
  values: LetterValues;
  /** The invoice to look at. */
  invoiceId: string;
  /** What it is about, where that is a single invoice. */
  object?: MailObject;
}

const columns = [
  'invoices.id', 'invoices.number', 'invoices.type', 'invoices.state', 'invoices.due_on', 'invoices.currency', 'invoices.total', 'invoices.paid',
  'invoices.pending', 'invoices.open', 'invoices.disputed_at', 'clients.name as client',
] as const; // prettier-ignore

/** The content to send, or nothing where this owner may not see all of it or it no longer holds. `language` formats amounts and days. */
export async function findContent(
  database: Kysely<Database>,
  owner: InvoiceOwner,
  occasion: NotificationEvent,
  language: string,
): Promise<NotificationContent | undefined> {
  if (occasion.about === 'receipt') return await findReceipt(database, owner, occasion.paymentId, language);
  const invoice = await visible(database, owner).where('invoices.id', '=', occasion.invoiceId).executeTakeFirst();
  if (!invoice || invoice.state !== 'issued') return undefined;
  const { id, number, client, type, currency, total, open, due_on } = invoice;
  const owes = type !== 'credit-note' && isPositive(open);
  const values = {
    number,
    client,
    amount: formatMoney(language, total, currency),
    open: owes ? formatMoney(language, open, currency) : '',
    dueOn: owes && due_on !== null ? formatDay(language, due_on) : '',
  };
  const object = aboutInvoice(invoice);
  if (occasion.about === 'invoice') return { letter: type === 'credit-note' ? 'credit-note' : 'invoice', values, invoiceId: id, object };
  // Paid, being paid or disputed since the reminder was due.
  if (!owes || isPositive(invoice.pending) || invoice.disputed_at !== null) return undefined;
  return { letter: occasion.stage === 1 ? 'overdue' : 'overdue-again', values, invoiceId: id, object };
}

const aboutInvoice = ({ id, number }: { id: string; number: string }): MailObject => ({ type: 'invoice', id, label: number });

async function findReceipt(
  database: Kysely<Database>,
  owner: InvoiceOwner,
  paymentId: string,
  language: string,
): Promise<NotificationContent | undefined> {
  const payment = await database
    .selectFrom('payments')
    .select(['amount', 'currency', 'method', 'status'])
    .where('id', '=', paymentId)
    .executeTakeFirst();
  const paid = await database.selectFrom('payment_allocations').select('invoice_id').where('payment_id', '=', paymentId).execute();
  if (payment?.status !== 'succeeded' || paid.length === 0) return undefined;
  const ids = paid.map(({ invoice_id }) => invoice_id);
  const invoices = await visible(database, owner).where('invoices.id', 'in', ids).orderBy('invoices.number').execute();
  if (invoices.length < ids.length) return undefined;
  const [first] = invoices;
  const values = {
    number: new Intl.ListFormat(language).format(invoices.map(({ number }) => number)),
    client: first!.client,
    amount: formatMoney(language, payment.amount, payment.currency),
    method: payment.method,
  };
  return { letter: 'receipt', values, invoiceId: first!.id, ...(invoices.length === 1 && { object: aboutInvoice(first!) }) };
}

const visible = (database: Kysely<Database>, owner: InvoiceOwner) =>
  database.selectFrom('invoices').innerJoin('clients', 'clients.id', 'invoices.client_id').where(isVisible(owner)).select(columns);

function formatMoney(language: string, amount: string, currency: string): string {
  return new Intl.NumberFormat(language, { style: 'currency', currency }).format(money(amount, currency).amount as `${number}`);
}

const formatDay = (language: string, day: string) =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
