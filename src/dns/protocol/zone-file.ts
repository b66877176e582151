import { textOf } from './file-text.js';
import { isWithin, relativeName } from './hierarchy.js';
import { absoluteName, orderKey } from './names.js';
import { decodeText, escape, unescape } from './octets.js';
import { formatValue, isRecordType, parseSeconds, parseValue } from './record-types.js';
import { scanner, type Token } from './tokens.js';
import { checkValue, type ProblemCode, type Rrset } from './validate.js';

/** One number in the place of `$`, `${offset}` or `${offset,width,base}` (BIND 9, `$GENERATE`). */
function substitute(text: string, number: number): string | undefined {
  let valid = true;
  const result = text.replace(/\\\$|\$\$|\$\{([^}]*)\}|\$/g, (found, modifier?: string) => {
    if (found === '\\$' || found === '$$') return '$';
    const [, offset = '0', width = '0', base = 'd'] = /^(-?\d{1,9})(?:,(\d{1,2})(?:,([doxX]))?)?$/.exec(modifier ?? '0') ?? [];
    const value = number + Number(offset);
    if (value < 0 || (modifier !== undefined && !/^-?\d{1,9}(?:,\d{1,2}(?:,[doxX])?)?$/.test(modifier))) valid = false;
    const digits = Math.abs(value).toString(base === 'd' ? 10 : base === 'o' ? 8 : 16);
    return (base === 'X' ? digits.toUpperCase() : digits).padStart(Number(width), '0');
  });
  return valid ? result : undefined;
}

/**
 * The entries that a `$GENERATE start-stop[/step] …` line stands for; undefined when it is not understood or when they would
 * have more than `room` characters.
 */
function expandGenerate([range, ...template]: readonly Token[], room: number): Token[][] | undefined {
  const [, start, stop, step = '1'] = /^(\d{1,9})-(\d{1,9})(?:\/(\d{1,9}))?$/.exec(range?.text ?? '') ?? [];
  const count = Math.floor((Number(stop) - Number(start)) / Number(step)) + 1;
  const length = template.reduce((sum, { text }) => sum + text.length + 10, 0);
  if (template.length < 3 || !(count > 0 && count * length <= room)) return undefined;
  const entries: Token[][] = [];
  for (let index = 0; index < count; index++) {
    const texts = template.map(({ text }) => substitute(text, Number(start) + index * Number(step)));
    if (texts.includes(undefined)) return undefined;
    entries.push(template.map(({ quoted }, at) => ({ text: texts[at]!, quoted })));
  }
  return entries;
}

export type LineCode =
  | ProblemCode
  | 'unbalanced-quotes'
  | 'unbalanced-parentheses'
  | 'owner-missing'
  | 'origin-missing'
  | 'type-missing'
  | 'class-unknown'
  | 'directive-unknown'
  | 'directive-invalid'
  | 'include-refused';

/** A line that could not be read, counted from 1. `detail` is the text that is wrong. */
export interface LineProblem {
  line: number;
  code: LineCode;
  detail: string;
}

/** A record set as read from a file; `lines[i]` is where `records[i]` began. */
export interface FileRrset extends Rrset {
  records: { value: string; disabled: boolean }[];
  comment: string | null;
  lines: number[];
}

export interface ZoneFile {
  /** The zone's name: the owner of the SOA, else the first origin; undefined when the file tells neither. */
  zone: string | undefined;
  rrsets: FileRrset[];
  problems: LineProblem[];
}

export interface ZoneFileOptions {
  /** Completes relative names until the file says otherwise. */
  origin?: string;
  /** The TTL where the file gives none; an hour unless told. */
  ttl?: number;
}

/** Comments that carry what a zone file cannot say; they are read back. */
const disabledMark = ';@disabled ';
const commentMark = ';@comment ';

interface Entry {
  line: number;
  /** The line begins with a blank: the owner is that of the record before. */
  continues: boolean;
  mark?: 'disabled' | 'comment';
  tokens: Token[];
}

/**
 * Reads the tokens of one entry, which ends with its line, or with that of its closing parenthesis.
 * @returns Where it ends and how many lines it has, or why it is broken.
 */
function readTokens(scan: ReturnType<typeof scanner>, at: number, end: number, tokens: Token[]): { at: number; lines: number } | LineCode {
  let opened = false;
  for (let lines = 0; ;) {
    if (at >= end) return opened ? 'unbalanced-parentheses' : { at, lines };
    const next = scan(at);
    if (!next) return 'unbalanced-quotes';
    if ((next.kind === '(' && opened) || (next.kind === ')' && !opened)) return 'unbalanced-parentheses';
    at = next.end;
    if (next.kind === '(') opened = true;
    else if (next.kind === ')') opened = false;
    else if (next.kind === 'token') tokens.push(next.token);
    else if (next.kind === 'line') {
      lines++;
      if (!opened) return { at, lines };
    }
  }
}

/** Cuts a file into entries: lines, or several within parentheses. After a broken one it goes on at the next line. */
function* readEntries(text: string, report: (line: number, code: LineCode, detail: string) => void): Generator<Entry> {
  const scan = scanner(text);
  const nextLine = (at: number) => text.indexOf('\n', at) + 1 || text.length;
  const lineAt = (from: number) => text.slice(from, nextLine(from)).trim().slice(0, 100);
  for (let at = 0, line = 1; at < text.length;) {
    const start = at;
    const mark = text.startsWith(disabledMark, at) ? 'disabled' : text.startsWith(commentMark, at) ? 'comment' : undefined;
    if (mark) at += (mark === 'disabled' ? disabledMark : commentMark).length;
    const entry: Entry = { line, continues: /[ \t]/.test(text[start] ?? ''), ...(mark && { mark }), tokens: [] };
    const end = readTokens(scan, at, text.length, entry.tokens);
    if (typeof end === 'string') {
      report(line, end, lineAt(start));
      at = nextLine(start);
      line++;
    } else {
      at = end.at;
      line += end.lines;
      if (entry.tokens.length) yield entry;
    }
  }
}

const isTtl = (token: Token | undefined): token is Token => token !== undefined && !token.quoted && parseSeconds(token.text) !== undefined;
const isClass = (token: Token | undefined): token is Token => token !== undefined && /^(?:IN|CH|CS|HS|CLASS\d+)$/i.test(token.text);

/** Keeps the state of a file while its entries are read (RFC 1035, 5.1; RFC 2308, 4). */
class Reader {
  readonly sets = new Map<string, FileRrset>();
  readonly problems: LineProblem[] = [];
  zone: string | undefined;
  private origin: string | undefined;
  private firstOrigin: string | undefined;
  private owner: string | undefined;
  private defaultTtl: number | undefined;
  private lastTtl: number | undefined;
  private comment: string | null = null;
  private readonly seen = new Set<string>();
  /** The number of characters that `$GENERATE` may still make, so that a short file stays a small zone. */
  private room = 2 ** 24;

  constructor(private readonly options: ZoneFileOptions) {
    this.origin = options.origin && absoluteName(options.origin);
    this.firstOrigin = this.origin;
  }

  report = (line: number, code: LineCode, detail: string) => void this.problems.push({ line, code, detail });

  read(entry: Entry): void {
    const [first, ...rest] = entry.tokens;
    if (entry.mark === 'comment') this.comment = decodeText(unescape(first!.text) ?? '');
    else if (!entry.continues && !first!.quoted && first!.text.startsWith('$')) this.directive(entry.line, first!.text.toUpperCase(), rest);
    else {
      this.record(entry);
      this.comment = null;
    }
  }

  private directive(line: number, directive: string, tokens: Token[]): void {
    const value = tokens[0]?.text ?? '';
    if (directive === '$INCLUDE') this.report(line, 'include-refused', value);
    else if (directive === '$TTL') {
      const ttl = parseSeconds(value);
      if (ttl === undefined || ttl > 2 ** 31 - 1) this.report(line, 'ttl-invalid', value);
      else this.defaultTtl = ttl;
    } else if (directive === '$ORIGIN') {
      const origin = absoluteName(value, this.origin);
      if (!origin) return this.report(line, this.origin ? 'directive-invalid' : 'origin-missing', value);
      this.firstOrigin ??= origin;
      this.origin = origin;
    } else if (directive === '$GENERATE') {
      const entries = expandGenerate(tokens, this.room);
      if (!entries) return this.report(line, 'directive-invalid', tokens.map((token) => token.text).join(' '));
      for (const { text } of entries.flat()) this.room -= text.length + 10;
      for (const expanded of entries) this.record({ line, continues: false, tokens: expanded });
    } else this.report(line, 'directive-unknown', directive);
  }

  private record({ line, continues, mark, tokens }: Entry): void {
    const rest = [...tokens];
    if (!continues) {
      const text = rest.shift()!.text;
      const name = absoluteName(text, this.origin);
      this.owner = name;
      if (!name) return this.report(line, this.origin ? 'name-invalid' : 'origin-missing', text);
    }
    if (!this.owner) return this.report(line, 'owner-missing', rest.map((token) => token.text).join(' '));
    let ttl: number | undefined;
    let hasClass = false;
    while ((ttl === undefined && isTtl(rest[0])) || (!hasClass && isClass(rest[0]))) {
      const { text } = rest.shift()!;
      if (/^\d/.test(text)) ttl = parseSeconds(text);
      else if (text.toUpperCase() !== 'IN' && text.toUpperCase() !== 'CLASS1') return this.report(line, 'class-unknown', text);
      else hasClass = true;
    }
    const type = rest.shift()?.text.toUpperCase();
    if (!type) return this.report(line, 'type-missing', tokens.map((token) => token.text).join(' '));
    if (!isRecordType(type)) return this.report(line, 'type-unknown', type);
    if (ttl !== undefined && ttl > 2 ** 31 - 1) return this.report(line, 'ttl-invalid', String(ttl));
    const written = rest.map(({ text, quoted }) => (quoted ? `"${text}"` : text)).join(' ');
    const value = this.value(line, type, written);
    if (value === undefined) return;
    if (type === 'SOA') {
      this.zone ??= this.owner;
      this.origin ??= this.owner;
      this.firstOrigin ??= this.owner;
      ttl ??= this.defaultTtl ?? this.lastTtl;
      this.lastTtl ??= Number(value.split(' ').at(-1));
    }
    if (ttl !== undefined) this.lastTtl = ttl;
    this.add(
      line,
      { name: this.owner, type, ttl: ttl ?? this.defaultTtl ?? this.lastTtl ?? this.options.ttl ?? 3600 },
      value,
      mark === 'disabled',
    );
  }

  private value(line: number, type: string, written: string): string | undefined {
    const fields = parseValue(type, written);
    const value = fields && formatValue(type, fields, this.origin ?? (type === 'SOA' ? this.owner : undefined));
    const problem =
      value === undefined ? { code: written ? ('value-malformed' as const) : ('value-required' as const) } : checkValue(type, value)[0];
    if (!problem) return value;
    const needsOrigin = problem.code === 'name-not-absolute' && !this.origin;
    this.report(line, needsOrigin ? 'origin-missing' : problem.code, written.slice(0, 200));
    return undefined;
  }

  private add(line: number, { name, type, ttl }: { name: string; type: string; ttl: number }, value: string, disabled: boolean): void {
    const key = `${name} ${type}`;
    if (this.seen.has(`${key} ${value}`)) return;
    this.seen.add(`${key} ${value}`);
    const set = this.sets.get(key);
    if (!set) {
      this.sets.set(key, { name, type, ttl, records: [{ value, disabled }], comment: this.comment, lines: [line] });
      return;
    }
    set.comment ??= this.comment;
    set.records.push({ value, disabled });
    set.lines.push(line);
  }

  result(): ZoneFile {
    this.problems.sort((one, other) => one.line - other.line);
    return { zone: this.zone ?? this.firstOrigin, rrsets: [...this.sets.values()], problems: this.problems };
  }
}

/**
 * Reads a zone file (RFC 1035, 5; TTL units and `$GENERATE` as BIND has them, unknown types as RFC 3597 has them) into
 * record sets with absolute names and normal values. A set has the TTL of its first record; repeated records are
 * folded. Lines that cannot be read are in `problems`; all others come through.
 */
export function parseZoneFile(content: string | Uint8Array, options: ZoneFileOptions = {}): ZoneFile {
  const reader = new Reader(options);
  for (const entry of readEntries(textOf(content), reader.report)) reader.read(entry);
  return reader.result();
}

const rank = (rrset: Rrset, zone: string): number => (rrset.type === 'SOA' ? 0 : rrset.name !== zone ? 3 : rrset.type === 'NS' ? 1 : 2);

/** The TTL of most sets, to be the file's default. */
function usualTtl(rrsets: readonly Rrset[]): number {
  const counts = new Map<number, number>();
  for (const { ttl } of rrsets) counts.set(ttl, (counts.get(ttl) ?? 0) + 1);
  return [...counts].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [3600, 0])[0];
}

/**
 * Writes a zone file piece by piece, one for each record set: SOA first, then the apex name servers, then all names in DNS order.
 * Disabled records and comments become comments that `parseZoneFile` reads back.
 */
export function* writeZoneFile(zone: string, rrsets: readonly Rrset[]): Generator<string> {
  const ttl = usualTtl(rrsets);
  yield `$ORIGIN ${zone}\n$TTL ${ttl}\n`;
  const sorted = rrsets
    .map((rrset) => ({ rrset, rank: rank(rrset, zone), key: orderKey(rrset.name) }))
    .sort((one, other) => one.rank - other.rank || compare(one.key, other.key) || compare(one.rrset.type, other.rrset.type));
  for (const { rrset } of sorted) {
    const owner = isWithin(rrset.name, zone) ? relativeName(rrset.name, zone) : rrset.name;
    const start = `${owner}\t${rrset.ttl === ttl ? '' : rrset.ttl}\tIN\t${rrset.type}\t`;
    const comment = rrset.comment ? `${commentMark}"${escapeComment(rrset.comment)}"\n` : '';
    yield comment + rrset.records.map(({ value, disabled }) => `${disabled ? disabledMark : ''}${start}${value}\n`).join('');
  }
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Comments stay readable: only quotes, backslashes and control characters are escaped. */
const escapeComment = (text: string): string =>
  text.replace(/["\\]/g, '\\$&').replace(/[\0-\x1f\x7f]/g, (character) => escape(character, /[^\0-\uffff]/g));

/** The whole zone file as one text; see `writeZoneFile`. */
export const formatZoneFile = (zone: string, rrsets: readonly Rrset[]): string => [...writeZoneFile(zone, rrsets)].join('');
