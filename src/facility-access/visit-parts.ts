import { css, html, nothing, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import type { LocalizeController } from '../core/localize-controller.js';
import type { visits } from './texts/visits.js';
import { badge, type Tone } from '../ui/badge.js';
import { partName } from './facility-places.js';

export type Visit = components['schemas']['Visit'];
export type VisitsLocalize = LocalizeController<typeof visits.english>;

const tones: Record<string, Tone> = { registered: 'info', 'on-site': 'success', missed: 'warning' };

export const visitStatus = ({ status, statusLabel }: Visit, i18n: VisitsLocalize): TemplateResult =>
  badge(Object.hasOwn(tones, status) ? tones[status]! : 'neutral', i18n.label(`status-${status}`, statusLabel));

/** From when to when, by the clocks of the facility. */
export function visitTime({ startsAt, endsAt, facility }: Visit, { language, instant }: VisitsLocalize): string {
  const options = { dateStyle: 'medium', timeStyle: 'short', timeZone: facility.timeZone } as const;
  try {
    return new Intl.DateTimeFormat(language, options).formatRange(new Date(startsAt), new Date(endsAt));
  } catch {
    return `${instant(startsAt)} – ${instant(endsAt)}`;
  }
}

/** The place by whose clocks the times of a zone are. */
export const cityOf = (timeZone: string): string => timeZone.split('/').at(-1)!.replaceAll('_', ' ');

/** By which clocks the times are, where they are not those of the person. */
function otherClock({ facility: { timeZone } }: Visit, i18n: VisitsLocalize): string {
  const own = i18n.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  return own === timeZone ? '' : i18n.t('localTime', cityOf(timeZone));
}

export function visitRow(visit: Visit, i18n: VisitsLocalize, open: () => void): TemplateResult {
  const { t, language } = i18n;
  const { facility, place, purpose, visitors } = visit;
  const clock = otherClock(visit, i18n);
  const names = new Intl.ListFormat(language, { type: 'conjunction' }).format(visitors.map(({ name }) => `\u2068${name}\u2069`));
  return html`<tr role="row" part="row">
    <th role="rowheader" scope="row" class="subject">
      <button type="button" class="link" aria-haspopup="dialog" @click=${open}>${visitTime(visit, i18n)}</button>
      ${clock ? html`<small class="muted">${clock}</small>` : nothing}
    </th>
    <td role="cell" data-label=${t('facility')}>
      <span><bdi>${facility.label}</bdi><small class="muted">${partName(place, i18n)}</small></span>
    </td>
    <td role="cell" data-label=${t('purpose')}><bdi .textContent=${purpose}></bdi></td>
    <td role="cell" data-label=${t('visitors')} .textContent=${names}></td>
    <td role="cell" data-label=${t('status')}>${visitStatus(visit, i18n)}</td>
  </tr>`;
}

export const visitsStyles = css`
  [data-column='when'] {
    inline-size: 26%;
  }
  [data-column='status'] {
    inline-size: 9em;
  }
  td .badge {
    white-space: normal;
  }
  th small,
  td small {
    display: block;
    font-weight: 400;
  }
`;
