import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { DownloadController } from '../core/download-controller.js';
import type { PortalInvoicesPaidEvent } from '../core/business/invoices-paid-event.js';
import { Lazy } from '../core/lazy.js';
import { LoadController } from '../core/loading/load-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { property } from '../core/property.js';
import { shared } from '../i18n/texts/shared.js';
import { detailView } from '../ui/detail-view.js';
import { lazyView } from '../ui/lazy-view.js';
import { failure } from '../ui/messages.js';
import { PortalRecordElement } from '../ui/record-element.js';
import { listStyles } from '../ui/styles/list.js';
import { PortalInvoiceOpenEvent } from './events.js';
import { fetchDocument, type Invoice } from './invoice.js';

/**
 * One invoice or credit note in full: lines, taxes, sums, payments, documents to download and documents it belongs to. What
 * is open can be paid in place, also from a credit, or by a bank transfer, for which there is a QR code. An invoice can be
 * disputed.
 *
 * @tag portal-invoice
 * @summary One invoice or credit note: read, download, pay, dispute.
 * @example
 * <portal-invoice id-param="id"></portal-invoice>
 * <portal-invoice invoice-id="inv_1"></portal-invoice>
 * @permission billing.invoices
 * @operation getInvoice
 * @operation getInvoiceDocument
 * @operation createInvoiceDispute
 * @operation withdrawInvoiceDispute
 * @slot payment - The payment provider's own fields: an element with a method `createPaymentToken`.
 * @event {PortalInvoiceOpenEvent} portal-invoice-open - A related document is about to be shown in place; cancelable; bubbles.
 * @event {PortalInvoicesPaidEvent} portal-invoices-paid - The invoice has been paid, or its payment is under way; bubbles.
 * @csspart facts - Dates, parties and references.
 * @csspart lines - The table of lines.
 * @csspart taxes - The table of taxes.
 * @csspart totals - The sums.
 * @csspart bank-transfers - How to pay by bank transfer.
 * @csspart dispute - What the client objects to.
 * @csspart payments - The table of payments.
 * @csspart related - The documents it belongs to.
 */
export class PortalInvoice extends PortalRecordElement {
  static override requires = 'billing.invoices' as const;
  static override styles: CSSResultGroup = [PortalRecordElement.styles, listStyles];

  /** The invoice; or name with `id-param` the parameter of the page's address that holds it. */
  @property({ attribute: 'invoice-id' }) invoiceId?: string;

  /** The address that related documents lead to, with `{id}` for their id. Without it they are shown in place. */
  @property({ attribute: 'item-href' }) itemHref?: string;

  #focusPending = false;
  #i18n = new LocalizeController(this, shared);
  #documents = new DownloadController(this);
  #view = new Lazy(this, () => import('./record-view.js'));
  #payment = new Lazy(this, () => import('./pay-panel.js').then((each) => new each.PayPanel(this, this.#moveFocus)));
  #dispute = new Lazy(this, () => import('./dispute-panel.js').then((each) => new each.DisputePanel(this, this.#moveFocus)));
  #transfers = new Lazy(this, () => import('./bank-transfers-panel.js').then((each) => new each.BankTransfersPanel(this)));
  protected override readonly content: LoadController<Invoice> = new LoadController<Invoice>(this, {
    path: '/invoices',
    args: () => (this.#id ? [this.#id] : undefined),
    fetch: (api, init) => api.GET('/invoices/{invoiceId}', { params: { path: { invoiceId: this.#id! } }, ...init }),
    alongside: this.#view,
  });

  get #id(): string | undefined {
    return this.recordId(this.invoiceId);
  }

  protected override view(): unknown {
    const id = this.#id;
    if (this.#payment.value?.isOf(id)) return this.#payment.value.render();
    if (this.#dispute.value?.isOf(id)) return this.#dispute.value.render(this.content.value);
    return detailView(this.content, this.#i18n, (invoice) => this.#document(invoice), 12);
  }

  /** Moves the focus to the content that has replaced the pressed button. */
  protected override updated(): void {
    const place = this.#focusPending && this.renderRoot.querySelector<HTMLElement>('.back, h2');
    if (!place) return;
    this.#focusPending = false;
    place.focus();
  }

  #document(invoice: Invoice): TemplateResult {
    const { disputeNotice, invoiceBody, invoiceHead } = this.#view.value!;
    const { id } = invoice;
    const { error, phase } = this.#documents;
    const save = (format: string) => void this.#documents.save(this.content.connection, (api) => fetchDocument(api, id, format));
    const head = invoiceHead(
      invoice,
      this.#i18n,
      this,
      { busy: phase === 'busy', save },
      {
        dispute: () => this.#dispute.use((panel) => panel.open(id)),
        pay: (means) => this.#payment.use((panel) => panel.open(id, means)),
      },
    );
    return html`${head} ${error ? failure(error, this.#i18n) : nothing} ${lazyView(this.#payment, this.#i18n, () => nothing)}
    ${lazyView(this.#dispute, this.#i18n, (panel) => panel.withdrawalFailure())}
    ${disputeNotice(invoice, this.#i18n, this, () => this.#dispute.use((panel) => panel.withdraw(id)))}
    ${invoiceBody(invoice, this.#i18n, {
      itemHref: this.itemHref,
      open: this.#open,
      toggleTransfers: () => this.#transfers.use(),
      transfers: lazyView(this.#transfers, this.#i18n, (panel) => panel.render(invoice.bankTransfers ?? [])),
    })}`;
  }

  #moveFocus = (): void => {
    this.#focusPending = true;
  };

  #open = (id: string): void => {
    /** @internal */
    if (!this.dispatchEvent(new PortalInvoiceOpenEvent(id))) return;
    this.invoiceId = id;
    this.#moveFocus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-invoice': PortalInvoice;
  }

  interface GlobalEventHandlersEventMap {
    'portal-invoice-open': PortalInvoiceOpenEvent;
    'portal-invoices-paid': PortalInvoicesPaidEvent;
  }
}
