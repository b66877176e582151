import { css, html, nothing, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import type { LocalizeController } from '../core/localize-controller.js';
import { formatDays } from '../i18n/days.js';
import type { facilityAccess } from './texts/facility-access.js';
import { badge, type Tone } from '../ui/badge.js';
import { partName } from './facility-places.js';

export type AccessGrant = components['schemas']['AccessGrant'];
export type AccessLocalize = LocalizeController<typeof facilityAccess.english>;

const tones: Record<string, Tone> = {
  requested: 'info',
  'awaiting-orientation': 'info',
  active: 'success',
  suspended: 'danger',
  expired: 'warning',
};

export const grantStatus = ({ status, statusLabel }: AccessGrant, i18n: AccessLocalize): TemplateResult =>
  badge(Object.hasOwn(tones, status) ? tones[status]! : 'neutral', i18n.label(`status-${status}`, statusLabel));

export const levelName = ({ level, levelLabel }: AccessGrant, i18n: AccessLocalize): string => i18n.label(`level-${level}`, levelLabel);

/** What the person may do beside entering, as a list in words. */
export function permissionNames({ permissions }: AccessGrant, i18n: AccessLocalize): string {
  const names = permissions.map(({ id, label }) => i18n.label(`permission-${id}`, label));
  return new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(names);
}

export const badgeStatus = ({ status, statusLabel }: NonNullable<AccessGrant['badge']>, i18n: AccessLocalize): string =>
  i18n.label(`badge-${status}`, statusLabel);

const validity = ({ validFrom, validTo }: AccessGrant, { language, t, day }: AccessLocalize): string =>
  validTo ? (formatDays(language, validFrom, validTo) ?? day(validTo)) : t('from', day(validFrom));

export function grantRow(grant: AccessGrant, i18n: AccessLocalize, open: () => void): TemplateResult {
  const { t } = i18n;
  const { personName, place, badge: pass } = grant;
  const more = permissionNames(grant, i18n);
  return html`<tr role="row" part="row">
    <th role="rowheader" scope="row" class="subject">
      <button type="button" class="link" aria-haspopup="dialog" @click=${open}><bdi .textContent=${personName}></bdi></button>
    </th>
    <td role="cell" data-label=${t('place')}>
      <span><bdi>${place.facilityLabel}</bdi><small class="muted">${partName(place, i18n)}</small></span>
    </td>
    <td role="cell" data-label=${t('level')}>
      <span>${levelName(grant, i18n)}${more ? html`<small class="muted">${more}</small>` : nothing}</span>
    </td>
    <td role="cell" data-label=${t('validTo')} .textContent=${validity(grant, i18n)}></td>
    <td role="cell" data-label=${t('badge')}>
      ${pass ? html`<span><bdi class="number">${pass.number}</bdi><small class="muted">${badgeStatus(pass, i18n)}</small></span>` : nothing}
    </td>
    <td role="cell" data-label=${t('status')}>${grantStatus(grant, i18n)}</td>
  </tr>`;
}

export const facilityAccessStyles = css`
  [data-column='validTo'] {
    inline-size: 18%;
  }
  [data-column='badge'] {
    inline-size: 11em;
  }
  [data-column='status'] {
    inline-size: 11em;
  }
  td .badge {
    white-space: normal;
  }
  td small {
    display: block;
  }
  .visits {
    margin-block-start: 2.5em;
  }
  .visits h2 {
    margin: 0 0 var(--_space);
    font-size: 1.25em;
  }
`;
