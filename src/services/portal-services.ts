import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { DialogController } from '../core/dialog-controller.js';
import { DownloadController } from '../core/download-controller.js';
import { lazy } from '../core/lazy.js';
import { ListController } from '../core/list-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { PortalListElement } from '../ui/list-element.js';
import { listView, type Column, type ListToolbar, type Sum } from '../ui/list-view.js';
import { askedServices, serviceFilters, serviceRow } from './list-view.js';
import { listColumnStyles } from './list.styles.js';
import type { ServicePage, ServiceSummary } from './service.js';
import { services } from './texts/services.js';

/**
 * What the client has bought: found, sorted, summed up by currency, downloaded as a table or as a calendar of renewals, and
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
export class PortalServices extends PortalListElement {
  static override requires = 'billing.services' as const;
  static override styles: CSSResultGroup = [PortalListElement.styles, listColumnStyles];

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

  /** What the filter shows, as a calendar. */
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
