import {
  fieldsOf,
  formatValue,
  ownerFromInput,
  parseSeconds,
  parseValue,
  relativeName,
  splitText,
  targetFromInput,
  type Field,
  type FieldValues,
} from '../index.js';
import type { Rrset } from '../staged-changes.js';

/** One value while it is edited. */
export interface ValueDraft {
  /** Tells the value from others while they come and go. */
  readonly id: number;
  /** The value as the server has it, as long as nobody has touched it: it goes back exactly so. */
  readonly original?: string;
  readonly fields: FieldValues;
  readonly disabled: boolean;
}

/** A record set while it is edited, as it was typed. */
export interface RecordDraft {
  /** The set that is edited; `null`: a new one. */
  readonly before: Rrset | null;
  readonly type: string;
  readonly name: string;
  readonly ttl: string;
  readonly comment: string;
  readonly values: readonly ValueDraft[];
}

let lastId = 0;

/** The fields to show: those of the type, one for the whole value where it cannot be cut into them. */
export function fieldsToShow(type: string, { fields }: ValueDraft): readonly Field[] {
  return Object.hasOwn(fields, 'generic') ? [{ name: 'generic', kind: 'any' }] : fieldsOf(type);
}

/** Tells whether the strings of a value are only there because a string has no more than 255 octets. */
const isCut = (texts: readonly string[]): boolean => splitText(texts.join('')).join('\n') === texts.join('\n');

function readFields(type: string, value: string): FieldValues {
  const fields = parseValue(type, value) ?? { generic: value };
  const entries = Object.entries(fields).map(([name, text]) => [name, Array.isArray(text) && isCut(text) ? text.join('') : text]);
  return Object.fromEntries(entries) as FieldValues;
}

export const newValue = (): ValueDraft => ({ id: ++lastId, fields: {}, disabled: false });

export const valueDraft = (type: string, { value, disabled = false }: Rrset['records'][number]): ValueDraft => ({
  id: ++lastId,
  original: value,
  fields: readFields(type, value),
  disabled,
});

export const newDraft = (ttl: number): RecordDraft => ({
  before: null,
  type: 'A',
  name: '',
  ttl: String(ttl),
  comment: '',
  values: [newValue()],
});

/** The draft that a set opens as. Saved as it is, it is the same set. */
export const draftOf = (rrset: Rrset, zone: string): RecordDraft => ({
  before: rrset,
  type: rrset.type,
  name: relativeName(rrset.name, zone),
  ttl: String(rrset.ttl),
  comment: rrset.comment ?? '',
  values: rrset.records.map((record) => valueDraft(rrset.type, record)),
});

/** A new set with the same values; its name is to be chosen. */
export const copyOf = (rrset: Rrset, zone: string): RecordDraft => ({ ...draftOf(rrset, zone), before: null });

/** The value with one of its fields edited. */
export const withField = (value: ValueDraft, name: string, text: string | string[]): ValueDraft => ({
  id: value.id,
  disabled: value.disabled,
  fields: { ...value.fields, [name]: text },
});

/** The absolute owner name that is meant; what is no name stays as it was typed. */
export function ownerOf({ before, name }: RecordDraft, zone: string): string {
  if (before && name === relativeName(before.name, zone)) return before.name;
  return ownerFromInput(name, zone) ?? name;
}

/** The fields of a value as they are meant: blanks around them gone, names absolute. */
export function fieldsMeant(type: string, value: ValueDraft, zone: string): FieldValues {
  const fields = { ...value.fields };
  for (const { name, kind } of fieldsToShow(type, value)) {
    const text = fields[name] ?? '';
    if (kind === 'strings') fields[name] = [text].flat().flatMap(splitText);
    else if (kind === 'name' && typeof text === 'string' && text.trim()) fields[name] = targetFromInput(text, zone) ?? text;
    else if (typeof text === 'string' && kind !== 'string') fields[name] = text.trim();
  }
  return fields;
}

/** A value in presentation format. */
export const valueOf = (type: string, value: ValueDraft, zone: string): string =>
  value.original ?? formatValue(type, fieldsMeant(type, value, zone));

/** The set that the draft stands for, right or wrong. */
export const rrsetOf = (draft: RecordDraft, zone: string): Rrset => ({
  name: ownerOf(draft, zone),
  type: draft.type,
  ttl: parseSeconds(draft.ttl.trim()) ?? -1,
  records: draft.values.map((value) => ({ value: valueOf(draft.type, value, zone), disabled: value.disabled })),
  comment: draft.comment.trim() === (draft.before?.comment ?? '').trim() ? (draft.before?.comment ?? null) : draft.comment.trim() || null,
  editable: true,
});
