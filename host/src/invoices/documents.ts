import type { FastifyReply } from 'fastify';
import type { Kysely } from 'kysely';
import type { components } from 'portal-elements/contract';
import type { Database } from '../database/tables.js';
import { attachment } from '../http/files/attachment.js';
import { csvHeader, csvLines, type CsvColumn } from '../http/files/csv.js';
import type { OperationContext } from '../http/operation.js';
import { notFound } from '../http/problem.js';
import { companyToday } from '../company.js';
import { findInvoice, toInvoice, type WholeInvoice } from './invoice.js';
import { payeeOf } from './payee.js';
import { settlePayments } from '../payments/payments.js';
import { documentName, documentTitle, invoicePdf } from './pdf.js';
import { writeCii } from './write-cii.js';
import { writeUbl } from './write-ubl.js';

type Invoice = components['schemas']['Invoice'];

/** The invoice with all that belongs to it, as it stands now; throws when it is not to be seen. */
export async function requireInvoice(context: OperationContext, id: string): Promise<WholeInvoice> {
  await settlePayments(context.database, context.clientId);
  const invoice = await findInvoice(context.database, context, id);
  if (!invoice) throw notFound();
  return invoice;
}

/** The invoice as a PDF, as a stream. */
export async function invoiceDocument(context: OperationContext, id: string): Promise<PDFKit.PDFDocument> {
  return pdfOf(await requireInvoice(context, id));
}

/** Answers with the invoice as a file; throws where it is not there in this format. */
export async function sendDocument(database: Kysely<Database>, whole: WholeInvoice, format: string, reply: FastifyReply): Promise<unknown> {
  const { invoice } = whole;
  const name = documentName(invoice.type, invoice.type_code, invoice.number);
  if (format === 'pdf') {
    attachment(reply, `${name}.pdf`, 'application/pdf');
    return pdfOf(whole);
  }
  if (format === 'facturx') {
    if (!invoice.is_factur_x) throw notFound();
    attachment(reply, `${name} factur-x.pdf`, 'application/pdf');
    return pdfOf(whole, writeCii(whole));
  }
  if (format === 'csv') {
    attachment(reply, `${name}.csv`, 'text/csv; charset=utf-8; header=present');
    return csvHeader(lineColumns) + csvLines(lineColumns, toInvoice(whole, companyToday()).lines);
  }
  const source = await database.selectFrom('invoice_sources').select('content').where('invoice_id', '=', invoice.id).executeTakeFirst();
  attachment(reply, `${name}.xml`, 'application/xml');
  return source ? Buffer.from(source.content) : writeUbl(whole);
}

/** The invoice as a PDF, as a stream; with the e-invoice `cii` inside it where that is given. */
export function pdfOf(whole: WholeInvoice, cii?: string): PDFKit.PDFDocument {
  const { invoice } = whole;
  const title = documentTitle(invoice.type, invoice.type_code);
  return invoicePdf(toInvoice(whole, companyToday()), title, { payee: payeeOf(invoice), ...(cii !== undefined && { cii }) });
}

const lineColumns: CsvColumn<Invoice['lines'][number]>[] = [
  { title: 'Description', value: ({ description }) => description },
  { title: 'From', value: ({ periodFrom }) => periodFrom },
  { title: 'To', value: ({ periodTo }) => periodTo },
  { title: 'Quantity', kind: 'number', value: ({ quantity }) => quantity },
  { title: 'Unit', value: ({ unit }) => unit },
  { title: 'Unit price', kind: 'number', value: ({ unitPrice }) => unitPrice.amount },
  { title: 'Tax rate', kind: 'number', value: ({ taxRate }) => taxRate },
  { title: 'Net', kind: 'number', value: ({ net }) => net.amount },
  { title: 'Currency', value: ({ net }) => net.currency },
];
