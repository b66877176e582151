import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { define } from '../core/define.js';
import { Download } from '../core/download.js';
import { Load } from '../core/load.js';
import { Localize } from '../core/localize.js';
import { Place } from '../core/place.js';
import { property } from '../core/property.js';
import { billing } from '../i18n/billing.js';
import { invoice as texts } from '../i18n/invoice.js';
import { detailView, facts } from '../ui/detail-view.js';
import { failure } from '../ui/messages.js';
import { PortalRecordElement } from '../ui/record-element.js';
import { listStyles } from '../ui/styles/list.js';
import { PortalInvoiceOpenEvent } from './events.js';
import { fetchDocument, invoiceStatus, isPayable } from './invoice-parts.js';
import { invoiceStyles } from './invoice-styles.js';
import { linesTable, party, paymentsTable, period, relatedList, taxesTable, totals } from './invoice-sections.js';

type Invoice = components['schemas']['Invoice'];

/**
 * One invoice or credit note in full: lines, taxes, sums, payments, documents to download and documents it belongs to. What
 * is open can be paid in place.
 *
 * @tag portal-invoice
 * @summary One invoice or credit note: read, download, pay.
 * @permission billing.invoices
 * @operation getInvoice
 * @operation getInvoiceDocument
 * @slot payment - The payment provider's own fields: an element with a method `createPaymentToken`.
 * @event {PortalInvoiceOpenEvent} portal-invoice-open - A related document is about to be shown in place; cancelable; bubbles.
 * @event {PortalInvoicesPaidEvent} portal-invoices-paid - The invoice has been paid, or its payment is under way; bubbles.
 * @csspart detail - All of it.
 * @csspart facts - Dates, parties and references.
 * @csspart lines - The table of lines.
 * @csspart taxes - The table of taxes.
 * @csspart totals - The sums.
 * @csspart payments - The table of payments.
 * @csspart related - The documents it belongs to.
 * @csspart badge - A word of state.
 */
export class PortalInvoice extends PortalRecordElement {
  static override requires = 'billing.invoices' as const;
  static override styles: CSSResultGroup = [PortalRecordElement.styles, listStyles, invoiceStyles];

  /** The invoice; or name with `id-param` the parameter of the page's address that holds it. */
  @property({ attribute: 'invoice-id' }) invoiceId?: string;

  /** Where related documents lead, with `{id}` for their id. Without it they are shown in place. */
  @property({ attribute: 'item-href' }) itemHref?: string;

  #paying?: string;
  #payingPlace = new Place();
  #moved = false;
  #i18n = new Localize(this, texts);
  #words = new Localize(this, billing);
  #documents = new Download(this);
  protected override readonly content: Load<Invoice> = new Load<Invoice>(this, {
    path: '/invoices',
    args: () => (this.#id ? [this.#id] : undefined),
    fetch: (api, init) => api.GET('/invoices/{invoiceId}', { params: { path: { invoiceId: this.#id! } }, ...init }),
  });

  get #id(): string | undefined {
    return this.recordId(this.invoiceId);
  }

  protected override view(): unknown {
    if (this.#paying && this.#paying === this.#id && this.can('update')) return this.#payment(this.#paying);
    return detailView(this.content, this.#i18n, (invoice) => this.#document(invoice), 12);
  }

  /** The focus follows to what has taken the place of what was pressed. */
  protected override updated(): void {
    const place = this.#moved && this.renderRoot.querySelector<HTMLElement>('.back, h2');
    if (!place) return;
    this.#moved = false;
    place.focus();
  }

  #payment(id: string): TemplateResult {
    return html`<p><button type="button" class="back" @click=${() => this.#pay(undefined)}>${this.#i18n.t('back')}</button></p>
      ${this.#payingPlace.hold(html`<portal-pay-invoices invoice-ids=${id}><slot name="payment" slot="payment"></slot></portal-pay-invoices>`)}`;
  }

  #document(invoice: Invoice): TemplateResult {
    const { t, day } = this.#i18n;
    const { error } = this.#documents;
    return html`${this.#head(invoice)} ${error ? failure(error, this.#i18n) : nothing}
    ${facts([
      [t('issued'), day(invoice.issuedOn)],
      [t('due'), invoice.type !== 'credit-note' && invoice.dueOn ? day(invoice.dueOn) : undefined],
      [t('period'), period(invoice.periodFrom, invoice.periodTo, this.#i18n)],
      [t('reference'), invoice.reference && html`<bdi>${invoice.reference}</bdi>`],
    ])}
    ${facts([
      [t('buyer'), party(invoice.buyer, this.#i18n)],
      [t('seller'), party(invoice.seller, this.#i18n)],
    ])}
    ${linesTable(invoice, this.#i18n)} ${totals(invoice, this.#i18n)} ${taxesTable(invoice, this.#i18n)}
    ${paymentsTable(invoice, this.#i18n)} ${relatedList(invoice, this.#i18n, this.itemHref, (id) => this.#open(id))}
    ${
      invoice.note
        ? html`<h3>${t('note')}</h3>
            <p class="note"><bdi>${invoice.note}</bdi></p>`
        : nothing
    }`;
  }

  #head(invoice: Invoice): TemplateResult {
    const { t } = this.#i18n;
    const save = (format: string) => void this.#documents.save(this.content.connection, (api) => fetchDocument(api, invoice.id, format));
    return html`<header class="head">
      <h2 tabindex="-1">
        <small class="muted">${this.#words.label(`type-${invoice.type}`, invoice.type)}</small>
        <span><bdi>${invoice.number || t('unlabelled')}</bdi> ${invoiceStatus(invoice, this.#words)}</span>
      </h2>
      <div class="actions" role="group" aria-label=${t('downloads')}>
        ${invoice.documents.map(
          ({ format }) =>
            html`<button type="button" aria-disabled=${this.#documents.phase === 'busy'} @click=${() => save(format)}>
              <span aria-hidden="true">↓</span> ${this.#i18n.label(`format-${format}`, format)}
            </button>`,
        )}
      </div>
      ${
        isPayable(invoice) && this.can('update')
          ? html`<button type="button" class="primary" @click=${() => this.#pay(invoice.id)}>${t('pay')}</button>`
          : nothing
      }
    </header>`;
  }

  #open(id: string): void {
    /** @internal */
    if (!this.dispatchEvent(new PortalInvoiceOpenEvent(id))) return;
    this.invoiceId = id;
    this.#moved = true;
  }

  #pay(id: string | undefined): void {
    this.#paying = id;
    this.#payingPlace.clear();
    this.#moved = true;
    this.requestUpdate();
    if (id) void import('./portal-pay-invoices.js').then((module) => define('portal-pay-invoices', module.PortalPayInvoices));
  }
}
