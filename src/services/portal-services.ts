import { css, type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import type { operations } from '../api/schema.js';
import { DialogController } from '../core/dialog-controller.js';
import { DownloadController } from '../core/download-controller.js';
import { lazy } from '../core/lazy.js';
import { ListController } from '../core/loading/list-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { itemLink } from '../ui/links.js';
import { PortalRecordListElement } from '../ui/lists/list-element.js';
import { type Column, type ListToolbar, listView, type Sum } from '../ui/lists/list-view.js';
import { twoLineStyles } from '../ui/styles/two-lines.js';
import {
  nextDay,
  nextInvoice,
  priceText,
  serviceName,
  type ServicePage,
  serviceStatus,
  type ServiceSummary,
  serviceType,
  yearlyText,
} from './service.js';
import { services } from './texts/services.js';

type ServicesLocalize = LocalizeController<typeof services.english>;
type Query = NonNullable<operations['listServices']['parameters']['query']>;

const types = ['hosting', 'server', 'serverhousing', 'domain', 'certificate', 'mail', 'voip', 'line', 'backup', 'licence', 'ip-addresses'];
const statuses = ['pending', 'provisioning', 'active', 'suspended', 'cancel-pending', 'cancelled', 'expired', 'failed'];
const days = [7, 30, 90, 365];

/** The query as the contract has it: what has ended is left out unless a status is chosen, or all. */
function askedServices({ status = 'current', renewingWithin, ...others }: Record<string, string>): Query {
  const within = Number(renewingWithin || NaN);
  return {
    ...(others as Query),
    ...(status !== 'all' && { status }),
    ...(Number.isInteger(within) && within >= 0 && { renewingWithin: within }),
  };
}

/** Search, type, status, and how soon a service renews or ends. */
function serviceFilters(
  { search, choice }: ListToolbar,
  list: ListController<ServiceSummary, ServicePage>,
  i18n: ServicesLocalize,
): unknown[] {
  const { t } = i18n;
  const words = (name: string, values: readonly string[]) => values.map((value) => [value, i18n.label(`${name}-${value}`, value)] as const);
  return [
    search(list, t('search')),
    choice(list, 'type', t('type'), [['', t('all')], ...words('type', types)]),
    choice(list, 'status', t('status'), [['', t('current')], ['all', t('all')], ...words('status', statuses)]),
    choice(list, 'renewingWithin', t('within'), [
      ['', t('anyTime')],
      ...days.map((count) => [String(count), t('withinDays', count)] as const),
    ]),
  ];
}

interface RowOptions {
  itemHref: string | undefined;
  hidesPrice: boolean;
  open: () => void;
}

/** One service as a row. */
function serviceRow(service: ServiceSummary, i18n: ServicesLocalize, { itemHref, hidesPrice, open }: RowOptions): TemplateResult {
  const { t } = i18n;
  const { id, number, name, label, identifier, price, statusReason } = service;
  return html`<tr role="row" part="row">
    <th role="rowheader" scope="row" class="subject">
      ${itemLink(itemHref, id, serviceName(service, i18n), open)}
      ${label && name ? html`<small class="muted"><bdi .textContent=${name}></bdi></small>` : nothing}
    </th>
    <td role="cell" data-label=${t('number')}><bdi .textContent=${number || t('none')}></bdi></td>
    <td role="cell" data-label=${t('type')} .textContent=${serviceType(service, i18n)}></td>
    <td role="cell" data-label=${t('identifier')}><bdi .textContent=${identifier || t('none')}></bdi></td>
    ${
      hidesPrice
        ? nothing
        : html`<td role="cell" class="end" data-label=${t('price')}>
            <span class="two">${priceText(price, i18n)} <small class="muted">${yearlyText(service, i18n)}</small></span>
          </td>`
    }
    <td role="cell" data-label=${t('next')}>
      <span class="two">${nextDay(service, i18n)} <small class="muted">${nextInvoice(service, i18n)}</small></span>
    </td>
    <td role="cell" data-label=${t('status')}>
      <span class="two"
        >${serviceStatus(service, i18n)}
        ${statusReason ? html`<small class="muted reason"><bdi>${statusReason}</bdi></small>` : nothing}</span
      >
    </td>
  </tr>`;
}

/** The cells of a list of services. */
const listColumnStyles: CSSResultGroup = [
  twoLineStyles,
  css`
    .reason {
      margin-block-start: 0.25em;
    }
    .ended {
      margin: 0;
    }
  `,
];

/**
 * The services of the client: found, sorted, summed up by currency, downloaded as a table or as a calendar of renewals, and
 * opened. What has ended is shown when it is asked for.
 *
 * @tag portal-services
 * @summary Services: find, sort, download, put renewals into a calendar, open.
 * @example
 * <portal-services item-href="/service?id={id}"></portal-services>
 * @permission billing.services
 * @operation listServices
 * @operation getServiceRenewals
 * @slot empty - Replaces the text shown when there are no services.
 * @csspart toolbar - Search, filters and the downloads.
 * @csspart summary - What the services come to, by currency.
 * @csspart ended - Says how many services have ended and are not shown.
 * @csspart dialog - One service.
 */
export class PortalServices extends PortalRecordListElement {
  static override requires = 'billing.services' as const;
  static override styles: CSSResultGroup = [PortalRecordListElement.styles, listColumnStyles];

  #i18n = new LocalizeController(this, services);
  #detail = new DialogController<string>(
    this,
    lazy(() => import('../define/portal-service.js')),
  );
  #calendar = new DownloadController(this);
  protected override readonly content: ListController<ServiceSummary, ServicePage> = new ListController(this, {
    path: '/services',
    filters: ['q', 'type', 'status', 'renewingWithin'],
    initial: () => ({ sort: 'name' }),
    fetch: (api, query: Record<string, string>, init) => api.GET('/services', { params: { query: askedServices(query) }, ...init }),
  });

  protected override view(): unknown {
    const { t } = this.#i18n;
    return listView(this, this.content, this.#i18n, {
      label: t('services'),
      columns: this.#columns(),
      row: (service) => serviceRow(service, this.#i18n, this.#rowOptions(service)),
      empty: t('noServices'),
      filters: (toolbar) => serviceFilters(toolbar, this.content, this.#i18n),
      actions: (toolbar) => this.#actions(toolbar),
      ...(!this.#hidesPrice && { sums: this.#sums() }),
      above: () => this.#ended(),
      dialogs: ({ elementDialog }) =>
        elementDialog(this.#detail, this.#i18n, t('service'), (id) => html`<portal-service service-id=${id}></portal-service>`),
    });
  }

  #columns(): Column[] {
    const { t } = this.#i18n;
    return [
      { key: 'name', label: t('name'), width: 11, sort: 'name' },
      { key: 'number', label: t('number'), width: 6, sort: 'number' },
      { key: 'type', label: t('type'), width: 7, folds: true },
      { key: 'identifier', label: t('identifier'), width: 11.25 },
      ...(this.#hidesPrice ? [] : [{ key: 'price', label: t('price'), width: 7.5, sort: 'price', end: true }]),
      { key: 'next', label: t('next'), width: 8.5, sort: 'renewsOn' },
      { key: 'status', label: t('status'), width: 8.5 },
    ];
  }

  #actions({ errorText }: ListToolbar): unknown {
    const { phase, error } = this.#calendar;
    return html`<button type="button" class="quiet" aria-disabled=${phase === 'busy'} @click=${() => this.#saveCalendar()}>
        ${this.#i18n.t('calendar')}
      </button>
      ${error ? html`<span class="error-text" role="alert">${errorText(error, this.#i18n)}</span>` : nothing}`;
  }

  /** Saves what the filter shows as a calendar. */
  #saveCalendar(): void {
    const { sort: _, ...query } = askedServices(this.content.query);
    void this.#calendar.save(this.content.load.connection, (api) =>
      api.GET('/service-renewals', { params: { query }, headers: { Accept: 'text/calendar' }, parseAs: 'blob' }),
    );
  }

  #sums(): Sum[] {
    const { t } = this.#i18n;
    const totals = this.content.page?.summary?.totals ?? [];
    return [
      [t('perMonth'), totals.map(({ perMonth }) => perMonth)],
      [t('perYear'), totals.map(({ perYear }) => perYear)],
    ];
  }

  /** That there are more, unless a status has been chosen. */
  #ended(): TemplateResult | typeof nothing {
    const { t } = this.#i18n;
    const count = this.content.query['status'] ? 0 : (this.content.page?.summary?.ended ?? 0);
    if (count === 0) return nothing;
    const show = () => this.content.filter({ status: 'all' });
    return html`<p class="ended muted" part="ended">
      ${t('endedHidden', count)} <button type="button" class="link" @click=${show}>${t('showEnded')}</button>
    </p>`;
  }

  #rowOptions({ id }: ServiceSummary) {
    return { itemHref: this.itemHref, hidesPrice: this.#hidesPrice, open: () => this.#detail.open(id) };
  }

  get #hidesPrice(): boolean {
    return this.hides('services.price');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-services': PortalServices;
  }
}
