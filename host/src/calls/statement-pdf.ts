import type { Company } from '../company.js';
import { setImmediate } from 'node:timers/promises';
import { money } from '../http/money.js';
import { columnsOf, left, newDocument, Page, plain, quiet, right } from '../pdf/page.js';
import { resultLabel, type CallRow } from './call.js';

/** Sums of some calls, with an amount for each currency. */
export interface StatementSum {
  name: string;
  count: number;
  answered: number;
  billedSeconds: number;
  costs: { currency: string; amount: string }[];
}

export interface Statement {
  company: Company;
  client: { number: string; name: string };
  contract: { number: string; name: string };
  period: string;
  /** The time zone in which times are written. */
  timeZone: string;
  hidesCost: boolean;
  total: StatementSum;
  destinations: readonly StatementSum[];
  lines: readonly StatementSum[];
  /** Calls whose cost is not known yet. */
  unrated: number;
  /** Every call, oldest first. */
  calls: AsyncIterable<readonly CallRow[]>;
}

/** The statement as an A4 document, as a stream that is written while it is read. */
export function statementPdf(statement: Statement): PDFKit.PDFDocument {
  const { company, contract, period } = statement;
  const title = `Calls ${contract.number}, ${period}`;
  const document = newDocument({ title, author: company.name, created: new Date() });
  void write(document, statement, title).then(
    () => document.end(),
    (error: unknown) => document.destroy(error as Error),
  );
  return document;
}

async function write(document: PDFKit.PDFDocument, statement: Statement, title: string): Promise<void> {
  const { company, hidesCost, destinations, lines } = statement;
  let pages = 0;
  const page = new Page(document, (begun) =>
    begun.footer(`${company.name} · ${company.registration} · ${company.email}`, `${title} · page ${++pages}`),
  );
  head(page, statement);
  sums(page, 'Destination', destinations, hidesCost);
  sums(page, 'Line', lines, hidesCost);
  await calls(page, statement);
}

function head(page: Page, { company, client, contract, period, timeZone, total, unrated, hidesCost }: Statement): void {
  page.write(company.name, { size: 15, bold: true, color: company.color });
  page.y += 22;
  page.write([...company.addressLines, company.country].join(' · '), { size: 7.5, color: quiet });
  page.y = 110;
  page.paragraph('Statement of calls', { size: 15, bold: true });
  page.paragraph(period, { size: 11 });
  page.y += 8;
  const facts: [string, string][] = [
    ['Client', `${client.number} ${client.name}`],
    ['Contract', `${contract.number} ${contract.name}`],
    ['Calls', `${count(total.count)}, ${count(total.answered)} answered`],
    ['Billed time', duration(total.billedSeconds)],
    ...(hidesCost ? [] : [['Cost', costs(total) || '0'] as [string, string]]),
  ];
  for (const [name, value] of facts) {
    page.write(name, { width: 90, color: quiet });
    page.y += Math.max(12, page.write(value, { x: left + 90, width: right - left - 90, bold: name === 'Cost' })) + 2;
  }
  page.y += 6;
  if (unrated > 0 && !hidesCost) {
    page.paragraph(`${count(unrated)} ${unrated === 1 ? 'call is' : 'calls are'} not rated yet; what they cost is not in the sums.`, {
      color: quiet,
    });
  }
  page.paragraph(`Times are in ${timeZone.replaceAll('_', ' ')}. Amounts are without tax.`, { color: quiet });
}

function sums(page: Page, title: string, groups: readonly StatementSum[], hidesCost: boolean): void {
  if (groups.length === 0) return;
  const columns = columnsOf([
    [title, hidesCost ? 263 : 179],
    ['Calls', 64, 'right'],
    ['Answered', 70, 'right'],
    ['Billed time', 86, 'right'],
    ...(hidesCost ? [] : [['Cost', 88, 'right'] as const]),
  ]);
  page.y += 14;
  page.room(60);
  page.titles(columns);
  for (const group of groups) {
    if (page.room(16)) page.titles(columns);
    page.cells(columns, [group.name, count(group.count), count(group.answered), duration(group.billedSeconds), costs(group)], {
      size: 8.5,
    });
  }
}

async function calls(page: Page, { calls: batches, timeZone, hidesCost, total }: Statement): Promise<void> {
  const columns = columnsOf([
    ['Time', 86],
    ['', 34],
    ['From', 72],
    ['To', 72],
    ['Destination', hidesCost ? 124 : 84],
    ['Result', 54],
    ['Billed', hidesCost ? 45 : 37, 'right'],
    ...(hidesCost ? [] : [['Cost', 48, 'right'] as const]),
  ]);
  const times = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const currency = total.costs.length > 1;
  page.y += 14;
  page.room(60);
  page.titles(columns, 7);
  for await (const batch of batches) {
    // Drawing takes the processor: others get their turn, and what is drawn is sent.
    await setImmediate();
    // Nobody reads on: the person has gone.
    if (page.document.destroyed) return;
    for (const call of batch) {
      if (page.room(12)) page.titles(columns, 7);
      page.cells(columns, cellsOf(call, times, currency), { size: 7 });
    }
  }
}

const directions: Readonly<Record<string, string>> = { in: 'In', out: 'Out', internal: 'Internal' };

function cellsOf(call: CallRow, times: Intl.DateTimeFormat, showsCurrency: boolean): string[] {
  return [
    times.format(call.started_at),
    directions[call.direction] ?? call.direction,
    call.from_number ?? call.from_name ?? 'Withheld',
    call.to_number ?? call.to_name ?? 'Withheld',
    call.destination ?? '',
    resultLabel(call.result),
    duration(call.billed_seconds),
    costOf(call, showsCurrency),
  ];
}

function costOf({ cost, currency, rating }: CallRow, showsCurrency: boolean): string {
  if (rating === 'free' || rating === 'included') return rating;
  if (cost === null || currency === null) return rating;
  return `${plain(money(cost, currency))}${showsCurrency ? ` ${currency}` : ''}`;
}

const costs = (sum: StatementSum) => sum.costs.map(({ currency, amount }) => `${plain(money(amount, currency))} ${currency}`).join(', ');
const count = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, '\u202f');

/** Hours, minutes and seconds. */
function duration(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
