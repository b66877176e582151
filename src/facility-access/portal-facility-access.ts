import { css, type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { KeepAlive } from '../core/keep-alive.js';
import { Lazy } from '../core/lazy.js';
import { ListController } from '../core/loading/list-controller.js';
import { LoadController } from '../core/loading/load-controller.js';
import { LocalizeController, type SharedLocalize } from '../core/localize-controller.js';
import { property } from '../core/property.js';
import { lazyView } from '../ui/lazy-view.js';
import { PortalListElement } from '../ui/lists/list-element.js';
import { type Column, type ListToolbar, listView } from '../ui/lists/list-view.js';
import type { AccessPanel } from './access-panel.js';
import { type Access, type AccessPage, accessStatus, badgeStatus, levelName, permissionNames, validity } from './access.js';
import { type AccessOptions, partName } from './place.js';
import { facilityAccess } from './texts/facility-access.js';

const statuses = ['requested', 'awaiting-orientation', 'active', 'suspended', 'expired', 'revoked'] as const;

/** Search, facility, status, and whether an access ends soon. */
function accessFilters(
  { search, choice }: ListToolbar,
  list: ListController<Access, AccessPage>,
  i18n: SharedLocalize,
  options: AccessOptions | undefined,
): unknown[] {
  const t = i18n.in(facilityAccess);
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
function accessRow(access: Access, i18n: SharedLocalize, open: () => void): TemplateResult {
  const t = i18n.in(facilityAccess);
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
const accessListStyles = css`
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

/**
 * Which people may enter which facility, cage or rack on behalf of the client, how and until when, with their badges;
 * below it the visits, as `<portal-visits>` shows them.
 *
 * @tag portal-facility-access
 * @summary Who may enter which facility: access, change, revoke; and visits.
 * @example
 * <portal-facility-access></portal-facility-access>
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
 * @csspart visits - The visits with their heading.
 * @csspart dialog - Details, granting, changing and revoking.
 */
export class PortalFacilityAccess extends PortalListElement {
  static override requires = 'profile.facility-access' as const;
  static override styles: CSSResultGroup = [PortalListElement.styles, accessListStyles];

  /** Leaves the visits out; they can stand elsewhere as `<portal-visits>`. */
  @property({ type: Boolean, attribute: 'without-visits' }) withoutVisits = false;

  #i18n = new LocalizeController(this, facilityAccess);
  #panel: Lazy<AccessPanel> = new Lazy(this, () => import('./access-panel.js').then((each) => new each.AccessPanel(this, this.#options)));
  #visits = new Lazy(this, () => import('../define/portal-visits.js'));
  #keepAlive = new KeepAlive();
  protected override readonly content: ListController<Access, AccessPage> = new ListController(this, {
    path: '/access-grants',
    filters: ['q', 'facility', 'status', 'expiring'],
    initial: () => ({ sort: 'person' }),
    fetch: (api, query, init) => api.GET('/access-grants', { params: { query }, ...init }),
  });
  /** Facilities and people are asked for when they are to be chosen from. */
  #options: LoadController<AccessOptions> = new LoadController(this, {
    path: '/facility-access',
    args: () => (this.#panel.value?.open || this.content.filtersOpen || this.content.query['facility'] ? [] : undefined),
    fetch: (api, init) => api.GET('/facility-access/options', init),
  });

  protected override view(): unknown {
    return html`${this.#list()} ${this.withoutVisits ? nothing : this.#visitList()}`;
  }

  #list(): TemplateResult {
    const { t } = this.#i18n;
    const panel = this.#panel;
    return listView(this, this.content, this.#i18n, {
      label: t('access'),
      columns: this.#columns(),
      row: (access) => accessRow(access, this.#i18n, () => panel.use((loaded) => loaded.details(access))),
      empty: t('noAccess'),
      filters: (toolbar) => accessFilters(toolbar, this.content, this.#i18n, this.#options.value),
      actions: () =>
        this.can('create')
          ? html`<button type="button" class="primary" @click=${() => panel.use((loaded) => loaded.edit())}>${t('grant')}</button>`
          : nothing,
      above: () => [lazyView(panel, this.#i18n, (loaded) => loaded.notice()), this.#ending()],
      dialogs: () => panel.value?.render(),
    });
  }

  #visitList(): TemplateResult {
    this.#visits.useWhenIdle();
    return html`<div class="visits" part="visits">
      <h2>${this.#i18n.t('visits')}</h2>
      ${lazyView(this.#visits, this.#i18n, () => this.#keepAlive.keep(html`<portal-visits></portal-visits>`))}
    </div>`;
  }

  #columns(): Column[] {
    const { t } = this.#i18n;
    return [
      { key: 'person', label: t('person'), width: 9, sort: 'person' },
      { key: 'place', label: t('place'), width: 8 },
      { key: 'level', label: t('level'), width: 8.5 },
      { key: 'validTo', label: t('validTo'), width: 7, sort: 'validTo' },
      { key: 'badge', label: t('badge'), width: 7.5 },
      { key: 'status', label: t('status'), width: 7.5 },
    ];
  }

  #ending(): unknown {
    const count = this.content.page?.summary?.expiring ?? 0;
    return count > 0 ? html`<div class="notice warning"><p>${this.#i18n.t('endsSoon', count)}</p></div>` : nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-facility-access': PortalFacilityAccess;
  }
}
