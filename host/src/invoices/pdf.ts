import type { components } from 'portal-elements/contract';
import { day, left, newDocument, number, Page, plain, quiet, right, type Column, type TextOptions } from '../pdf/page.js';
import type { Payee } from './tables.js';
import { company } from '../company.js';
import { attachCii } from './factur-x.js';

type Invoice = components['schemas']['Invoice'];
type Money = components['schemas']['Money'];
const columns: Column[] = [
  { title: 'Description', x: left, width: 218, align: 'left' },
  { title: 'Quantity', x: 278, width: 70, align: 'right' },
  { title: 'Unit price', x: 352, width: 72, align: 'right' },
  { title: 'Tax', x: 428, width: 36, align: 'right' },
  { title: 'Net', x: 468, width: 71, align: 'right' },
];

const titles: Readonly<Record<string, string>> = {
  '325': 'Proforma invoice',
  '384': 'Corrected invoice',
  '386': 'Prepayment invoice',
  '389': 'Self-billed invoice',
};

/** The title of the document: Invoice, Credit note, Proforma invoice and so on. */
export const documentTitle = (type: string, typeCode: string) => titles[typeCode] ?? (type === 'credit-note' ? 'Credit note' : 'Invoice');

/** The name of a file of the document, without its ending. */
export const documentName = (type: string, typeCode: string, number: string) => `${documentTitle(type, typeCode)} ${number}`;

interface Extras {
  /** Whom to pay by bank transfer, and where. */
  payee: Payee | undefined;
  /** The Cross Industry Invoice to put in, which makes it PDF/A-3. */
  cii?: string;
}

/** The invoice as an A4 document, as a stream. */
export function invoicePdf(invoice: Invoice, title: string, { payee, cii }: Extras): PDFKit.PDFDocument {
  const document = newDocument({
    title: `${title} ${invoice.number}`,
    author: invoice.seller.name,
    created: new Date(invoice.issuedOn),
    keepsPages: true,
    isArchival: cii !== undefined,
  });
  const page = new Page(document);
  head(page, invoice, title);
  lines(page, invoice);
  totals(page, invoice);
  taxes(page, invoice);
  state(page, invoice, payee);
  footers(page, invoice, title);
  if (cii !== undefined) attachCii(document, cii, new Date(invoice.issuedOn));
  document.end();
  return document;
}

function head(page: Page, invoice: Invoice, title: string): void {
  const { seller, buyer } = invoice;
  page.write(seller.name, { size: 15, bold: true, color: company.color });
  page.y += 22;
  page.write(partyLines(seller).join(' · '), { size: 7.5, color: quiet });
  page.y = 126;

  const detailsX = 340;
  page.write(title, { x: detailsX, width: right - detailsX, size: 15, bold: true });
  page.write('Bill to', { size: 7.5, color: quiet });
  page.y += 12;
  const top = page.y;
  for (const text of [buyer.name, ...partyLines(buyer)]) {
    page.y += page.write(text, { width: 250, size: 9.5, bold: text === buyer.name }) + 1;
  }
  const buyerEnd = page.y;

  page.y = top + 12;
  for (const [name, value] of details(invoice)) {
    page.write(name, { x: detailsX, width: 78, color: quiet });
    page.y += Math.max(12, page.write(value, { x: detailsX + 80, width: right - detailsX - 80, align: 'right' })) + 2;
  }
  page.y = Math.max(page.y, buyerEnd) + 22;
  if (invoice.note) {
    page.paragraph(invoice.note, { color: quiet });
    page.y += 10;
  }
}

function details(invoice: Invoice): [string, string][] {
  const named = invoice.related.filter(({ relation }) => relation === 'corrects').map(({ number }) => number);
  const rows: [string, string | null | undefined][] = [
    ['Number', invoice.number],
    ['Date', day(invoice.issuedOn)],
    ['Due', invoice.dueOn && day(invoice.dueOn)],
    ['Period', period(invoice)],
    ['Reference', invoice.reference],
    ['Corrects', named.join(', ')],
  ];
  return rows.filter((row): row is [string, string] => Boolean(row[1]));
}

function lines(page: Page, invoice: Invoice): void {
  page.titles(columns);
  for (const item of invoice.lines) {
    const detail = period(item);
    const height = page.heightOf(item.description, columns[0]) + (detail ? 11 : 0);
    if (page.room(Math.min(height, 600))) page.titles(columns);
    const top = page.y;
    const cells = [
      item.description,
      [number(item.quantity), item.unit].filter(Boolean).join(' '),
      plain(item.unitPrice),
      item.taxRate == null ? '' : `${number(item.taxRate)} %`,
      plain(item.net),
    ];
    const heights = cells.map((text, index) => page.write(text, columns[index]));
    page.y = top + heights[0]!;
    if (detail) page.y += page.write(detail, { ...columns[0], size: 7.5, color: quiet });
    page.y = Math.max(page.y, top + Math.max(...heights)) + 4;
    page.rule();
  }
}

function totals(page: Page, invoice: Invoice): void {
  const { adjustments = [], rounding, prepaid } = invoice;
  const rows: [string, Money, boolean?][] = [
    ...adjustments.map(({ description, amount }): [string, Money] => [description, amount]),
    ['Net total', invoice.netTotal],
    ['Tax', invoice.taxTotal],
    ...(rounding && isNotZero(rounding) ? [['Rounding', rounding] as [string, Money]] : []),
    ['Total', invoice.total, true],
    ...(prepaid && isNotZero(prepaid) ? [['Paid in advance', prepaid] as [string, Money]] : []),
  ];
  page.y += 4;
  page.room(rows.length * 15);
  for (const [name, amount, bold = false] of rows) {
    const size = bold ? 11 : 9;
    const height = page.write(name, { x: 300, width: 130, size, bold });
    page.write(`${plain(amount)} ${amount.currency}`, { x: 430, width: right - 430, size, bold, align: 'right' });
    page.y += Math.max(height, 12) + 3;
  }
  page.y += 12;
}

function taxes(page: Page, invoice: Invoice): void {
  if (invoice.taxes.length === 0) return;
  page.room(34 + invoice.taxes.length * 14);
  const cells = (values: string[], options: TextOptions) => {
    values.forEach((value, index) =>
      page.write(value, {
        ...options,
        x: [left, 150, 280, 410][index]!,
        width: index === 0 ? 90 : 129,
        align: index === 0 ? 'left' : 'right',
      }),
    );
    page.y += 13;
  };
  cells(['Tax', 'Rate', 'Net', 'Tax amount'], { size: 7.5, color: quiet });
  page.rule();
  for (const tax of invoice.taxes) {
    cells([tax.category, tax.rate === null ? '' : `${number(tax.rate)} %`, plain(tax.base), plain(tax.tax)], {});
    if (tax.reason) page.paragraph(tax.reason, { size: 8, color: quiet });
  }
  page.y += 12;
}

function state(page: Page, invoice: Invoice, payee: Payee | undefined): void {
  const { type, status, statusLabel, paid, open, dueOn } = invoice;
  page.room(60);
  page.paragraph(`${statusLabel}`, { bold: true, size: 10, color: company.color });
  for (const payment of invoice.payments) {
    page.paragraph(
      `${day(payment.paidAt.slice(0, 10))} · ${payment.method} · ${payment.statusLabel} · ${plain(payment.amount)} ${payment.amount.currency}`,
    );
  }
  if (isNotZero(paid)) page.paragraph(`Paid ${plain(paid)} ${paid.currency}, open ${plain(open)} ${open.currency}`);
  if (type !== 'credit-note' && status !== 'cancelled' && isNotZero(open) && !open.amount.startsWith('-')) {
    const until = dueOn ? ` until ${day(dueOn)}` : '';
    const named = payee?.reference ?? invoice.number;
    page.paragraph(`Please pay ${plain(open)} ${open.currency}${until}, naming ${named}.`);
    for (const { iban, bic } of payee?.accounts ?? [])
      page.paragraph([`${payee!.name}, IBAN ${grouped(iban)}`, bic && `BIC ${bic}`].filter(Boolean).join(', '));
  }
}

function footers(page: Page, { seller, number }: Invoice, title: string): void {
  const { start, count } = page.document.bufferedPageRange();
  const own = seller.name === company.name ? ` · ${company.registration} · ${company.email}` : '';
  for (let index = start; index < start + count; index++) {
    page.document.switchToPage(index);
    page.footer(`${seller.name}${own}`, `${title} ${number} · ${index + 1} of ${count}`);
  }
}

const partyLines = ({ addressLines, country, vatId }: Invoice['seller']) =>
  [...addressLines, country, vatId && `VAT ${vatId}`].filter((text): text is string => Boolean(text));

function period({ periodFrom, periodTo }: { periodFrom?: string | null; periodTo?: string | null }): string | undefined {
  if (!periodFrom && !periodTo) return undefined;
  return [periodFrom, periodTo].map((date) => (date ? day(date) : '')).join(' – ');
}

const grouped = (iban: string) => iban.replaceAll(' ', '').replace(/.{4}(?=.)/g, '$& ');

const isNotZero = ({ amount }: Money) => /[1-9]/.test(amount);
