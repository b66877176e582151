import { html, nothing, type CSSResultGroup } from 'lit';
import { ListController } from '../core/list-controller.js';
import { LoadController } from '../core/load-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { visits } from './texts/visits.js';
import { PortalListElement } from '../ui/list-element.js';
import { listView, type Column } from '../ui/list-view.js';
import type { ListToolbar } from '../ui/list-view.js';
import type { AccessOptions } from './facility-places.js';
import type { VisitDialogs } from './visit-dialogs.js';
import { visitRow, visitsStyles, type Visit } from './visit-parts.js';

/**
 * Visits to facilities: people without a badge of their own are registered for some hours; their pass is printed, put into
 * a calendar, and void when the visit is cancelled. Times are by the clocks of the facility.
 *
 * @tag portal-visits
 * @summary Visits to facilities: register, print the pass, add to a calendar, cancel.
 * @permission profile.facility-access
 * @operation listVisits
 * @operation getFacilityAccessOptions
 * @operation registerVisit
 * @operation getVisitCalendar
 * @operation cancelVisit
 * @slot empty - Replaces the text shown when no visit is registered.
 * @csspart list - All of it.
 * @csspart toolbar - Filters and actions.
 * @csspart notice - What has been achieved.
 * @csspart table - The table.
 * @csspart row - A row.
 * @csspart badge - A word of state.
 * @csspart pager - Paging.
 * @csspart dialog - Registering, the visit with its pass, cancelling.
 * @csspart pass - The pass.
 */
export class PortalVisits extends PortalListElement {
  static override requires = 'profile.facility-access' as const;
  static override styles: CSSResultGroup = [PortalListElement.styles, visitsStyles];

  #i18n = new LocalizeController(this, visits);
  #dialogs?: VisitDialogs;
  protected override readonly content: ListController<Visit> = new ListController(this, {
    path: '/visits',
    filters: ['q', 'when', 'facility'],
    initial: () => ({ when: 'upcoming' }),
    fetch: (api, query, init) => api.GET('/visits', { params: { query }, ...init }),
  });
  /** Facilities are asked for when they are to be chosen from. */
  #options = new LoadController<AccessOptions>(this, {
    path: '/facility-access',
    args: () => (this.#dialogs?.open || this.content.filtersOpen || this.content.query['facility'] ? [] : undefined),
    fetch: (api, init) => api.GET('/facility-access/options', init),
  });

  protected override view(): unknown {
    const { t } = this.#i18n;
    return listView(this, this.content, this.#i18n, {
      label: t('visits'),
      columns: this.#columns(),
      row: (visit) => visitRow(visit, this.#i18n, () => void this.#open((dialogs) => dialogs.details(visit))),
      empty: t('noVisits'),
      filters: (tools) => this.#filters(tools),
      actions: () =>
        this.can('create')
          ? html`<button type="button" class="primary" @click=${() => this.#open((dialogs) => dialogs.register())}>
              ${t('register')}
            </button>`
          : nothing,
      above: () => this.#dialogs?.notice(),
      dialogs: () => this.#dialogs?.view(),
    });
  }

  #columns(): Column[] {
    const { t } = this.#i18n;
    return [
      { key: 'when', label: t('when'), sort: 'startsAt' },
      { key: 'facility', label: t('facility') },
      { key: 'purpose', label: t('purpose') },
      { key: 'visitors', label: t('visitors') },
      { key: 'status', label: t('status') },
    ];
  }

  #filters({ search, choice }: ListToolbar): unknown {
    const { t } = this.#i18n;
    const list = this.content;
    const present = list.query['facility'];
    const facilities = this.#options.value?.facilities ?? (present ? [{ id: present, label: present }] : []);
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

  /** Loads the dialogs with the first use of one. */
  async #open(act: (dialogs: VisitDialogs) => void): Promise<void> {
    const { VisitDialogs } = await import('./visit-dialogs.js');
    this.#dialogs ??= new VisitDialogs(this, this.#i18n, this.#options);
    act(this.#dialogs);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-visits': PortalVisits;
  }
}
