import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { ApiError } from '../api/problem.js';
import type { components } from '../api/schema.js';
import { define } from '../core/define.js';
import { DialogController } from '../core/dialog-controller.js';
import { DownloadController } from '../core/download-controller.js';
import type { ListController } from '../core/list-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { isPayable } from '../core/payable.js';
import type { PortalElement } from '../core/portal-element.js';
import { invoice as texts } from './texts/invoice.js';
import { badge } from '../ui/badge.js';
import type { ListToolbar } from '../ui/list-view.js';
import type { PortalInvoicesPaidEvent } from '../core/invoices-paid-event.js';
import { fetchDocument } from './invoice-parts.js';

type Invoice = components['schemas']['InvoiceSummary'];
type InvoicePage = components['schemas']['InvoicePage'];

const most = 100;
const mostDocuments = 500;

/** What the list of invoices needs besides its rows: filters, choosing, documents, and the dialogs for reading and paying. */
export class InvoiceListExtras implements ReactiveController {
  readonly #detail: DialogController<string>;
  readonly #payment: DialogController<string>;
  readonly #documents: DownloadController;
  readonly #i18n: LocalizeController<typeof texts.english>;
  readonly #archive: DownloadController;
  readonly #chosen = new Map<string, Invoice>();

  constructor(
    private readonly host: PortalElement & { readonly contractId?: string },
    private readonly list: ListController<Invoice, InvoicePage>,
  ) {
    this.#detail = new DialogController(host);
    this.#payment = new DialogController(host);
    this.#documents = new DownloadController(host);
    this.#archive = new DownloadController(host);
    this.#i18n = new LocalizeController(host, texts);
    host.addController(this);
  }

  hostUpdate(): void {
    if (this.host.access !== 'allowed') this.#chosen.clear();
  }

  /** Where an invoice is chosen to be paid or saved with others. */
  choice(invoice: Invoice): TemplateResult {
    const choose = (event: Event) => {
      if ((event.target as HTMLInputElement).checked) this.#chosen.set(invoice.id, invoice);
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

  above({ failure }: ListToolbar): unknown {
    const { t, number } = this.#i18n;
    const error = this.#archive.error ?? this.#documents.error;
    const tooMany = error instanceof ApiError && error.is('too-many-documents');
    return [
      this.#bar(),
      tooMany
        ? html`<p class="notice warning" part="error" role="alert">${t('tooManyDocuments', number(mostDocuments))}</p>`
        : error
          ? failure(error, this.#i18n)
          : nothing,
    ];
  }

  /** What can be done with the whole list. */
  actions(): unknown {
    return this.list.phase === 'ready' ? this.#archiveButton('archive', 'quiet', () => this.#whole) : nothing;
  }

  /** A word for what the status does not say. */
  mark({ disputedAt }: Invoice): unknown {
    return disputedAt ? badge('warning', this.#i18n.t('disputed')) : nothing;
  }

  filters({ search, choice, input }: ListToolbar): unknown {
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
    const { t } = this.#i18n;
    const count = this.#chosen.size;
    if (count === 0) return nothing;
    const mayPay = this.host.can('update');
    const obstacle = mayPay ? this.#obstacle() : undefined;
    return html`<div class="notice" part="chosen">
      <p role="status">${t('chosen', count)} ${obstacle ? html`<br />${obstacle}` : nothing}</p>
      <button type="button" @click=${this.#clear}>${t('clearChosen')}</button>
      ${count > mostDocuments ? nothing : this.#archiveButton('archiveChosen', '', () => ({ ids: [...this.#chosen.keys()].join(' ') }))}
      ${obstacle || !mayPay ? nothing : html`<button type="button" class="primary" @click=${this.#pay}>${t('payChosen')}</button>`}
    </div>`;
  }

  /** Why the chosen invoices cannot be paid together. */
  #obstacle(): string | undefined {
    const { t, number } = this.#i18n;
    const chosen = [...this.#chosen.values()];
    if (!chosen.every(isPayable)) return t('notPayable');
    if (new Set(chosen.map(({ open }) => open.currency)).size > 1) return t('oneCurrency');
    return chosen.length > most ? t('tooMany', number(most)) : undefined;
  }

  /** The filter of the list. */
  get #whole(): object {
    const { contractId } = this.host;
    const { sort: _, ...filter } = this.list.query;
    return { ...filter, ...(contractId && { contractId }) };
  }

  #archiveButton(name: 'archive' | 'archiveChosen', kind: string, query: () => object): TemplateResult {
    const busy = this.#archive.phase === 'busy';
    const save = () =>
      void this.#archive.save(this.list.load.connection, (api) =>
        api.GET('/invoices/archive', { params: { query: query() }, headers: { Accept: '*/*' }, parseAs: 'blob' }),
      );
    return html`<button type="button" class=${kind} aria-disabled=${busy} @click=${save}>
      ${this.#i18n.t(busy ? 'archiving' : name)}
    </button>`;
  }

  dialogs({ dialog }: ListToolbar): unknown {
    const { t } = this.#i18n;
    const payment = html`<slot name="payment" slot="payment"></slot>`;
    return [
      dialog(this.#detail, this.#i18n, t('details'), (id) =>
        this.#detail.keepAlive.keep(html`<portal-invoice invoice-id=${id} @portal-invoices-paid=${this.#paid}>${payment}</portal-invoice>`),
      ),
      dialog(
        this.#payment,
        this.#i18n,
        t('pay'),
        (ids) =>
          this.#payment.keepAlive.keep(
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
    await import('../define/portal-pay-invoices.js');
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
