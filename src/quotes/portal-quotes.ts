import { css, html, type CSSResultGroup, type TemplateResult } from 'lit';
import { DialogController } from '../core/dialog-controller.js';
import { lazy } from '../core/lazy.js';
import { ListController } from '../core/loading/list-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { property } from '../core/property.js';
import { netPrices } from '../ui/document/period-price.js';
import type { PortalQuoteAcceptedEvent, PortalQuoteDeclinedEvent } from './events.js';
import { itemLink } from '../ui/links.js';
import { PortalRecordListElement } from '../ui/lists/list-element.js';
import { listView, type Column, type ListToolbar } from '../ui/lists/list-view.js';
import { quoteStatus, type QuotePage, type QuoteSummary } from './quote.js';
import { quotes } from './texts/quotes.js';

/**
 * Quotes that the company has made to the client, and until when they hold.
 *
 * @tag portal-quotes
 * @summary Quotes: find, read, accept.
 * @example
 * <portal-quotes item-href="/quote?id={id}"></portal-quotes>
 * @permission billing.quotes
 * @operation listQuotes
 * @slot empty - Replaces the text shown when there are no quotes at all.
 * @event {PortalQuoteAcceptedEvent} portal-quote-accepted - A quote has been accepted in the dialog; bubbles.
 * @event {PortalQuoteDeclinedEvent} portal-quote-declined - A quote has been declined in the dialog; bubbles.
 * @csspart dialog - One quote.
 */
export class PortalQuotes extends PortalRecordListElement {
  static override requires = 'billing.quotes' as const;
  static override styles: CSSResultGroup = [
    PortalRecordListElement.styles,
    css`
      .prices > span {
        display: block;
        white-space: normal;
      }
      td .badge {
        white-space: normal;
      }
    `,
  ];

  /** The address of the order that an accepted quote has become, with `{id}` for its id; for quotes that open in place. */
  @property({ attribute: 'order-href' }) orderHref?: string;

  #i18n = new LocalizeController(this, quotes);
  #detail = new DialogController<string>(
    this,
    lazy(() => import('../define/portal-quote.js')),
  );
  protected override readonly content: ListController<QuoteSummary, QuotePage> = new ListController(this, {
    path: '/quotes',
    filters: ['q', 'status', 'issuedFrom', 'issuedTo'],
    initial: () => ({ sort: '-issuedOn' }),
    fetch: (api, query, init) => api.GET('/quotes', { params: { query }, ...init }),
  });

  protected override view(): unknown {
    const { t, number } = this.#i18n;
    const open = this.content.page?.summary?.open;
    return listView(this, this.content, this.#i18n, {
      label: t('quotes'),
      columns: this.#columns(),
      row: (quote) => this.#row(quote),
      empty: t('noQuotes'),
      filters: (toolbar) => this.#filters(toolbar),
      sums: [[t('open'), open ? number(open) : undefined]],
      dialogs: ({ elementDialog }) => elementDialog(this.#detail, this.#i18n, t('quote'), (id) => this.#quote(id)),
    });
  }

  #columns(): Column[] {
    const { t } = this.#i18n;
    return [
      { key: 'number', label: t('quote'), width: 8.5, sort: 'number' },
      { key: 'subject', label: t('subject'), width: 12 },
      { key: 'issuedOn', label: t('issued'), width: 7.5, sort: 'issuedOn' },
      { key: 'validUntil', label: t('validUntil'), width: 7, sort: 'validUntil' },
      { key: 'price', label: t('price'), width: 7.5, end: true },
      { key: 'status', label: t('status'), width: 8.5 },
    ];
  }

  #row(quote: QuoteSummary): TemplateResult {
    const { t, day } = this.#i18n;
    const { id, validUntil } = quote;
    return html`<tr role="row" part="row">
      <th role="rowheader" scope="row" class="subject">
        ${itemLink(this.itemHref, id, quote.number || t('unlabelled'), () => this.#detail.open(id))}
      </th>
      <td role="cell" data-label=${t('subject')}><bdi .textContent=${quote.subject}></bdi></td>
      <td role="cell" data-label=${t('issued')} .textContent=${day(quote.issuedOn)}></td>
      <td role="cell" data-label=${t('validUntil')} .textContent=${validUntil ? day(validUntil) : t('none')}></td>
      <td role="cell" class="end" data-label=${t('price')}>${netPrices(quote.totals, this.#i18n)}</td>
      <td role="cell" data-label=${t('status')}>${quoteStatus(quote, this.#i18n)}</td>
    </tr>`;
  }

  #quote(id: string): TemplateResult {
    return this.orderHref
      ? html`<portal-quote quote-id=${id} order-href=${this.orderHref}></portal-quote>`
      : html`<portal-quote quote-id=${id}></portal-quote>`;
  }

  #filters({ search, choice, input }: ListToolbar): unknown {
    const { t } = this.#i18n;
    const statuses = ['open', 'expired', 'accepted', 'declined', 'superseded', 'withdrawn'] as const;
    return [
      search(this.content, t('searchQuotes')),
      choice(this.content, 'status', t('show'), [['', t('all')], ...statuses.map((status) => [status, t(`status-${status}`)] as const)]),
      input(this.content, 'issuedFrom', t('issuedFrom'), 'date'),
      input(this.content, 'issuedTo', t('issuedTo'), 'date'),
    ];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-quotes': PortalQuotes;
  }

  interface GlobalEventHandlersEventMap {
    'portal-quote-accepted': PortalQuoteAcceptedEvent;
    'portal-quote-declined': PortalQuoteDeclinedEvent;
  }
}
