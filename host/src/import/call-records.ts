import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import type { CallLeg } from '../calls/merge-legs.js';
import { asterisk } from './asterisk.js';
import { freeswitch } from './freeswitch.js';
import type { ZonedTimes } from './zoned-time.js';

/** A record of a telephone system: a leg, and what ties it to the other legs of its call. */
export interface CallRecord {
  leg: CallLeg;
  links: string[];
}

/** A record with its cells by the names of their columns. */
export type Cells = Readonly<Partial<Record<string, string>>>;

/** The fields of a record that a format gives; the times are read by those who know the zone. */
export interface CallFacts extends Pick<
  CallLeg,
  'sequence' | 'direction' | 'from_number' | 'from_name' | 'from_extension' | 'to_number' | 'to_extension' | 'dialled' | 'result'
> {
  start: string | undefined;
  answer: string | undefined;
  end: string | undefined;
  duration: string | undefined;
  billable: string | undefined;
  /** The key that tells the record from all others; empty where only all of its cells do. */
  identity: string[];
  links: (string | undefined)[];
}

/** A telephone system's way of writing records. */
export interface CallFormat {
  /** The columns it can have, and those without which a record cannot be understood. */
  fields: readonly string[];
  required: readonly string[];
  /** The number of columns of its records, in words. */
  width: string;
  /** Tells whether a record is surely of this format, which nobody has named. */
  recognises(cells: readonly string[]): boolean;
  /** The names of a record's columns when nobody has said them. */
  ownColumns(cells: readonly string[]): readonly string[] | undefined;
  /** The call that the record tells of, or the reason why it tells of none. */
  read(cells: Cells): CallFacts | string;
}

/** Those that are surer of their own records come first. */
const formats: Readonly<Record<string, CallFormat>> = { freeswitch, asterisk };

/** The formats of call records that can be read. */
export const callFormats = Object.keys(formats);

interface Options {
  /** One of `callFormats`; without it the first lines tell. */
  format?: string | undefined;
  /** The names of the columns, separated by commas; a name that is `-` is passed over. */
  columns?: string | undefined;
}

/** Reads the call records of one file, line by line. */
export class CallRecords {
  private format: CallFormat | undefined;
  private columns: readonly string[] | undefined;

  constructor(
    private readonly contractId: string,
    private readonly times: ZonedTimes,
    { format, columns }: Options = {},
  ) {
    if (format !== undefined && !Object.hasOwn(formats, format))
      throw new Error(`There is no format ${format}; ${callFormats.join(' and ')} are known.`);
    this.format = format === undefined ? undefined : formats[format];
    if (columns !== undefined) this.useColumns(columns.split(',').map((name) => name.trim().toLowerCase()));
  }

  /** The record of a line, the reason why it is none, or nothing for a line that is empty or names the columns. */
  read(line: string): CallRecord | string | undefined {
    if (line.trim() === '') return undefined;
    const cells = cellsOf(line.replaceAll('\0', ''));
    if (cells === undefined) return 'A quotation mark is not closed.';
    if (this.isHeader(cells)) return undefined;
    const format = this.format ?? Object.values(formats).find((each) => each.recognises(cells)) ?? asterisk;
    const columns = this.columns ?? format.ownColumns(cells);
    if (columns === undefined) return `The number of columns is ${cells.length}; call records have ${format.width}.`;
    if (cells.length < columns.length) return `The number of columns is ${cells.length} instead of ${columns.length}.`;
    const facts = format.read(Object.fromEntries(columns.map((name, index) => [name, cells[index]!.trim()])));
    if (typeof facts === 'string') return facts;
    this.format ??= format;
    return this.toRecord(facts, cells);
  }

  private isHeader(cells: readonly string[]): boolean {
    const names = cells.map((cell) => cell.trim().toLowerCase());
    const format = [this.format, ...Object.values(formats)].find((each) => each?.required.every((name) => names.includes(name)));
    if (!format) return false;
    this.format ??= format;
    this.columns ??= names;
    return true;
  }

  private toRecord(facts: CallFacts, cells: readonly string[]): CallRecord | string {
    const {
      start,
      answer: answerText,
      end: endText,
      duration: durationText,
      billable: billableText = '0',
      identity,
      links,
      ...rest
    } = facts;
    const started = this.times.read(start ?? '');
    if (!started) return `The start is not a time: ${start}`;
    const duration = seconds(durationText);
    const billable = seconds(billableText);
    if (duration === undefined) return `The duration is not a number of seconds: ${durationText}`;
    if (billable === undefined) return `The billable duration is not a number of seconds: ${billableText}`;
    const ended = this.optionalTime(endText);
    const answered = this.optionalTime(answerText);
    if (ended === 'bad') return `The end is not a time: ${endText}`;
    if (answered === 'bad') return `The answer is not a time: ${answerText}`;

    // Clocks are set back once a year; what is before the start was written by the second of the two hours.
    const end = ended && ended >= started ? ended : new Date(started.getTime() + duration * 1000);
    const answer = answered && (answered >= started ? answered : new Date(end.getTime() - billable * 1000));
    const leg = {
      id: this.idOf(identity.length > 0 ? identity : cells),
      ...rest,
      to_name: null,
      started_at: started,
      answered_at: answer ?? null,
      ended_at: end,
      duration_seconds: duration,
      billable_seconds: billable,
    };
    return { leg, links: [...new Set(links.filter((link): link is string => Boolean(link)))] };
  }

  private idOf(identity: readonly string[]): string {
    const hash = createHash('sha256').update(JSON.stringify([this.contractId, ...identity]));
    return `call_${hash.digest('base64url').slice(0, 22)}`;
  }

  private optionalTime(text: string | undefined): Date | undefined | 'bad' {
    return text ? (this.times.read(text) ?? 'bad') : undefined;
  }

  private useColumns(columns: readonly string[]): void {
    const named = columns.filter((name) => name !== '-');
    const candidates = this.format ? [this.format] : Object.values(formats);
    // The one that knows most of the names.
    const known = (format: CallFormat) => named.filter((name) => format.fields.includes(name)).length;
    const format = candidates.toSorted((left, right) => known(right) - known(left))[0]!;
    const unknown = named.filter((name) => !format.fields.includes(name));
    if (unknown.length > 0)
      throw new Error(`Unknown columns: ${unknown.join(', ')}. Known ones are ${format.fields.join(', ')}, and - for others.`);
    const missing = format.required.filter((name) => !named.includes(name));
    if (missing.length > 0) throw new Error(`These columns are needed as well: ${missing.join(', ')}.`);
    this.format = format;
    this.columns = columns;
  }
}

function cellsOf(line: string): string[] | undefined {
  try {
    return parse(line, { relax_quotes: true, relax_column_count: true })[0];
  } catch {
    return undefined;
  }
}

const seconds = (text: string | undefined) => (text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined);
