import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import type { FastifyReply } from 'fastify';
import { attachment } from './attachment.js';

/**
 * A column of a CSV file. Spreadsheets run text that begins like a formula, so such text gets a leading apostrophe.
 * Only two kinds are exempt, and only when they are what they claim: plain decimal numbers in `number` columns,
 * and E.164 numbers such as +420601123456 in `phone` columns, where the apostrophe would spoil a number people copy and dial.
 */
export interface CsvColumn<Row> {
  title: string;
  kind?: 'text' | 'number' | 'phone';
  value(row: Row): string | number | null | undefined;
}

const formula = /^[=+\-@\t\r\n\0]/;
const harmless = { text: /^$/, number: /^-?\d+(\.\d+)?$/, phone: /^\+[1-9]\d{2,14}$/ };

/** The cell as it is written: unchanged, or with the apostrophe that keeps a spreadsheet from running it. */
export function csvCell(value: string | number | null | undefined, kind: CsvColumn<unknown>['kind'] = 'text'): string {
  const text = value === null || value === undefined ? '' : String(value);
  return formula.test(text) && !harmless[kind].test(text) ? `'${text}` : text;
}

/** Rows as RFC 4180 lines with CRLF. */
export function csvLines<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string {
  const cells = rows.map((row) => columns.map((column) => csvCell(column.value(row), column.kind)));
  return stringify(cells, { record_delimiter: '\r\n' });
}

/** The header line. */
export function csvHeader<Row>(columns: readonly CsvColumn<Row>[]): string {
  return stringify([columns.map((column) => column.title)], { record_delimiter: '\r\n' });
}

/**
 * Answers with a CSV file named `name` and today's date. The next batch is asked for when the client has taken the last one,
 * and no more are when it has gone.
 */
export function sendCsv<Row>(
  reply: FastifyReply,
  name: string,
  columns: readonly CsvColumn<Row>[],
  batches: AsyncIterable<readonly Row[]>,
): Readable {
  attachment(reply, `${name}-${new Date().toISOString().slice(0, 10)}.csv`, 'text/csv; charset=utf-8; header=present');
  return Readable.from(lines(columns, batches));
}

async function* lines<Row>(columns: readonly CsvColumn<Row>[], batches: AsyncIterable<readonly Row[]>) {
  yield csvHeader(columns);
  for await (const rows of batches) yield csvLines(columns, rows);
}
