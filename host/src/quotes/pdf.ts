import type { components } from 'portal-elements/contract';
import { company } from '../company.js';
import { columnsOf, day, left, newDocument, number, Page, plain, quiet, right } from '../pdf/page.js';

type Quote = components['schemas']['Quote'];

const columns = columnsOf([
  ['Description', 214],
  ['Quantity', 62, 'right'],
  ['Unit price', 76, 'right'],
  ['Tax', 42, 'right'],
  ['Net', 89, 'right'],
]);
const description = columns[0]!;

/** The quote as an A4 document, as a stream. */
export function quotePdf(quote: Quote, client: { name: string; number: string }): PDFKit.PDFDocument {
  const title = `Quote ${quote.number}`;
  const document = newDocument({ title, author: company.name, created: new Date(quote.issuedOn) });
  let pages = 0;
  const page = new Page(document, (begun) =>
    begun.footer(`${company.name} · ${company.registration} · ${company.email}`, `${title} · page ${++pages}`),
  );
  head(page, quote, client, title);
  lines(
    page,
    'Lines',
    quote.lines.filter(({ optional }) => !optional),
  );
  lines(
    page,
    'Options',
    quote.lines.filter(({ optional }) => optional),
  );
  totals(page, quote);
  closing(page, quote);
  document.end();
  return document;
}

function head(page: Page, quote: Quote, client: { name: string; number: string }, title: string): void {
  page.write(company.name, { size: 15, bold: true, color: company.color });
  page.y += 22;
  page.write([...company.addressLines, company.country].join(' · '), { size: 7.5, color: quiet });
  page.y = 110;
  page.paragraph(title, { size: 15, bold: true });
  page.paragraph(quote.subject, { size: 11 });
  page.y += 8;
  const facts: [string, string | null | undefined][] = [
    ['For', `${client.name}, ${client.number}`],
    ['Date', day(quote.issuedOn)],
    ['Valid until', quote.validUntil && day(quote.validUntil)],
    ['Status', quote.statusLabel],
    ['Contact', quote.contact],
  ];
  for (const [name, value] of facts) {
    if (!value) continue;
    page.write(name, { width: 90, color: quiet });
    page.y += Math.max(12, page.write(value, { x: left + 90, width: right - left - 90 })) + 2;
  }
  page.y += 10;
  if (quote.introduction) page.paragraph(quote.introduction);
  page.y += 10;
}

function lines(page: Page, heading: string, rows: Quote['lines']): void {
  if (rows.length === 0) return;
  page.room(60);
  page.paragraph(heading, { bold: true, size: 10 });
  page.y += 2;
  page.titles(columns);
  for (const line of rows) {
    const price = `${plain(line.unitPrice)} ${line.unitPrice.currency}`;
    const notes = [line.details, `${line.periodLabel}${line.discount ? `, ${number(line.discount)} % off` : ''}`];
    if (line.optional) notes.push(line.selected ? 'chosen' : 'not chosen');
    const small = { ...description, size: 7.5, color: quiet };
    const texts = notes.filter((text): text is string => Boolean(text));
    const height = page.heightOf(line.description, description) + texts.reduce((sum, text) => sum + page.heightOf(text, small) + 1, 0);
    if (page.room(Math.min(height + 10, 600))) page.titles(columns);
    const top = page.y;
    const cells = [
      line.description,
      [number(line.quantity), line.unit].filter(Boolean).join(' '),
      price,
      line.taxRate == null ? '' : `${number(line.taxRate)} %`,
      `${plain(line.net)} ${line.net.currency}`,
    ];
    const heights = cells.map((text, index) => page.write(text, columns[index]));
    page.y = top + heights[0]!;
    for (const text of texts) page.y += page.write(text, small) + 1;
    page.y = Math.max(page.y, top + Math.max(...heights)) + 4;
    page.rule();
  }
  page.y += 8;
}

function totals(page: Page, { totals: sums, lines: all }: Quote): void {
  const some = all.some(({ optional }) => optional);
  if (some) page.paragraph('Sums with the options that are marked as chosen:', { size: 8, color: quiet });
  for (const { periodLabel, net, tax, total } of sums) {
    page.room(50);
    for (const [name, amount, bold] of [
      [`Net, ${periodLabel}`, net, false],
      ['Tax', tax, false],
      [`Total, ${periodLabel}`, total, true],
    ] as const) {
      page.write(name, { x: 280, width: 150, bold });
      page.write(`${plain(amount)} ${amount.currency}`, { x: 430, width: right - 430, bold, align: 'right' });
      page.y += 14;
    }
    page.y += 6;
  }
}

function closing(page: Page, { note, terms, acceptance, order }: Quote): void {
  if (note) page.paragraph(note);
  page.paragraph(`${terms.title}, version ${terms.version}, apply.`, { color: quiet });
  if (!acceptance) return;
  const reference = acceptance.purchaseOrder ? `, purchase order ${acceptance.purchaseOrder}` : '';
  page.y += 6;
  page.paragraph(`Accepted by ${acceptance.name} on ${day(acceptance.at.slice(0, 10))}${reference}.`, { bold: true, color: company.color });
  if (order) page.paragraph(`Order ${order.number}`);
}
