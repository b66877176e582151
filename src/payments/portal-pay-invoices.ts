import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { LocalizeController } from '../core/localize-controller.js';
import type { Part } from '../core/payment-part.js';
import { PortalElement } from '../core/portal-element.js';
import { property } from '../core/property.js';
import { whenSlottedDefined } from '../core/provider-token.js';
import { payment as texts } from '../i18n/texts/payment.js';
import { detailView } from '../ui/detail-view.js';
import { dressed } from '../ui/styles/adopt.js';
import { detailStyles } from '../ui/styles/detail.js';
import { sharedStyles } from '../ui/styles/shared.js';
import { toolStyles } from '../ui/styles/tools.js';
import { PortalInvoicesPaidEvent } from '../core/invoices-paid-event.js';
import { PaymentDraft } from './payment-draft.js';
import { findPaymentFields, type PaymentFields } from './payment-fields.js';
import { PaymentForm } from './payment-form.js';
import type * as PaymentViews from './payment-views.js';

type Payment = components['schemas']['Payment'];

/**
 * Pays one invoice or several of one currency, whole or in part. Card data stays with the payment provider: its own fields
 * are put into the slot, and only the token they give is passed on.
 *
 * @tag portal-pay-invoices
 * @summary Pays invoices, whole or in part, with the payment provider's own fields.
 * @permission billing.invoices
 * @operation getInvoice
 * @operation createPayment
 * @slot payment - The payment provider's own fields: an element with a method `createPaymentToken` (type `PaymentFields`).
 * @event {PortalInvoicesPaidEvent} portal-invoices-paid - The invoices have been paid, or their payment is under way; bubbles.
 * @csspart amounts - The invoices with their amounts.
 * @csspart total - What is to be paid in all.
 * @csspart receipt - What has been paid.
 */
export class PortalPayInvoices extends PortalElement {
  static override requires = 'billing.invoices' as const;
  static override styles: CSSResultGroup = [PortalElement.styles, sharedStyles, toolStyles, detailStyles];

  /** The invoices to pay, separated by spaces; at most 100. */
  @property({ attribute: 'invoice-ids' }) invoiceIds?: string;

  #checked = false;
  #fields?: PaymentFields & Element;
  #payment?: Payment;
  #i18n = new LocalizeController(this, texts);
  protected override readonly content: PaymentDraft<typeof PaymentViews> = new PaymentDraft<typeof PaymentViews>(
    this,
    () => this.#i18n.language,
    () => (this.can('update') && this.#ids.length > 0 ? this.#ids : undefined),
    () => dressed(this, import('./payment-views.js')),
  );
  #attempt = new PaymentForm(this, this.content, (payment) => this.#done(payment));

  get #ids(): string[] {
    return [...new Set(this.invoiceIds?.match(/\S+/g))].slice(0, 100);
  }

  get #views(): typeof PaymentViews {
    return this.content.load.views;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    if (!changed.has('invoiceIds')) return;
    this.#checked = false;
    this.#payment = undefined;
    this.#attempt.edited();
  }

  protected override updated(): void {
    const slot = this.renderRoot.querySelector<HTMLSlotElement>('slot[name="payment"]');
    const fields = slot ? findPaymentFields(slot) : undefined;
    if (fields !== this.#fields) this.requestUpdate();
    this.#fields = fields;
  }

  protected override view(): unknown {
    const { t } = this.#i18n;
    if (!this.can('update')) return html`<div class="message" part="empty"><p>${t('mayNotPay')}</p></div>`;
    if (this.#payment) return this.#views.receipt(this.#payment, this.#attempt.sent, this.#i18n);
    return detailView(this.content.load, this.#i18n, () => this.#invoices(), 4);
  }

  #invoices(): TemplateResult {
    const { t, money } = this.#i18n;
    const { parts, currency, total } = this.content;
    if (parts.length === 0) return html`<p class="notice">${t('nothingToPay')}</p>`;
    if (!currency) return html`<p class="notice warning">${t('oneCurrency')}</p>`;
    const { form, repeats } = this.#attempt;
    const sum = total === undefined ? undefined : money({ amount: total, currency });
    return html`<form class="stack" novalidate aria-label=${t('pay')} @submit=${this.#submit}>
      <div class="amounts" part="amounts">
        ${parts.map((part, index) => this.#amount(part, index))}
        ${this.content.others.map((invoice) => this.#views.leftOut(invoice, this.#i18n))}
      </div>
      ${this.#views.totalToPay(sum, this.#i18n)}
      <div class="how">
        <h3>${t('howToPay')}</h3>
        <slot name="payment" @slotchange=${this.#slotChanged}></slot>
        ${this.#fields ? nothing : html`<p class="notice warning" part="error">${t('noFields')}</p>`}
      </div>
      ${this.#views.paymentStatus(this.#attempt, this.#i18n)}
      ${this.#fields ? this.#views.submitButton(form, this.#i18n, repeats ? t('retry') : sum ? t('payAmount', sum) : t('pay')) : nothing}
    </form>`;
  }

  #amount(part: Part, index: number): TemplateResult {
    const { id } = part.invoice;
    const edit = (text: string) => {
      if (!this.#attempt.form.busy) this.content.type(id, text);
      this.#attempt.edited();
      this.requestUpdate();
    };
    const refusal = this.#attempt.refusal(id);
    return this.#views.amountField(part, this.#i18n, { index, refusal, checked: this.#checked, edit });
  }

  /** Fields whose element is defined later are found then. */
  #slotChanged = (event: Event): void => {
    this.requestUpdate();
    whenSlottedDefined(event.currentTarget as HTMLSlotElement, () => this.requestUpdate());
  };

  #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!this.#fields) return;
    this.#checked = true;
    await this.#attempt.pay(this.#fields);
    await this.updateComplete;
    this.#views.focusFirstInvalid(this.renderRoot);
  };

  #done(payment: Payment): void {
    this.#payment = payment;
    /** @internal */
    this.dispatchEvent(new PortalInvoicesPaidEvent(payment));
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('h3')?.focus());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-pay-invoices': PortalPayInvoices;
  }
}
