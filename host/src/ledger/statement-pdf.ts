import { setImmediate } from 'node:timers/promises';
import type { components } from 'portal-elements/contract';
import { company } from '../company.js';
import { columnsOf, left, newDocument, Page, quiet, right, type Column } from '../pdf/page.js';
import type { Period } from './filter.js';
import { statementTexts, type StatementTexts } from './texts/texts.js';

type LedgerEntry = components['schemas']['LedgerEntry'];
type LedgerSummary = components['schemas']['LedgerSummary'];
type Money = components['schemas']['Money'];

export interface Statement {
  /** BCP 47 tag of a language in which the company writes, perhaps with a region. */
  language: string;
  client: { name: string; number: string; lines: readonly string[] };
  period: Period;
  createdOn: string;
  summary: LedgerSummary;
  /** Every entry of the period, oldest first. */
  entries: AsyncIterable<readonly LedgerEntry[]>;
}

/** The statement as an A4 document, as a stream that is written while it is read. */
export function statementPdf(statement: Statement): PDFKit.PDFDocument {
  const words = wordsOf(statement);
  const { number } = statement.client;
  const title = `${words.title} ${number} ${statement.summary.currency}`;
  const document = newDocument({ title, author: company.name, created: new Date(), language: statement.language });
  void write(document, statement, words).then(
    () => document.end(),
    (error: unknown) => document.destroy(error as Error),
  );
  return document;
}

interface Words extends StatementTexts {
  day: (day: string) => string;
  amount: (money: Money) => string;
  /** Columns in the order in which they are read. */
  columns: (...columns: Parameters<typeof columnsOf>[0]) => Column[];
  isRightToLeft: boolean;
}

function wordsOf({ language }: Statement): Words {
  const isRightToLeft = language.startsWith('ar');
  // Latin digits, and no marks of direction: what is written is not reordered any more.
  const locale = isRightToLeft ? `${language}-u-nu-latn` : language === 'en' ? 'en-GB' : language;
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: isRightToLeft ? 'short' : 'medium', timeZone: 'UTC' });
  const plain = (text: string) => text.replace(/[\u061c\u200e\u200f]/g, '').replace(/^-/, '\u2212');
  return {
    ...statementTexts(language),
    day: (day) => plain(dates.format(new Date(day))),
    amount: ({ amount }) => {
      const minimumFractionDigits = amount.split('.')[1]?.length ?? 0;
      return plain(new Intl.NumberFormat(locale, { minimumFractionDigits, maximumFractionDigits: 20 }).format(amount as `${number}`));
    },
    columns: (...columns) => (isRightToLeft ? mirrored(columnsOf(columns)) : columnsOf(columns)),
    isRightToLeft,
  };
}

const mirrored = (columns: readonly Column[]): Column[] =>
  columns.map(({ title, x, width, align }) => ({
    title,
    x: left + right - x - width,
    width,
    align: align === 'left' ? 'right' : 'left',
  }));

async function write(document: PDFKit.PDFDocument, statement: Statement, words: Words): Promise<void> {
  let pages = 0;
  const page = new Page(document, (begun) =>
    begun.footer(`${company.name} · ${company.registration} · ${company.email}`, `${statement.client.number} · ${words.page(++pages)}`),
  );
  head(page, statement, words);
  ageing(page, statement, words);
  await entries(page, statement, words);
}

function head(page: Page, { client, period, createdOn, summary }: Statement, words: Words): void {
  page.write(company.name, { size: 15, bold: true, color: company.color });
  page.y += 22;
  page.write([...company.addressLines, company.country].join(' · '), { size: 7.5, color: quiet });
  page.y = 110;
  for (const [index, line] of [client.name, ...client.lines].entries()) page.paragraph(line, { size: 10, bold: index === 0 });
  page.y += 18;
  page.paragraph(words.title, { size: 15, bold: true });
  page.y += 6;
  const facts: [string, string, isBold?: boolean][] = [
    [words.client, client.number],
    [words.period, periodText(period, words)],
    [words.currency, summary.currency],
    [words.created, words.day(createdOn)],
    [words.opening, words.amount(summary.opening)],
    [words.debit, words.amount(summary.debit)],
    [words.credit, words.amount(summary.credit)],
    [words.closing, words.amount(summary.closing), true],
  ];
  const [name, value] = words.columns(['', 110], ['', 373]) as [Column, Column];
  for (const [label, text, bold = false] of facts) {
    page.write(label, { ...name, color: quiet });
    page.y += Math.max(12, page.write(text, { ...value, bold })) + 2;
  }
  page.y += 4;
  page.paragraph(words.note, { size: 8, color: quiet });
}

function periodText({ from, to }: Period, { day, since, until, always }: Words): string {
  if (from && to) return `${day(from)} – ${day(to)}`;
  return from ? since(day(from)) : to ? until(day(to)) : always;
}

function ageing(page: Page, { summary }: Statement, words: Words): void {
  const { asOf: _, ...sums } = summary.ageing;
  const columns = words.columns(
    [words.notDue, 72, 'right'],
    [words.days('1–30'), 64, 'right'],
    [words.days('31–60'), 64, 'right'],
    [words.days('61–90'), 64, 'right'],
    [words.days('> 90'), 64, 'right'],
    [words.open, 74, 'right'],
    [words.unused, 81, 'right'],
  );
  page.y += 12;
  page.paragraph(words.ageing, { bold: true, size: 10 });
  page.y += 2;
  page.titles(columns, 7);
  const { notDue, upTo30, upTo60, upTo90, over90, open, credit } = sums;
  page.cells(columns, [notDue, upTo30, upTo60, upTo90, over90, open, credit].map(words.amount), { size: 7.5 });
}

async function entries(page: Page, { entries: batches, period, summary }: Statement, words: Words): Promise<void> {
  const { day, amount } = words;
  const columns = words.columns(
    [words.date, 56],
    [words.entry, 86],
    [words.document, 70],
    ['', 103],
    [words.debit, 54, 'right'],
    [words.credit, 54, 'right'],
    [words.balance, 60, 'right'],
  );
  const line = (texts: readonly string[], bold = false) => {
    if (page.room(13)) page.titles(columns, 7);
    page.cells(columns, texts, { size: 7.5, bold });
  };
  page.y += 14;
  page.room(70);
  page.titles(columns, 7);
  line([period.from ? day(period.from) : '', words.opening, '', '', '', '', amount(summary.opening)], true);
  let isEmpty = true;
  for await (const batch of batches) {
    isEmpty = false;
    // Drawing takes the processor: others get their turn, and what is drawn is sent.
    await setImmediate();
    // Nobody reads on: the person has gone.
    if (page.document.destroyed) return;
    for (const { date, type, typeLabel, documents, description, debit, credit, balance } of batch) {
      const numbers = documents.flatMap(({ number }) => number ?? []).join(', ');
      const sums = [debit ? amount(debit) : '', credit ? amount(credit) : '', amount(balance)];
      line([day(date), words.types[type] ?? typeLabel, numbers, description, ...sums]);
    }
  }
  if (isEmpty) page.paragraph(words.noEntries, { size: 8, color: quiet });
  line(
    [period.to ? day(period.to) : '', words.closing, '', '', amount(summary.debit), amount(summary.credit), amount(summary.closing)],
    true,
  );
}
