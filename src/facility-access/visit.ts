import type { TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { statusBadge, type Tone } from '../ui/badge.js';
import { visits as texts } from './texts/visits.js';

export type Visit = components['schemas']['Visit'];

const tones: Record<string, Tone> = { registered: 'info', 'on-site': 'success', missed: 'warning' };

/** The status of a visit. */
export const visitStatus = (visit: Visit, i18n: SharedLocalize): TemplateResult => statusBadge(visit, tones, i18n, texts);

/** From when to when, by the clocks of the facility. */
export function visitTime({ startsAt, endsAt, facility }: Visit, { language, instant }: SharedLocalize): string {
  const options = { dateStyle: 'medium', timeStyle: 'short', timeZone: facility.timeZone } as const;
  try {
    return new Intl.DateTimeFormat(language, options).formatRange(new Date(startsAt), new Date(endsAt));
  } catch {
    return `${instant(startsAt)} – ${instant(endsAt)}`;
  }
}

/** The city that gives a time zone its name. */
export const cityOf = (timeZone: string): string => timeZone.split('/').at(-1)!.replaceAll('_', ' ');

/** Names the clocks by which the times are, where they are not those of the person. */
export function otherClock({ facility: { timeZone } }: Visit, i18n: SharedLocalize): string {
  const own = i18n.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  return own === timeZone ? '' : i18n.in(texts)('localTime', cityOf(timeZone));
}
