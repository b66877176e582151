import { css, html, nothing, type TemplateResult } from 'lit';
import type { ListController } from '../core/list-controller.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import type { ListToolbar } from '../ui/list-view.js';
import { partName, type AccessOptions } from './place.js';
import { visits as texts } from './texts/visits.js';
import { otherClock, visitStatus, visitTime, type Visit } from './visit.js';

/** Search, upcoming or past, and the facility. */
export function visitFilters(
  { search, choice }: ListToolbar,
  list: ListController<Visit>,
  i18n: SharedLocalize,
  options: AccessOptions | undefined,
): unknown[] {
  const t = i18n.in(texts);
  const present = list.query['facility'];
  const facilities = options?.facilities ?? (present ? [{ id: present, label: present }] : []);
  const times = [
    ['upcoming', t('upcoming')],
    ['past', t('past')],
  ] as const;
  return [
    search(list, t('search')),
    choice(list, 'when', t('when'), times).field(),
    choice(list, 'facility', t('facility'), [['', t('all')], ...facilities.map(({ id, label }) => [id, label] as const)]),
  ];
}

/** One visit as a row. */
export function visitRow(visit: Visit, i18n: SharedLocalize, open: () => void): TemplateResult {
  const { language } = i18n;
  const t = i18n.in(texts);
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

/** The cells of the list of visits. */
export const visitListStyles = css`
  th small,
  td small {
    display: block;
    font-weight: 400;
  }
`;
