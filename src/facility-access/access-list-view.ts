import { css, html, nothing, type TemplateResult } from 'lit';
import type { ListController } from '../core/list-controller.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import type { ListToolbar } from '../ui/list-view.js';
import { badgeStatus, accessStatus, levelName, permissionNames, validity, type Access, type AccessPage } from './access.js';
import { partName, type AccessOptions } from './place.js';
import { facilityAccess as texts } from './texts/facility-access.js';

const statuses = ['requested', 'awaiting-orientation', 'active', 'suspended', 'expired', 'revoked'] as const;

/** Search, facility, status, and whether an access ends soon. */
export function accessFilters(
  { search, choice }: ListToolbar,
  list: ListController<Access, AccessPage>,
  i18n: SharedLocalize,
  options: AccessOptions | undefined,
): unknown[] {
  const t = i18n.in(texts);
  const all = ['', t('all')] as const;
  const present = list.query['facility'];
  const facilities = options?.facilities ?? (present ? [{ id: present, label: present }] : []);
  return [
    search(list, t('search')),
    choice(list, 'facility', t('facility'), [all, ...facilities.map(({ id, label }) => [id, label] as const)]),
    choice(list, 'status', t('status'), [all, ...statuses.map((each) => [each, t(`status-${each}`)] as const)]),
    choice(list, 'expiring', t('expiring'), [all, ['true', t('expiringSoon')]]),
  ];
}

/** The access of one person as a row. */
export function accessRow(access: Access, i18n: SharedLocalize, open: () => void): TemplateResult {
  const t = i18n.in(texts);
  const { personName, place, badge } = access;
  const more = permissionNames(access, i18n);
  return html`<tr role="row" part="row">
    <th role="rowheader" scope="row" class="subject">
      <button type="button" class="link" aria-haspopup="dialog" @click=${open}><bdi .textContent=${personName}></bdi></button>
    </th>
    <td role="cell" data-label=${t('place')}>
      <span><bdi>${place.facilityLabel}</bdi><small class="muted">${partName(place, i18n)}</small></span>
    </td>
    <td role="cell" data-label=${t('level')}>
      <span>${levelName(access, i18n)}${more ? html`<small class="muted">${more}</small>` : nothing}</span>
    </td>
    <td role="cell" data-label=${t('validTo')} .textContent=${validity(access, i18n)}></td>
    <td role="cell" data-label=${t('badge')}>
      ${badge ? html`<span><bdi class="number">${badge.number}</bdi><small class="muted">${badgeStatus(badge, i18n)}</small></span>` : nothing}
    </td>
    <td role="cell" data-label=${t('status')}>${accessStatus(access, i18n)}</td>
  </tr>`;
}

/** The cells of the list of accesses, and the visits below it. */
export const accessListStyles = css`
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
