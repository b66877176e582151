import { css, html, type CSSResultGroup, type TemplateResult } from 'lit';
import type { PortalInvoicesPaidEvent } from '../core/business/invoices-paid-event.js';
import { Lazy } from '../core/lazy.js';
import { ListController } from '../core/loading/list-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { property } from '../core/property.js';
import { itemLink } from '../ui/links.js';
import { PortalRecordListElement } from '../ui/lists/list-element.js';
import { listView, type Column } from '../ui/lists/list-view.js';
import { documentButtons, invoiceKind, invoiceStatus, type InvoicePage, type InvoiceSummary } from './invoice.js';
import { invoices } from './texts/invoices.js';

/**
 * The client's invoices and credit notes: filtered, sorted, downloaded, opened, and paid one or several at a time.
 *
 * @tag portal-invoices
 * @summary Invoices and credit notes: find, read, download one or many, pay.
 * @example
 * <portal-invoices item-href="/invoice?id={id}"></portal-invoices>
 * @permission billing.invoices
 * @operation listInvoices
 * @operation getInvoiceDocument
 * @operation getInvoiceArchive
 * @slot payment - The payment provider's own fields: an element with a method `createPaymentToken`.
 * @slot empty - Replaces the text shown when there are no invoices at all.
 * @event {PortalInvoicesPaidEvent} portal-invoices-paid - Invoices have been paid here, or their payment is under way; bubbles.
 * @csspart chosen - What can be done with chosen invoices.
 * @csspart dialog - Details, and payment.
 */
export class PortalInvoices extends PortalRecordListElement {
  static override requires = 'billing.invoices' as const;
  static override styles: CSSResultGroup = [
    PortalRecordListElement.styles,
    css`
      .subject small {
        font-weight: 400;
      }
    `,
  ];

  /** Shows only what belongs to this contract. */
  @property({ attribute: 'contract-id' }) contractId?: string;

  #i18n = new LocalizeController(this, invoices);
  #panel = new Lazy(this, () => import('./list-panel.js').then((each) => new each.ListPanel(this, this.content)));
  protected override readonly content: ListController<InvoiceSummary, InvoicePage> = new ListController(this, {
    path: '/invoices',
    filters: ['q', 'state', 'type', 'currency', 'contractId', 'issuedFrom', 'issuedTo', 'totalMin', 'totalMax'],
    initial: () => ({ sort: '-issuedOn' }),
    args: () => [this.contractId],
    fetch: (api, query: object, init) =>
      api.GET('/invoices', { params: { query: { ...query, ...(this.contractId && { contractId: this.contractId }) } }, ...init }),
  });

  protected override view(): unknown {
    const { t } = this.#i18n;
    const { page } = this.content;
    this.#panel.useWhenIdle();
    const panel = this.#panel.value;
    return listView(this, this.content, this.#i18n, {
      label: t('invoices'),
      columns: this.#columns(),
      row: (invoice) => this.#row(invoice),
      empty: t('noInvoices'),
      filters: (toolbar) => panel?.filters(toolbar),
      actions: () => panel?.actions(),
      sums: [
        [t('sumOpen'), page?.summary?.open],
        [t('sumOverdue'), page?.summary?.overdue],
      ],
      above: (toolbar) => toolbar.lazyView(this.#panel, this.#i18n, (loaded) => loaded.above(toolbar)),
      dialogs: (toolbar) => panel?.dialogs(toolbar),
    });
  }

  #columns(): Column[] {
    const { t } = this.#i18n;
    return [
      { key: 'choose', label: t('chooseColumn'), width: 2, unseen: true },
      { key: 'number', label: t('number'), width: 10.5, sort: 'number' },
      { key: 'issuedOn', label: t('issued'), width: 7.75, sort: 'issuedOn' },
      { key: 'dueOn', label: t('due'), width: 7, sort: 'dueOn' },
      { key: 'total', label: t('total'), width: 7.25, sort: 'total', end: true },
      { key: 'open', label: t('open'), width: 7.25, sort: 'open', end: true },
      { key: 'status', label: t('status'), width: 9.75 },
      { key: 'documents', label: t('documents'), width: 8 },
    ];
  }

  #row(invoice: InvoiceSummary): TemplateResult {
    const { t, day, money } = this.#i18n;
    const { id } = invoice;
    const panel = this.#panel.value;
    const open = () => this.#panel.use((loaded) => loaded.open(id));
    const save = (format: string) => this.#panel.use((loaded) => loaded.save(id, format));
    return html`<tr role="row" part="row">
      <td role="cell" class="check">${panel?.choice(invoice)}</td>
      <th role="rowheader" scope="row" class="subject">
        ${itemLink(this.itemHref, id, invoice.number || t('unlabelled'), open)} ${invoiceKind(invoice, this.#i18n)}
      </th>
      <td role="cell" data-label=${t('issued')} .textContent=${day(invoice.issuedOn)}></td>
      <td role="cell" data-label=${t('due')} .textContent=${day(invoice.dueOn)}></td>
      <td role="cell" class="end" data-label=${t('total')} .textContent=${money(invoice.total)}></td>
      <td role="cell" class="end" data-label=${t('open')} .textContent=${money(invoice.open)}></td>
      <td role="cell" data-label=${t('status')}>${invoiceStatus(invoice, this.#i18n)} ${panel?.mark(invoice)}</td>
      <td role="cell" data-label=${t('documents')}>${documentButtons(invoice, this.#i18n, save)}</td>
    </tr>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-invoices': PortalInvoices;
  }

  interface GlobalEventHandlersEventMap {
    'portal-invoices-paid': PortalInvoicesPaidEvent;
  }
}
