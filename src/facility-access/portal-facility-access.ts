import { html, nothing, type CSSResultGroup, type PropertyValues } from 'lit';
import type { components } from '../api/schema.js';
import { define } from '../core/define.js';
import { ListController, type Page } from '../core/list-controller.js';
import { LoadController } from '../core/load-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { property } from '../core/property.js';
import { whenIdle } from '../core/schedule.js';
import { facilityAccess } from './texts/facility-access.js';
import { PortalListElement } from '../ui/list-element.js';
import { listView, type Column } from '../ui/list-view.js';
import type { ListToolbar } from '../ui/list-view.js';
import type { FacilityAccessDialogs } from './facility-access-dialogs.js';
import { facilityAccessStyles, grantRow, type AccessGrant } from './facility-access-parts.js';
import type { AccessOptions } from './facility-places.js';

type GrantPage = Page<AccessGrant> & Pick<components['schemas']['AccessGrantPage'], 'summary'>;

const statuses = ['requested', 'awaiting-orientation', 'active', 'suspended', 'expired', 'revoked'] as const;

/**
 * Which people may enter which facility, cage or rack on behalf of the client, how and until when, with their badges;
 * below it the visits, as `<portal-visits>` shows them.
 *
 * @tag portal-facility-access
 * @summary Who may enter which facility: grant, change, revoke; and visits.
 * @permission profile.facility-access
 * @operation listAccessGrants
 * @operation getAccessGrant
 * @operation getFacilityAccessOptions
 * @operation grantAccess
 * @operation changeAccessGrant
 * @operation revokeAccessGrant
 * @slot empty - Replaces the text shown when nobody has access.
 * @csspart list - All of the list.
 * @csspart toolbar - Filters and actions.
 * @csspart notice - What has been achieved.
 * @csspart table - The table.
 * @csspart row - A row.
 * @csspart badge - A word of state.
 * @csspart pager - Paging.
 * @csspart visits - The visits with their heading.
 * @csspart dialog - Details, granting, changing and revoking.
 */
export class PortalFacilityAccess extends PortalListElement {
  static override requires = 'profile.facility-access' as const;
  static override styles: CSSResultGroup = [PortalListElement.styles, facilityAccessStyles];

  /** Leaves the visits out; they can stand elsewhere as `<portal-visits>`. */
  @property({ type: Boolean, attribute: 'without-visits' }) withoutVisits = false;

  #i18n = new LocalizeController(this, facilityAccess);
  #dialogs?: FacilityAccessDialogs;
  protected override readonly content: ListController<AccessGrant, GrantPage> = new ListController(this, {
    path: '/access-grants',
    filters: ['q', 'facility', 'status', 'expiring'],
    initial: () => ({ sort: 'person' }),
    fetch: (api, query, init) => api.GET('/access-grants', { params: { query }, ...init }),
  });
  /** Facilities and people are asked for when they are to be chosen from. */
  #options = new LoadController<AccessOptions>(this, {
    path: '/facility-access',
    args: () => (this.#dialogs?.open || this.content.filtersOpen || this.content.query['facility'] ? [] : undefined),
    fetch: (api, init) => api.GET('/facility-access/options', init),
  });

  protected override view(): unknown {
    const { t } = this.#i18n;
    const list = listView(this, this.content, this.#i18n, {
      label: t('access'),
      columns: this.#columns(),
      row: (grant) => grantRow(grant, this.#i18n, () => void this.#open((dialogs) => dialogs.details(grant))),
      empty: t('noAccess'),
      filters: (tools) => this.#filters(tools),
      actions: () =>
        this.can('create')
          ? html`<button type="button" class="primary" @click=${() => this.#open((dialogs) => dialogs.grant())}>${t('grant')}</button>`
          : nothing,
      above: () => [this.#dialogs?.notice(), this.#ending()],
      dialogs: () => this.#dialogs?.view(),
    });
    if (this.withoutVisits) return list;
    return html`${list}
      <div class="visits" part="visits">
        <h2>${t('visits')}</h2>
        <portal-visits></portal-visits>
      </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.access === 'allowed' && !this.withoutVisits && !customElements.get('portal-visits')) void this.#defineVisits();
  }

  async #defineVisits(): Promise<void> {
    await whenIdle(this);
    define('portal-visits', (await import('./portal-visits.js')).PortalVisits);
  }

  #columns(): Column[] {
    const { t } = this.#i18n;
    return [
      { key: 'person', label: t('person'), sort: 'person' },
      { key: 'place', label: t('place') },
      { key: 'level', label: t('level') },
      { key: 'validTo', label: t('validTo'), sort: 'validTo' },
      { key: 'badge', label: t('badge') },
      { key: 'status', label: t('status') },
    ];
  }

  #filters({ search, choice }: ListToolbar): unknown {
    const { t } = this.#i18n;
    const list = this.content;
    const all = ['', t('all')] as const;
    const present = list.query['facility'];
    const facilities = this.#options.value?.facilities ?? (present ? [{ id: present, label: present }] : []);
    return [
      search(list, t('search')),
      choice(list, 'facility', t('facility'), [all, ...facilities.map(({ id, label }) => [id, label] as const)]),
      choice(list, 'status', t('status'), [all, ...statuses.map((each) => [each, t(`status-${each}`)] as const)]),
      choice(list, 'expiring', t('expiring'), [all, ['true', t('expiringSoon')]]),
    ];
  }

  #ending(): unknown {
    const count = this.content.page?.summary?.expiring ?? 0;
    return count > 0 ? html`<div class="notice warning"><p>${this.#i18n.t('endsSoon', count)}</p></div>` : nothing;
  }

  /** Loads the dialogs with the first use of one. */
  async #open(act: (dialogs: FacilityAccessDialogs) => void): Promise<void> {
    const { FacilityAccessDialogs } = await import('./facility-access-dialogs.js');
    this.#dialogs ??= new FacilityAccessDialogs(this, this.#i18n, this.#options);
    act(this.#dialogs);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-facility-access': PortalFacilityAccess;
  }
}
