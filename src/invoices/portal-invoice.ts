import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { DownloadController } from '../core/download-controller.js';
import { LoadController } from '../core/load-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { property } from '../core/property.js';
import { invoices } from './texts/invoices.js';
import { invoice as texts } from './texts/invoice.js';
import { detailView } from '../ui/detail-view.js';
import { failure } from '../ui/messages.js';
import { PortalRecordElement } from '../ui/record-element.js';
import { dressed } from '../ui/styles/adopt.js';
import { listStyles } from '../ui/styles/list.js';
import type { BankTransfers } from './bank-transfers.js';
import { PortalInvoiceOpenEvent } from './events.js';
import type * as InvoiceBody from './invoice-body.js';
import type { InvoiceObjection } from './invoice-objection.js';
import { fetchDocument } from './invoice-parts.js';
import type { InvoicePayment } from './invoice-payment.js';

type Invoice = components['schemas']['Invoice'];

/**
 * One invoice or credit note in full: lines, taxes, sums, payments, documents to download and documents it belongs to. What
 * is open can be paid in place, also from a credit, or by a bank transfer, for which there is a QR code. An invoice can be
 * disputed.
 *
 * @tag portal-invoice
 * @summary One invoice or credit note: read, download, pay, dispute.
 * @permission billing.invoices
 * @operation getInvoice
 * @operation getInvoiceDocument
 * @operation createInvoiceDispute
 * @operation withdrawInvoiceDispute
 * @slot payment - The payment provider's own fields: an element with a method `createPaymentToken`.
 * @event {PortalInvoiceOpenEvent} portal-invoice-open - A related document is about to be shown in place; cancelable; bubbles.
 * @event {PortalInvoicesPaidEvent} portal-invoices-paid - The invoice has been paid, or its payment is under way; bubbles.
 * @csspart detail - All of it.
 * @csspart facts - Dates, parties and references.
 * @csspart lines - The table of lines.
 * @csspart taxes - The table of taxes.
 * @csspart totals - The sums.
 * @csspart bank-transfers - How to pay by bank transfer.
 * @csspart dispute - What the client objects to.
 * @csspart payments - The table of payments.
 * @csspart related - The documents it belongs to.
 * @csspart badge - A word of state.
 */
export class PortalInvoice extends PortalRecordElement {
  static override requires = 'billing.invoices' as const;
  static override styles: CSSResultGroup = [PortalRecordElement.styles, listStyles];

  /** The invoice; or name with `id-param` the parameter of the page's address that holds it. */
  @property({ attribute: 'invoice-id' }) invoiceId?: string;

  /** Where related documents lead, with `{id}` for their id. Without it they are shown in place. */
  @property({ attribute: 'item-href' }) itemHref?: string;

  #moved = false;
  #i18n = new LocalizeController(this, texts);
  #payment?: InvoicePayment;
  #objection?: InvoiceObjection;
  #transfers?: BankTransfers;
  #words = new LocalizeController(this, invoices);
  #documents = new DownloadController(this);
  protected override readonly content: LoadController<Invoice, typeof InvoiceBody> = new LoadController<Invoice, typeof InvoiceBody>(this, {
    path: '/invoices',
    args: () => (this.#id ? [this.#id] : undefined),
    fetch: (api, init) => api.GET('/invoices/{invoiceId}', { params: { path: { invoiceId: this.#id! } }, ...init }),
    views: () => dressed(this, import('./invoice-body.js')),
  });

  get #id(): string | undefined {
    return this.recordId(this.invoiceId);
  }

  protected override view(): unknown {
    if (this.#payment?.isOf(this.#id)) return this.#payment.view();
    if (this.#objection?.isOf(this.#id)) return this.#objection.view(this.content.value);
    return detailView(this.content, this.#i18n, (invoice) => this.#document(invoice), 12);
  }

  /** The focus follows to what has taken the place of what was pressed. */
  protected override updated(): void {
    const place = this.#moved && this.renderRoot.querySelector<HTMLElement>('.back, h2');
    if (!place) return;
    this.#moved = false;
    place.focus();
  }

  #document(invoice: Invoice): TemplateResult {
    const { InvoiceObjection, InvoicePayment, invoiceBody, invoiceHead } = this.content.views;
    const { error, phase } = this.#documents;
    const moved = () => (this.#moved = true);
    const payment = (this.#payment ??= new InvoicePayment(this, this.#i18n, moved));
    const objection = (this.#objection ??= new InvoiceObjection(this, this.#i18n, moved));
    const save = (format: string) => void this.#documents.save(this.content.connection, (api) => fetchDocument(api, invoice.id, format));
    return html`${invoiceHead(invoice, this.#i18n, this.#words, { busy: phase === 'busy', save }, [
      objection.button(invoice),
      payment.buttons(invoice),
    ])}
    ${error ? failure(error, this.#i18n) : nothing} ${objection.notice(invoice)}
    ${invoiceBody(invoice, this.#i18n, {
      itemHref: this.itemHref,
      open: (id) => this.#open(id),
      toggleTransfers: this.#loadTransfers,
      transfers: this.#transfers?.view(invoice.bankTransfers ?? []),
    })}`;
  }

  #loadTransfers = (): void => {
    void import('./bank-transfers.js').then(({ BankTransfers }) => {
      this.#transfers ??= new BankTransfers(this);
      this.requestUpdate();
    });
  };

  #open(id: string): void {
    /** @internal */
    if (!this.dispatchEvent(new PortalInvoiceOpenEvent(id))) return;
    this.invoiceId = id;
    this.#moved = true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-invoice': PortalInvoice;
  }
}
