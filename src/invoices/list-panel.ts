import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { ApiError } from '../api/problem.js';
import { DialogController } from '../core/dialog-controller.js';
import { DownloadController } from '../core/download-controller.js';
import type { PortalInvoicesPaidEvent } from '../core/business/invoices-paid-event.js';
import { lazy } from '../core/lazy.js';
import type { ListController } from '../core/loading/list-controller.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { Panel } from '../core/panel.js';
import { isPayable } from '../core/business/payable.js';
import { badge } from '../ui/badge.js';
import type { ListToolbar } from '../ui/lists/list-view.js';
import { fetchDocument, type InvoicePage, type InvoiceSummary } from './invoice.js';
import type { PortalInvoices } from './portal-invoices.js';
import { invoice as texts } from './texts/invoice.js';

type List = ListController<InvoiceSummary, InvoicePage>;

const most = 100;
const mostDocuments = 500;

/** Tools of the list of invoices: filters, chosen rows, documents, and the dialogs for reading and paying. */
export class ListPanel extends Panel<PortalInvoices, typeof texts.english> {
  readonly #detail: DialogController<string>;
  readonly #payment: DialogController<string>;
  readonly #documents: DownloadController;
  readonly #archive: DownloadController;
  readonly #chosen = new Map<string, InvoiceSummary>();

  constructor(
    host: PortalInvoices,
    private readonly list: List,
  ) {
    super(host, texts);
    this.#detail = new DialogController<string>(
      host,
      lazy(() => import('../define/portal-invoice.js')),
    );
    this.#payment = new DialogController<string>(
      host,
      lazy(() => import('../define/portal-pay-invoices.js')),
    );
    this.#documents = new DownloadController(host);
    this.#archive = new DownloadController(host);
  }

  hostUpdate(): void {
    if (this.host.access !== 'allowed') this.#chosen.clear();
  }

  /** Opens an invoice in a dialog. */
  open(invoiceId: string): void {
    this.#detail.open(invoiceId);
  }

  /** Saves one document of an invoice. */
  save(invoiceId: string, format: string): void {
    void this.#documents.save(this.list.load.connection, (api) => fetchDocument(api, invoiceId, format));
  }

  /** The box that chooses an invoice, to be paid or saved with others. */
  choice(invoice: InvoiceSummary): TemplateResult {
    const choose = (event: Event) => {
      if ((event.target as HTMLInputElement).checked) this.#chosen.set(invoice.id, invoice);
      else this.#chosen.delete(invoice.id);
      this.update();
    };
    return html`<input
      type="checkbox"
      aria-label=${this.i18n.t('choose', invoice.number)}
      .checked=${live(this.#chosen.has(invoice.id))}
      @change=${choose}
    />`;
  }

  /** A second word of state, for what the status does not say. */
  mark({ disputedAt }: InvoiceSummary): unknown {
    return disputedAt ? badge('warning', this.i18n.t('disputed')) : nothing;
  }

  filters(toolbar: ListToolbar): unknown {
    return invoiceFilters(toolbar, this.list, this.i18n);
  }

  /** Actions for the whole list. */
  actions(): unknown {
    return this.list.phase === 'ready' ? this.#archiveButton('archive', 'quiet', () => this.#filter) : nothing;
  }

  /** Actions for the chosen invoices, and the failure to save a file. */
  above({ failure }: ListToolbar): unknown {
    const { t, number } = this.i18n;
    const error = this.#archive.error ?? this.#documents.error;
    const tooMany = error instanceof ApiError && error.is('too-many-documents');
    return [
      this.#bar(),
      tooMany
        ? html`<p class="notice warning" part="error" role="alert">${t('tooManyDocuments', number(mostDocuments))}</p>`
        : error
          ? failure(error, this.i18n)
          : nothing,
    ];
  }

  dialogs({ elementDialog }: ListToolbar): unknown {
    const { t } = this.i18n;
    const payment = html`<slot name="payment" slot="payment"></slot>`;
    const detail = (id: string) => html`<portal-invoice invoice-id=${id} @portal-invoices-paid=${this.#paid}>${payment}</portal-invoice>`;
    const pay = (ids: string) =>
      html`<portal-pay-invoices invoice-ids=${ids} @portal-invoices-paid=${this.#paid}>${payment}</portal-pay-invoices>`;
    return [elementDialog(this.#detail, this.i18n, t('details'), detail), elementDialog(this.#payment, this.i18n, t('pay'), pay, 'small')];
  }

  #bar(): TemplateResult | typeof nothing {
    const { t } = this.i18n;
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

  /** The reason for which the chosen invoices cannot be paid together. */
  #obstacle(): string | undefined {
    const { t, number } = this.i18n;
    const chosen = [...this.#chosen.values()];
    if (!chosen.every(isPayable)) return t('notPayable');
    if (new Set(chosen.map(({ open }) => open.currency)).size > 1) return t('oneCurrency');
    return chosen.length > most ? t('tooMany', number(most)) : undefined;
  }

  /** The filter of the list, as the archive is asked for. */
  get #filter(): object {
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
      ${this.i18n.t(busy ? 'archiving' : name)}
    </button>`;
  }

  #pay = (): void => this.#payment.open([...this.#chosen.keys()].join(' '));

  #paid = ({ payment }: PortalInvoicesPaidEvent): void => {
    for (const { invoiceId } of payment.allocations) this.#chosen.delete(invoiceId);
    this.update();
  };

  #clear = (): void => {
    this.#chosen.clear();
    this.update();
  };
}

function invoiceFilters({ search, choice, input }: ListToolbar, list: List, i18n: SharedLocalize): unknown[] {
  const t = i18n.in(texts);
  const known = currencies(list);
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
    known.length > 1 || list.query['currency']
      ? choice(list, 'currency', t('currency'), [['', t('all')], ...known.map((code) => [code, code] as const)])
      : nothing,
    input(list, 'issuedFrom', t('issuedFrom'), 'date'),
    input(list, 'issuedTo', t('issuedTo'), 'date'),
  ];
}

/** The currencies in sight. */
function currencies({ page, query, items }: List): string[] {
  const amounts = [...(page?.summary?.open ?? []), ...items.map(({ total }) => total)];
  const known = amounts.map((money) => money?.currency).concat(query['currency'] ?? []);
  return [...new Set(known.filter(Boolean))].sort();
}
