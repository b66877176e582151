import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { define } from '../core/define.js';
import { Dialog } from '../core/dialog.js';
import { Download } from '../core/download.js';
import { ListController } from '../core/list-controller.js';
import { Localize } from '../core/localize.js';
import { billing } from '../i18n/billing.js';
import { itemLink } from '../ui/links.js';
import { PortalListElement } from '../ui/list-element.js';
import { listView, type Column } from '../ui/list-view.js';
import type { ListTools } from '../ui/load-tools.js';
import { documentButtons, fetchDocument, invoiceKind, invoiceStatus } from './invoice-parts.js';

type Invoice = components['schemas']['InvoiceSummary'];
type InvoicePage = components['schemas']['InvoicePage'];

/**
 * The client's invoices and credit notes: filtered, sorted, downloaded, opened, and paid one or several at a time.
 *
 * @tag portal-invoices
 * @summary Invoices and credit notes: find, read, download, pay.
 * @permission billing.invoices
 * @operation listInvoices
 * @operation getInvoiceDocument
 * @slot payment - The payment provider's own fields: an element with a method `createPaymentToken`.
 * @slot empty - Replaces the text shown when there are no invoices at all.
 */
export class PortalInvoices extends PortalListElement {
  static override requires = 'billing.invoices' as const;
  static override styles: CSSResultGroup = [
    PortalListElement.styles,
    css`
      [data-column='choose'] {
        inline-size: 2em;
      }
      [data-column='issuedOn'],
      [data-column='dueOn'] {
        inline-size: 7.5em;
      }
      [data-column='status'] {
        inline-size: 9.5em;
      }
      [data-column='documents'] {
        inline-size: 8em;
      }
    `,
  ];

  #i18n = new Localize(this, billing);
  #detail = new Dialog<string>(this);
  #payment = new Dialog<string>(this);
  #documents = new Download(this);
  #chosen = new Map<string, Invoice>();
  protected override readonly content: ListController<Invoice, InvoicePage> = new ListController(this, {
    path: '/invoices',
    filters: ['q', 'state', 'type', 'currency', 'contractId', 'issuedFrom', 'issuedTo', 'totalMin', 'totalMax'],
    initial: () => ({ sort: '-issuedOn' }),
    fetch: (api, query, init) => api.GET('/invoices', { params: { query }, ...init }),
  });

  protected override view(): unknown {
    const { t } = this.#i18n;
    const { page } = this.content;
    return listView(this, this.content, this.#i18n, {
      label: t('invoices'),
      columns: this.#columns(),
      row: (invoice) => this.#row(invoice),
      empty: t('noInvoices'),
      filters: (tools) => this.#filters(tools),
      sums: [
        [t('sumOpen'), page?.summary?.open],
        [t('sumOverdue'), page?.summary?.overdue],
      ],
      above: (tools) => [this.#chosenBar(), this.#documents.error ? tools.failure(this.#documents.error, this.#i18n) : nothing],
      dialogs: (tools) => this.#dialogs(tools),
    });
  }

  #dialogs({ dialog }: ListTools): unknown {
    const { t } = this.#i18n;
    const payment = html`<slot name="payment" slot="payment"></slot>`;
    return [
      dialog(this.#detail, this.#i18n, t('invoice'), (id) => html`<portal-invoice invoice-id=${id}>${payment}</portal-invoice>`),
      dialog(
        this.#payment,
        this.#i18n,
        t('pay'),
        (ids) => html`<portal-pay-invoices invoice-ids=${ids} @portal-invoices-paid=${this.#paid}>${payment}</portal-pay-invoices>`,
      ),
    ];
  }

  #columns(): Column[] {
    const { t } = this.#i18n;
    return [
      ...(this.can('update') ? [{ key: 'choose', label: t('chooseColumn'), unseen: true }] : []),
      { key: 'number', label: t('number'), sort: 'number' },
      { key: 'issuedOn', label: t('issued'), sort: 'issuedOn' },
      { key: 'dueOn', label: t('due'), sort: 'dueOn' },
      { key: 'total', label: t('total'), sort: 'total', end: true },
      { key: 'open', label: t('open'), sort: 'open', end: true },
      { key: 'status', label: t('status') },
      { key: 'documents', label: t('documents') },
    ];
  }

  #row(invoice: Invoice): TemplateResult {
    const { t, day, money } = this.#i18n;
    const save = (format: string) =>
      void this.#documents.save(this.content.load.connection, (api) => fetchDocument(api, invoice.id, format));
    return html`<tr role="row" part="row">
      ${this.can('update') ? html`<td role="cell" class="check">${this.#choice(invoice)}</td>` : nothing}
      <th role="rowheader" scope="row" class="subject">
        <span
          >${itemLink(this.itemHref, invoice.id, invoice.number || t('unlabelled'), () => this.#open(invoice.id))}
          ${invoiceKind(invoice, this.#i18n)}</span
        >
      </th>
      <td role="cell" data-label=${t('issued')}>${day(invoice.issuedOn)}</td>
      <td role="cell" data-label=${t('due')}>${invoice.dueOn ? day(invoice.dueOn) : t('none')}</td>
      <td role="cell" class="end" data-label=${t('total')}>${money(invoice.total)}</td>
      <td role="cell" class="end" data-label=${t('open')}>${money(invoice.open)}</td>
      <td role="cell" data-label=${t('status')}>${invoiceStatus(invoice, this.#i18n)}</td>
      <td role="cell" data-label=${t('documents')}><span class="actions">${documentButtons(invoice, this.#i18n, save)}</span></td>
    </tr>`;
  }

  #choice(invoice: Invoice): TemplateResult | typeof nothing {
    if (!invoice.allowedActions.includes('pay')) return nothing;
    const choose = (event: Event) => {
      if ((event.target as HTMLInputElement).checked) this.#chosen.set(invoice.id, invoice);
      else this.#chosen.delete(invoice.id);
      this.requestUpdate();
    };
    return html`<input
      type="checkbox"
      aria-label=${this.#i18n.t('choose', invoice.number)}
      .checked=${this.#chosen.has(invoice.id)}
      @change=${choose}
    />`;
  }

  #chosenBar(): TemplateResult | typeof nothing {
    const { t } = this.#i18n;
    if (this.#chosen.size === 0 || !this.can('update')) return nothing;
    const currencies = new Set([...this.#chosen.values()].map((invoice) => invoice.open.currency));
    return html`<div class="notice" part="chosen">
      <p role="status">${t('chosen', this.#chosen.size)}</p>
      ${currencies.size > 1 ? t('oneCurrency') : html`<button type="button" class="primary" @click=${this.#pay}>${t('payChosen')}</button>`}
    </div>`;
  }

  #filters({ search, choice, input }: ListTools): unknown {
    const { t } = this.#i18n;
    const list = this.content;
    const choices = (name: 'state' | 'type', values: readonly string[]) =>
      [['', t('all')], ...values.map((value) => [value, this.#i18n.label(`${name}-${value}`, value)])] as [string, string][];
    return [
      search(list, t('searchInvoices')),
      choice(list, 'state', t('show'), choices('state', ['open', 'overdue', 'paid'])),
      choice(list, 'type', t('type'), choices('type', ['invoice', 'credit-note', 'proforma'])),
      input(list, 'issuedFrom', t('issuedFrom'), 'date'),
      input(list, 'issuedTo', t('issuedTo'), 'date'),
    ];
  }

  async #open(id: string): Promise<void> {
    this.#detail.open(id);
    define('portal-invoice', (await import('./portal-invoice.js')).PortalInvoice);
  }

  #pay = async (): Promise<void> => {
    this.#payment.open([...this.#chosen.keys()].join(' '));
    define('portal-pay-invoices', (await import('./portal-pay-invoices.js')).PortalPayInvoices);
  };

  #paid = (): void => {
    this.#chosen.clear();
    this.#payment.close();
  };
}
