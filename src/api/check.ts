import { warnOnce } from '../core/warn.js';
import { unchecked, type Answer } from './answers.js';
import { ApiError } from './problem.js';
import { shapes } from './shapes.js';

type Kind = keyof typeof kinds;

type ListShape = readonly [item: Shape, orNull?: null];
type RecordShape = { readonly [member: string]: Shape };

/**
 * The shape of an answer. Names of members end in `?` where they may be absent and in `~` where they may be null; `*`
 * stands for members of any name.
 */
export type Shape = Kind | ListShape | RecordShape;

interface KindOfValue {
  /** For the console. */
  expected: string;
  fits: (value: unknown) => boolean;
  /** The only thing that a value of another type can mean. */
  read?: (value: unknown) => unknown;
  /** The stand-in for a value that means nothing: it is shown as a dash. */
  instead: unknown;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isDecimal = (value: unknown) => isText(value) && /^-?\d+(\.\d+)?$/.test(value);
const asText = (value: unknown) => (typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined);

function isDay(value: unknown): boolean {
  const date = new Date(`${String(value)}T00:00:00Z`);
  return isText(value) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

const kinds = {
  text: { expected: 'a string', fits: isText, read: asText, instead: '—' },
  /** A text that nobody reads, such as an id. */
  key: { expected: 'a string', fits: isText, read: asText, instead: '' },
  decimal: {
    expected: 'a decimal number as a string, such as "12.50",',
    fits: isDecimal,
    read: (value: unknown) => (typeof value === 'number' && isDecimal(String(value)) ? String(value) : undefined),
    instead: '',
  },
  day: { expected: 'a date such as "2026-11-21"', fits: isDay, instead: '' },
  instant: {
    expected: 'an instant such as "2026-11-21T09:00:00Z"',
    fits: (value: unknown) => isText(value) && /^\d{4}-\d\d-\d\d[T ]/.test(value) && !Number.isNaN(Date.parse(value)),
    instead: '',
  },
  number: {
    expected: 'a number',
    fits: (value: unknown) => typeof value === 'number',
    read: (value: unknown) => (isDecimal(value) ? Number(value) : undefined),
    instead: NaN,
  },
  boolean: {
    expected: 'true or false',
    fits: (value: unknown) => typeof value === 'boolean',
    read: (value: unknown) => (value === 'true' ? true : value === 'false' ? false : undefined),
    instead: false,
  },
} satisfies Record<string, KindOfValue>;

/** A value that means nothing where it stands. */
const nothing = Symbol('nothing');

const isKind = (shape: Shape): shape is Kind => isText(shape);
const isList = (shape: Shape): shape is ListShape => Array.isArray(shape);
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const readName = (name: string) => ({ name: name.replace(/[?~]+$/, ''), optional: name.includes('?'), nullable: name.endsWith('~') });

/** The stand-in for a whole value of this shape. */
function blank(shape: Shape): unknown {
  if (isKind(shape)) return kinds[shape].instead;
  if (isList(shape)) return [];
  const members = Object.entries(shape).map(([key, inner]) => ({ ...readName(key), inner }));
  const needed = members.filter(({ name, optional }) => !optional && name !== '*');
  return Object.fromEntries(needed.map(({ name, nullable, inner }) => [name, nullable ? null : blank(inner)]));
}

/** Of an error answer only what it says is looked at: a proxy between may have a form of its own. */
const problem: Shape = {
  'type?': 'text',
  'title?': 'text',
  'detail?': 'text',
  'requestId?': 'text',
  'errors?': [{ 'pointer?': 'text', detail: 'text', 'code?': 'text' }],
};

const told = new Set<string>();

/** Compares one answer with what its operation promises, and puts right what is not so. */
class Comparison {
  changed = false;
  /** Too little is there to be shown. */
  unreadable = false;

  constructor(private readonly operation: string) {}

  /** The value as it is to be shown; `nothing` if there is none. */
  fit(value: unknown, shape: Shape, path: string): unknown {
    if (isKind(shape)) return this.#leaf(value, shape, path);
    if (isList(shape)) return Array.isArray(value) ? this.#list(value, shape, path) : this.#tell(value, path, 'an array');
    return isRecord(value) ? this.#record(value, shape, path) : this.#tell(value, path, 'an object');
  }

  #leaf(value: unknown, shape: Kind, path: string): unknown {
    const kind: KindOfValue = kinds[shape];
    if (kind.fits(value)) return value;
    this.#tell(value, path, kind.expected);
    return kind.read?.(value) ?? nothing;
  }

  /** A row that means nothing stays a row; a value that means nothing is null where that is allowed, else left out. */
  #list(list: unknown[], [shape, orNull]: ListShape, path: string): unknown[] {
    const items = list.map((item, index) => {
      if (item === null && orNull === null) return null;
      const fitting = this.fit(item, shape, `${path}[${index}]`);
      if (fitting !== nothing) return fitting;
      return orNull === null ? null : isKind(shape) ? nothing : blank(shape);
    });
    if (items.some((item, index) => item !== list[index])) {
      this.changed = true;
      list.splice(0, list.length, ...items.filter((item) => item !== nothing));
    }
    return list;
  }

  #record(record: Record<string, unknown>, shape: RecordShape, path: string): unknown {
    for (const [key, inner] of Object.entries(shape)) {
      const { name, optional, nullable } = readName(key);
      if (name === '*') {
        for (const any of Object.keys(record)) this.#member(record, any, inner, `${path}["${any}"]`, undefined);
        continue;
      }
      const found = Object.hasOwn(record, name) ? record[name] : undefined;
      if (found === undefined ? optional : found === null && nullable) continue;
      // A list without its rows is no list, and is not made one.
      const isRows = path === '' && name === 'items';
      if (isRows && !Array.isArray(found)) this.unreadable = true;
      const instead = isRows ? found : nullable ? null : optional ? undefined : blank(inner);
      this.#member(record, name, inner, path ? `${path}.${name}` : name, instead);
    }
    return record;
  }

  #member(record: Record<string, unknown>, name: string, shape: Shape, path: string, instead: unknown): void {
    const found = Object.hasOwn(record, name) ? record[name] : undefined;
    const fitting = this.fit(found, shape, path);
    const shown = fitting === nothing ? instead : fitting;
    if (shown === found) return;
    this.changed = true;
    record[name] = shown;
  }

  /** Once for each place, however many rows are wrong in it. */
  #tell(value: unknown, path: string, expected: string): typeof nothing {
    const found = describe(value);
    const place = `${this.operation} ${path.replace(/\[[^\]]*\]/g, '[]')} ${typeof value} ${value === null}`;
    if (!told.has(place)) warnOnce(`${this.operation}: ${path || 'the answer'} is ${found}; ${expected} was expected.`);
    told.add(place);
    return nothing;
  }
}

function describe(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (isText(value)) return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (typeof value === 'object') return Array.isArray(value) ? 'an array' : 'an object';
  return `the ${typeof value} ${JSON.stringify(value)}`;
}

/** The shape of an operation; with ids in its path where the contract has their names. */
function shapeOf(operation: string): Shape | undefined {
  const fits = (template: string) => new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(operation);
  return shapes[operation] ?? Object.entries(shapes).find(([template]) => fits(template))?.[1];
}

/**
 * Compares an answer with the contract: what is missing, null or of a wrong type is named on the console, and replaced by
 * what it can only mean, else by what is shown as a dash.
 */
function compare({ data, operation, failed }: Answer): Comparison {
  const comparison = new Comparison(failed ? `Problem of ${operation}` : operation);
  const shape = failed ? problem : shapeOf(operation);
  if (!shape) return comparison;
  const known = Object.keys(shape).map((key) => readName(key).name);
  // Another thing altogether, such as the record in an envelope.
  if (shape !== problem && known.length > 0 && !known.some((name) => Object.hasOwn(data, name))) comparison.unreadable = true;
  comparison.fit(data, shape, '');
  return comparison;
}

for (const answer of unchecked.splice(0)) if (compare(answer).changed) answer.mended();

// From now on each is compared before it is shown.
unchecked.push = (...answers) => {
  for (const answer of answers) if (compare(answer).unreadable) throw new ApiError('malformed', 200);
  return 0;
};
