import { isWithin } from './hierarchy.js';
import { escape, unescape } from './octets.js';

export type NameProblem = 'name-required' | 'name-invalid' | 'label-too-long' | 'name-too-long' | 'name-not-absolute';

/** Stands for a dot that is not escaped; no name may contain it. */
const cut = '\uffff';

const lower = (octets: string): string => octets.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

/** An internationalised label as its A-label (UTS 46, as URLs do it); undefined when it cannot be one. */
function asciiLabel(label: string): string | undefined {
  if (/^[\0-\x7f]*$/.test(label)) return label;
  if (/[\0-,/:-@[-^`{-\x7f]/.test(label)) return undefined;
  try {
    return new URL(`http://${label}.x`).hostname.slice(0, -2) || undefined;
  } catch {
    return undefined;
  }
}

/**
 * The labels of an absolute name as octets in lower case, the root as none. `origin` completes a relative name; `@` is
 * the origin itself (RFC 1035, 5.1). Limits: 63 octets a label, 255 a name (RFC 1035, 2.3.4).
 */
function readLabels(text: string, origin?: string): string[] | NameProblem {
  if (text === '') return 'name-required';
  if (text === '.') return [];
  if (text === '@' && origin) return readLabels(origin);
  if (text.includes(cut)) return 'name-invalid';
  const parts = text.replace(/\\\d\d\d|\\[^]|[.。．｡]/g, (found) => (found.length === 1 ? cut : found)).split(cut);
  let rest: string[] = [];
  if (parts.at(-1) === '') parts.pop();
  else if (origin) {
    const above = readLabels(origin);
    if (typeof above === 'string') return above;
    rest = above;
  } else return 'name-not-absolute';
  const labels: string[] = [];
  for (const part of parts) {
    const ascii = asciiLabel(part);
    const label = ascii && unescape(ascii);
    if (!label) return 'name-invalid';
    if (label.length > 63) return 'label-too-long';
    labels.push(lower(label));
  }
  labels.push(...rest);
  return labels.reduce((length, label) => length + label.length + 1, 1) > 255 ? 'name-too-long' : labels;
}

const formatLabels = (labels: readonly string[]): string =>
  labels.map((label) => escape(label, /[.\\";()@$]/g).replaceAll(' ', '\\032') + '.').join('') || '.';

/** Names as nearly all are: nothing to escape, in lower case, absolute. */
const plain = /^(?:[a-z0-9_*/-]{1,63}\.)+$/;

/**
 * The one way to write a name: absolute, in lower case, escapes only where needed, internationalised labels as A-labels.
 * Relative names are completed with `origin`. Undefined when it is not a name; `nameProblem` says why.
 */
export function absoluteName(text: string, origin?: string): string | undefined {
  if (text.length < 255 && plain.test(text)) return text;
  const labels = readLabels(text, origin);
  return typeof labels === 'string' ? undefined : formatLabels(labels);
}

/** The reason why a text is no name; undefined when it is one. */
export function nameProblem(text: string, origin?: string): NameProblem | undefined {
  if (text.length < 255 && plain.test(text)) return undefined;
  const labels = readLabels(text, origin);
  return typeof labels === 'string' ? labels : undefined;
}

/** Tells whether two names are the same, whatever their case and escapes (RFC 4343). */
export const sameName = (one: string, other: string): boolean => absoluteName(one) === absoluteName(other);

/**
 * A key whose plain code-unit order (in SQL: `collate "C"`) is DNS order: labels from the right, octet by octet, a missing
 * octet before all others (RFC 4034, 6.1). An invalid name sorts as it stands.
 */
export function orderKey(name: string): string {
  const labels = readLabels(name);
  if (typeof labels === 'string') return name;
  return labels
    .reverse()
    .map((label) => label.replace(/[\0-!]/g, (octet) => '!' + octet.charCodeAt(0).toString(16).padStart(2, '0')))
    .join(' ');
}

const endsIn = (text: string, zone: string): boolean => {
  const name = absoluteName(text + '.');
  return name !== undefined && isWithin(name, zone);
};

/**
 * The owner name a person means by what was typed: nothing or `@` is the zone, `www` and `www.example.com` are both
 * `www.example.com.` in `example.com.`. Undefined when it is no name.
 */
export function ownerFromInput(text: string, zone: string): string | undefined {
  const typed = text.trim() || '@';
  return typed !== '@' && !typed.endsWith('.') && endsIn(typed, zone) ? absoluteName(typed + '.') : absoluteName(typed, zone);
}

/** The host a person means by what was typed as a target: one label is a name of the zone, more are absolute. */
export function targetFromInput(text: string, zone: string): string | undefined {
  const typed = text.trim();
  return /[^.\\]\.[^.]/.test(typed) && !typed.endsWith('.') ? absoluteName(typed + '.') : absoluteName(typed, zone);
}

/** Letters, digits, hyphens, and underscores as found in practice (RFC 1123, 2.1), or wildcard labels. */
export const isHostName = (name: string): boolean => name === '.' || /^(?:(?:\*|[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)\.)+$/.test(name);
