import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { callSearchText } from '../calls/search.js';
import type { CallTable } from '../database/tables-calls.js';
import type { ZonedTimes } from './zoned-time.js';

const standard = [
  'accountcode', 'src', 'dst', 'dcontext', 'clid', 'channel', 'dstchannel', 'lastapp', 'lastdata', 'start', 'answer', 'end', 'duration',
  'billsec', 'disposition', 'amaflags',
] as const; // prettier-ignore
const added = ['uniqueid', 'userfield', 'peeraccount', 'linkedid', 'sequence'] as const;
const fields: readonly string[] = [...standard, ...added];
const required = ['src', 'dst', 'start', 'duration', 'disposition'];

type Cells = Partial<Record<(typeof standard)[number] | (typeof added)[number], string>>;

/** Reads the records of one file of Asterisk's call detail records, line by line. */
export class CallRecords {
  private columns: readonly string[] | undefined;

  /** `columns` names the columns, separated by commas; a name that is `-` is passed over. Without it the order is Asterisk's own. */
  constructor(
    private readonly owner: Pick<CallTable, 'client_id' | 'contract_id'>,
    private readonly times: ZonedTimes,
    columns?: string,
  ) {
    if (columns !== undefined) this.columns = requireColumns(columns.split(',').map((name) => name.trim().toLowerCase()));
  }

  /** The call of a line, the reason why it is none, or nothing for a line that is empty or names the columns. */
  read(line: string): CallTable | string | undefined {
    if (line.trim() === '') return undefined;
    const cells = cellsOf(line.replaceAll('\0', ''));
    if (cells === undefined) return 'A quotation mark is not closed.';
    const names = cells.map((cell) => cell.trim().toLowerCase());
    if (required.every((name) => names.includes(name))) {
      this.columns ??= names;
      return undefined;
    }
    const columns = this.columns ?? standardColumns(cells);
    if (columns === undefined) return `The number of columns is ${cells.length}; call records have 16 to 21.`;
    if (cells.length < columns.length) return `The number of columns is ${cells.length} instead of ${columns.length}.`;
    const record = Object.fromEntries(columns.map((name, index) => [name, cells[index]!.trim()])) as Cells;
    return this.toCall(record, cells);
  }

  private toCall(record: Cells, cells: readonly string[]): CallTable | string {
    const { src = '', dst = '', dcontext = '', clid = '', channel = '', dstchannel = '', disposition = '' } = record;
    const started = this.times.read(record.start ?? '');
    if (!started) return `The start is not a time: ${record.start}`;
    const duration = seconds(record.duration);
    const billable = seconds(record.billsec ?? '0');
    if (duration === undefined) return `The duration is not a number of seconds: ${record.duration}`;
    if (billable === undefined) return `The billable duration is not a number of seconds: ${record.billsec}`;
    if (disposition === '') return 'There is no disposition.';
    const ended = this.optionalTime(record.end);
    const answered = this.optionalTime(record.answer);
    if (ended === 'bad') return `The end is not a time: ${record.end}`;
    if (answered === 'bad') return `The answer is not a time: ${record.answer}`;

    // Clocks are set back once a year; what is before the start was written by the second of the two hours.
    const end = ended && ended >= started ? ended : new Date(started.getTime() + duration * 1000);
    const answer = answered && (answered >= started ? answered : new Date(end.getTime() - billable * 1000));
    const direction = directionOf(src, dst, dcontext);
    const from = { number: numberOf(src), name: nameOf(clid, src), extension: direction === 'in' ? null : extensionOf(src, channel) };
    const to = { number: numberOf(dst), name: null, extension: direction === 'out' ? null : extensionOf(dst, dstchannel) };
    const call = {
      id: this.idOf(record, cells),
      ...this.owner,
      group_id: record.linkedid || record.uniqueid || null,
      direction,
      from_number: from.number,
      from_name: from.name,
      from_extension: from.extension,
      to_number: to.number,
      to_name: to.name,
      to_extension: to.extension,
      dialled: dst || null,
      started_at: started,
      answered_at: answer ?? null,
      ended_at: end,
      ring_seconds: Math.max(0, duration - billable),
      duration_seconds: duration,
      billable_seconds: billable,
      billed_seconds: billable,
      result: resultOf(disposition, record.lastapp),
      destination: null,
      cost: null,
      currency: null,
      rating: 'pending',
      final: false,
    };
    return { ...call, search: callSearchText(call) };
  }

  private idOf({ uniqueid, sequence }: Cells, cells: readonly string[]): string {
    const identity = uniqueid && sequence ? [uniqueid, sequence] : cells;
    return `call_${createHash('sha256')
      .update(JSON.stringify([this.owner.contract_id, ...identity]))
      .digest('base64url')
      .slice(0, 22)}`;
  }

  private optionalTime(text: string | undefined): Date | undefined | 'bad' {
    return text ? (this.times.read(text) ?? 'bad') : undefined;
  }
}

function cellsOf(line: string): string[] | undefined {
  try {
    return parse(line, { relax_quotes: true, relax_column_count: true })[0];
  } catch {
    return undefined;
  }
}

function requireColumns(columns: readonly string[]): readonly string[] {
  const unknown = columns.filter((name) => name !== '-' && !fields.includes(name));
  if (unknown.length > 0) throw new Error(`Unknown columns: ${unknown.join(', ')}. Known ones are ${fields.join(', ')}, and - for others.`);
  const missing = required.filter((name) => !columns.includes(name));
  if (missing.length > 0) throw new Error(`These columns are needed as well: ${missing.join(', ')}.`);
  return columns;
}

/** Asterisk's order. What follows the first 16 depends on its settings: unique id and user field each or not, then all of the newer three or none. */
function standardColumns(cells: readonly string[]): readonly string[] | undefined {
  const more = cells.length - standard.length;
  if (more < 0 || more > added.length) return undefined;
  const newer = more >= 3 ? added.slice(2) : [];
  const older = more - newer.length;
  const first = cells[standard.length] ?? '';
  const looksUnique = /\d{9,}\.\d+$/.test(first);
  const names = older === 2 ? added.slice(0, 2) : older === 0 ? [] : looksUnique ? ['uniqueid'] : ['userfield'];
  return [...standard, ...names, ...newer];
}

const seconds = (text: string | undefined) => (text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined);

const short = /^[*#]?\d{1,6}#?$|^\*[\d*#]*$/;
const long = /^\+?\d{7,}$/;
/** A name within the dialplan, such as `s` or `queue-1`. */
const named = /^[a-z][\w-]*$/i;

/** Which way the call went, as the dialplan's context says where its name tells, else by which side has a short number. */
function directionOf(from: string, to: string, context: string): string {
  if (/(^|[-_])(pstn|trunk|did|incoming|inbound|external)([-_]|$)/i.test(context)) return 'in';
  const isInside = short.test(to) || named.test(to);
  if (short.test(from) && isInside) return 'internal';
  if (short.test(from) && long.test(to)) return 'out';
  if (long.test(from) && isInside) return 'in';
  if (/(^|[-_])(outgoing|outbound|outrt|internal)([-_]|$)/i.test(context)) return 'out';
  return long.test(from) && !long.test(to) ? 'in' : 'out';
}

/** The number as sent; two zeros abroad become the plus of E.164. Null when the caller hid it. */
function numberOf(text: string): string | null {
  if (text === '' || /^(anonymous|unknown|unavailable|restricted|private|withheld)$/i.test(text)) return null;
  return /^00[1-9]\d{6,14}$/.test(text) ? `+${text.slice(2)}` : text;
}

/** The name in a caller id such as `"Anna" <301>`, unless it only repeats the number. */
function nameOf(callerId: string, number: string): string | null {
  const name = /^"?(.*?)"?\s*<[^<>]*>$/.exec(callerId)?.[1] ?? callerId.replace(/^"|"$/g, '');
  return name === '' || name === number || numberOf(name) === null ? null : name;
}

/** The extension of a device, as in `PJSIP/301-00000004`, else a short number that is one itself. */
function extensionOf(number: string, channel: string): string | null {
  const device = /^[A-Za-z0-9]+\/(\d{2,5})(?=[-@]|$)/.exec(channel)?.[1];
  return device ?? (/^\d{2,5}$/.test(number) ? number : null);
}

function resultOf(disposition: string, application: string | undefined): string {
  if (disposition === 'ANSWERED' && /^voicemail$/i.test(application ?? '')) return 'voicemail';
  return disposition.toLowerCase().replace(/[^a-z]+/g, '-');
}
