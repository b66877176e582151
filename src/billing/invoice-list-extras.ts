import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { components } from '../api/schema.js';
import { define } from '../core/define.js';
import { Dialog } from '../core/dialog.js';
import { Download } from '../core/download.js';
import type { ListController } from '../core/list-controller.js';
import { Localize } from '../core/localize.js';
import type { PortalElement } from '../core/portal-element.js';
import { invoice as texts } from '../i18n/invoice.js';
import type { ListTools } from '../ui/load-tools.js';
import type { PortalInvoicesPaidEvent } from './events.js';
import { fetchDocument, isPayable } from './invoice-parts.js';

type Invoice = components['schemas']['InvoiceSummary'];
type InvoicePage = components['schemas']['InvoicePage'];

const most = 100;

/** What the list of invoices needs besides its rows: filters, choosing, documents, and the dialogs for reading and paying. */
export class InvoiceListExtras implements ReactiveController {
  readonly #detail: Dialog<string>;
  readonly #payment: Dialog<string>;
  readonly #documents: Download;
  readonly #i18n: Localize<typeof texts.english>;
  /** Currencies of the chosen invoices by their ids. */
  readonly #chosen = new Map<string, string>();

  constructor(
    private readonly host: PortalElement,
    private readonly list: ListController<Invoice, InvoicePage>,
  ) {
    this.#detail = new Dialog(host);
    this.#payment = new Dialog(host);
    this.#documents = new Download(host);
    this.#i18n = new Localize(host, texts);
    host.addController(this);
  }

  hostUpdate(): void {
    if (this.host.access !== 'allowed') this.#chosen.clear();
  }

  /** Where an invoice is chosen to be paid with others. */
  choice(invoice: Invoice): TemplateResult | typeof nothing {
    if (!isPayable(invoice)) return nothing;
    const choose = (event: Event) => {
      if ((event.target as HTMLInputElement).checked) this.#chosen.set(invoice.id, invoice.open.currency);
      else this.#chosen.delete(invoice.id);
      this.host.requestUpdate();
    };
    return html`<input
      type="checkbox"
      aria-label=${this.#i18n.t('choose', invoice.number)}
      .checked=${live(this.#chosen.has(invoice.id))}
      @change=${choose}
    />`;
  }

  save(invoiceId: string, format: string): void {
    void this.#documents.save(this.list.load.connection, (api) => fetchDocument(api, invoiceId, format));
  }

  above({ failure }: ListTools): unknown {
    const { error } = this.#documents;
    return [this.host.can('update') ? this.#bar() : nothing, error ? failure(error, this.#i18n) : nothing];
  }

  filters({ search, choice, input }: ListTools): unknown {
    const { list } = this;
    const { t } = this.#i18n;
    const currencies = this.#currencies();
    return [
      search(list, t('searchInvoices')),
      choice(list, 'state', t('show'), [
        ['', t('all')],
        ['open', t('state-open')],
        ['overdue', t('state-overdue')],
        ['paid', t('state-paid')],
      ]),
      choice(list, 'type', t('type'), [
        ['', t('all')],
        ['invoice', t('type-invoice')],
        ['credit-note', t('type-credit-note')],
        ['proforma', t('type-proforma')],
      ]),
      currencies.length > 1 || list.query['currency']
        ? choice(list, 'currency', t('currency'), [['', t('all')], ...currencies.map((code) => [code, code] as const)])
        : nothing,
      input(list, 'issuedFrom', t('issuedFrom'), 'date'),
      input(list, 'issuedTo', t('issuedTo'), 'date'),
    ];
  }

  /** What can be done with the chosen invoices. */
  #bar(): TemplateResult | typeof nothing {
    const chosen = this.#chosen;
    const { t, number } = this.#i18n;
    if (chosen.size === 0) return nothing;
    const obstacle = new Set(chosen.values()).size > 1 ? t('oneCurrency') : chosen.size > most ? t('tooMany', number(most)) : undefined;
    return html`<div class="notice" part="chosen">
      <p role="status">${t('chosen', chosen.size)} ${obstacle}</p>
      <button type="button" @click=${this.#clear}>${t('clearChosen')}</button>
      ${obstacle ? nothing : html`<button type="button" class="primary" @click=${this.#pay}>${t('payChosen')}</button>`}
    </div>`;
  }

  dialogs({ dialog }: ListTools): unknown {
    const { t } = this.#i18n;
    const payment = html`<slot name="payment" slot="payment"></slot>`;
    return [
      dialog(this.#detail, this.#i18n, t('details'), (id) =>
        this.#detail.place.hold(html`<portal-invoice invoice-id=${id} @portal-invoices-paid=${this.#paid}>${payment}</portal-invoice>`),
      ),
      dialog(
        this.#payment,
        this.#i18n,
        t('pay'),
        (ids) =>
          this.#payment.place.hold(
            html`<portal-pay-invoices invoice-ids=${ids} @portal-invoices-paid=${this.#paid}>${payment}</portal-pay-invoices>`,
          ),
        'small',
      ),
    ];
  }

  async open(invoiceId: string): Promise<void> {
    this.#detail.open(invoiceId);
    define('portal-invoice', (await import('./portal-invoice.js')).PortalInvoice);
  }

  #pay = async (): Promise<void> => {
    this.#payment.open([...this.#chosen.keys()].join(' '));
    define('portal-pay-invoices', (await import('./portal-pay-invoices.js')).PortalPayInvoices);
  };

  #paid = ({ payment }: PortalInvoicesPaidEvent): void => {
    for (const { invoiceId } of payment.allocations) this.#chosen.delete(invoiceId);
    this.host.requestUpdate();
  };

  #clear = (): void => {
    this.#chosen.clear();
    this.host.requestUpdate();
  };

  /** The currencies in sight. */
  #currencies(): string[] {
    const { page, query } = this.list;
    const amounts = [...(page?.summary?.open ?? []), ...this.list.items.map(({ total }) => total)];
    const known = amounts.map((money) => money?.currency).concat(query['currency'] ?? []);
    return [...new Set(known.filter(Boolean))].sort();
  }
}
