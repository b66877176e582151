import type { components } from '../api/schema.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { eventKinds } from './texts/event-kinds.js';
import { eventLog } from './texts/event-log.js';

export type LoggedEvent = components['schemas']['Event'];
export type EventPage = components['schemas']['EventPage'];
export type EventOptions = components['schemas']['EventOptions'];
export type EventObject = NonNullable<LoggedEvent['object']>;

/** What was done, in the reader's language where there are words for it, else in the company's. */
export const kindText = (i18n: SharedLocalize, kind: string, label: string): string => i18n.label(kind, label || kind, eventKinds);

export const categoryText = (i18n: SharedLocalize, category: string, label: string): string =>
  i18n.label(`category-${category}`, label || category, eventLog);

export const typeText = (i18n: SharedLocalize, { type, typeLabel }: EventObject): string =>
  i18n.label(`type-${type}`, typeLabel || type, eventLog);

/** The side that a person who is none of the client's is on. */
export const sideText = (i18n: SharedLocalize, { kind }: LoggedEvent['actor']): string =>
  kind === 'staff' || kind === 'system' ? i18n.in(eventLog)(kind) : '';

/** The value of the filter `object` for a thing. */
export const objectKey = ({ type, id }: EventObject): string => `${type}/${id}`;

/** Templates of addresses by type of thing, from `service=/service?id={id} contact=/people`. */
export function addressesOf(text: string | undefined): ReadonlyMap<string, string> {
  const pairs = (text ?? '').split(/\s+/).filter(Boolean);
  return new Map(
    pairs.flatMap((pair) => (pair.includes('=') ? [[pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)] as const] : [])),
  );
}
