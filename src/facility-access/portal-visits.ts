import { css, type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { Lazy } from '../core/lazy.js';
import { ListController } from '../core/loading/list-controller.js';
import { LoadController } from '../core/loading/load-controller.js';
import { LocalizeController, type SharedLocalize } from '../core/localize-controller.js';
import { PortalListElement } from '../ui/lists/list-element.js';
import { type Column, type ListToolbar, listView } from '../ui/lists/list-view.js';
import { type AccessOptions, partName } from './place.js';
import { visits } from './texts/visits.js';
import type { VisitPanel } from './visit-panel.js';
import { otherClock, type Visit, visitStatus, visitTime } from './visit.js';

/** Search, upcoming or past, and the facility. */
function visitFilters(
  { search, choice }: ListToolbar,
  list: ListController<Visit>,
  i18n: SharedLocalize,
  options: AccessOptions | undefined,
): unknown[] {
  const t = i18n.in(visits);
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
function visitRow(visit: Visit, i18n: SharedLocalize, open: () => void): TemplateResult {
  const { language } = i18n;
  const t = i18n.in(visits);
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
const visitListStyles = css`
  th small,
  td small {
    display: block;
    font-weight: 400;
  }
`;

/**
 * Visits to facilities: people without a badge of their own are registered for some hours; their pass is printed, put into
 * a calendar, and void when the visit is cancelled. Times are by the clocks of the facility.
 *
 * @tag portal-visits
 * @summary Visits to facilities: register, print the pass, add to a calendar, cancel.
 * @example
 * <portal-visits></portal-visits>
 * @permission profile.facility-access
 * @operation listVisits
 * @operation getFacilityAccessOptions
 * @operation registerVisit
 * @operation getVisitCalendar
 * @operation cancelVisit
 * @slot empty - Replaces the text shown when no visit is registered.
 * @csspart toolbar - Filters and actions.
 * @csspart notice - What has been achieved.
 * @csspart dialog - Registering, the visit with its pass, cancelling.
 * @csspart pass - The pass.
 */
export class PortalVisits extends PortalListElement {
  static override requires = 'profile.facility-access' as const;
  static override styles: CSSResultGroup = [PortalListElement.styles, visitListStyles];

  #i18n = new LocalizeController(this, visits);
  #panel: Lazy<VisitPanel> = new Lazy(this, () => import('./visit-panel.js').then((each) => new each.VisitPanel(this, this.#options)));
  protected override readonly content: ListController<Visit> = new ListController(this, {
    path: '/visits',
    filters: ['q', 'when', 'facility'],
    initial: () => ({ when: 'upcoming' }),
    fetch: (api, query, init) => api.GET('/visits', { params: { query }, ...init }),
  });
  /** Facilities are asked for when they are to be chosen from. */
  #options: LoadController<AccessOptions> = new LoadController(this, {
    path: '/facility-access',
    args: () => (this.#panel.value?.open || this.content.filtersOpen || this.content.query['facility'] ? [] : undefined),
    fetch: (api, init) => api.GET('/facility-access/options', init),
  });

  protected override view(): unknown {
    const { t } = this.#i18n;
    const panel = this.#panel;
    return listView(this, this.content, this.#i18n, {
      label: t('visits'),
      columns: this.#columns(),
      row: (visit) => visitRow(visit, this.#i18n, () => panel.use((loaded) => loaded.details(visit))),
      empty: t('noVisits'),
      filters: (toolbar) => visitFilters(toolbar, this.content, this.#i18n, this.#options.value),
      actions: () =>
        this.can('create')
          ? html`<button type="button" class="primary" @click=${() => panel.use((loaded) => loaded.register())}>${t('register')}</button>`
          : nothing,
      above: ({ lazyView }) => lazyView(panel, this.#i18n, (loaded) => loaded.notice()),
      dialogs: () => panel.value?.render(),
    });
  }

  #columns(): Column[] {
    const { t } = this.#i18n;
    return [
      { key: 'when', label: t('when'), width: 10, sort: 'startsAt' },
      { key: 'facility', label: t('facility'), width: 8 },
      { key: 'purpose', label: t('purpose'), width: 10 },
      { key: 'visitors', label: t('visitors'), width: 9 },
      { key: 'status', label: t('status'), width: 7.5 },
    ];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-visits': PortalVisits;
  }
}
