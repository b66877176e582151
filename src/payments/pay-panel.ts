import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import type { Api } from '../api/connection.js';
import type { Answer } from '../api/problem.js';
import type { components } from '../api/schema.js';
import { addAmounts, writeAmount } from '../core/business/decimal.js';
import { DraftForm } from '../core/draft-form.js';
import { PortalInvoicesPaidEvent } from '../core/business/invoices-paid-event.js';
import type { LoadController } from '../core/loading/load-controller.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { Panel } from '../core/panel.js';
import { isPayable } from '../core/business/payable.js';
import { readPart, type Part } from '../core/business/payment-part.js';
import { isUnresolved, whenSlottedDefined } from '../core/provider-token.js';
import { payment as texts } from '../i18n/texts/payment.js';
import { formStatus, submitButton } from '../ui/form-view.js';
import { amountField, faultText, invoiceSubject, paymentFailure, type AmountDraft } from '../ui/payment-view.js';
import { formStyles } from '../ui/styles/form.js';
import { paymentStyles } from '../ui/styles/payment.js';
import { findPaymentFields, requestToken, type Invoice, type NewPayment, type Payment, type PaymentFields } from './payment.js';
import type { PortalPayInvoices } from './portal-pay-invoices.js';

/** Paying invoices: the amounts, the provider's fields, and one payment that is never made twice. */
export class PayPanel extends Panel<PortalPayInvoices, typeof texts.english> {
  static override readonly styles: readonly CSSResult[] = [formStyles, paymentStyles];

  #fields?: (PaymentFields & Element) | undefined;
  #payment?: Payment | undefined;
  /** The amounts that were sent last; the server's refusals point into them. */
  #sent: readonly Part[] = [];
  /** Kept only while its result is unknown: a payment is repeated with the very same token, or it could be made twice. */
  #attempt?: NewPayment | undefined;
  #leaving = new AbortController();
  readonly #form: DraftForm<AmountDraft, Payment>;

  constructor(
    host: PortalPayInvoices,
    private readonly load: LoadController<Invoice[]>,
  ) {
    super(host, texts);
    this.#form = new DraftForm<AmountDraft, Payment>(host, this.i18n, {
      changes: ['/invoices'],
      from: () => Object.fromEntries(this.#payable.map(({ id, open }) => [id, writeAmount(open.amount, this.i18n.language)])),
      validate: () => Object.fromEntries(this.#parts.map((part) => [part.invoice.id, faultText(part, this.i18n)])),
      pointers: (id) => `/allocations/${this.#sent.findIndex(({ invoice }) => invoice.id === id)}`,
      send: (api, { idempotencyKey }) => this.#send(api, idempotencyKey),
      onDone: (payment) => this.#done(payment),
    });
  }

  hostUpdate(): void {
    if (this.host.access !== 'allowed') this.#leaving.abort();
    if (!this.#form.busy && !this.#repeats) this.#attempt = undefined;
  }

  override hostUpdated(): void {
    super.hostUpdated();
    const slot = this.host.renderRoot.querySelector<HTMLSlotElement>('slot[name="payment"]');
    const fields = slot ? findPaymentFields(slot) : undefined;
    if (fields !== this.#fields) this.update();
    this.#fields = fields;
  }

  override hostDisconnected(): void {
    super.hostDisconnected();
    this.#leaving.abort();
  }

  /** Resets, for other invoices. */
  begin(): void {
    this.#payment = undefined;
    this.#form.begin();
  }

  /** The payment that has been made; `undefined` before there is one. */
  receipt(): TemplateResult | undefined {
    return this.#payment && receipt(this.#payment, this.#sent, this.i18n);
  }

  render(): TemplateResult {
    const { t, money } = this.i18n;
    const parts = this.#parts;
    if (parts.length === 0) return html`<p class="notice">${t('nothingToPay')}</p>`;
    const currency = currencyOf(parts);
    if (!currency) return html`<p class="notice warning">${t('oneCurrency')}</p>`;
    const total = totalOf(parts);
    const sum = total === undefined ? undefined : money({ amount: total, currency });
    const label = this.#repeats ? t('retry') : sum ? t('payAmount', sum) : t('pay');
    return html`<form class="stack" novalidate aria-label=${t('pay')} @submit=${this.#submit}>
      <div class="amounts" part="amounts">
        ${parts.map((part, index) => amountField(part, this.i18n, index, this.#form.field(part.invoice.id)))}
        ${(this.load.value ?? []).filter((invoice) => !isPayable(invoice)).map((invoice) => leftOut(invoice, this.i18n))}
      </div>
      ${totalToPay(sum, this.i18n)}
      <div class="how">
        <h3>${t('howToPay')}</h3>
        <slot name="payment" @slotchange=${this.#slotChanged}></slot>
        ${this.#fields ? nothing : html`<p class="notice warning" part="error">${t('noFields')}</p>`}
      </div>
      ${paymentFailure(this.#form, this.i18n) ?? formStatus(this.#form, this.i18n)}
      ${this.#fields ? submitButton(this.#form, this.i18n, label) : nothing}
    </form>`;
  }

  get #payable(): Invoice[] {
    return (this.load.value ?? []).filter(isPayable);
  }

  get #parts(): Part[] {
    const { draft } = this.#form;
    return this.#payable.map((invoice) => readPart(invoice, draft[invoice.id]!, this.i18n.language));
  }

  /** The last attempt may have been carried out; paying again repeats it. */
  get #repeats(): boolean {
    const { error } = this.#form;
    return error !== undefined && isUnresolved(error);
  }

  /** Fields whose element is defined later are found then. */
  #slotChanged = (event: Event): void => {
    this.update();
    whenSlottedDefined(event.currentTarget as HTMLSlotElement, () => this.update());
  };

  #submit = (event: Event): void => {
    event.preventDefault();
    if (!this.#fields || this.#form.busy) return;
    if (!this.#repeats) this.#sent = this.#parts;
    void this.#form.submit(event);
  };

  async #send(api: Api, key: string): Promise<Answer<Payment>> {
    const allocations = this.#sent.map(({ invoice, amount = '' }) => ({
      invoiceId: invoice.id,
      amount: { amount, currency: invoice.open.currency },
    }));
    this.#attempt ??= { allocations, paymentToken: await this.#token() };
    const answer = await api.POST('/payments', { params: { header: { 'Idempotency-Key': key } }, body: this.#attempt });
    if (answer.response.status === 409) this.load.reload();
    return answer;
  }

  #token(): Promise<string> {
    this.#leaving = new AbortController();
    const parts = this.#sent;
    return requestToken(this.#fields!, {
      amount: totalOf(parts) ?? '',
      currency: currencyOf(parts) ?? '',
      invoiceNumbers: parts.map(({ invoice }) => invoice.number),
      signal: this.#leaving.signal,
    });
  }

  #done(payment: Payment): void {
    this.#payment = payment;
    this.#attempt = undefined;
    /** @internal */
    this.host.dispatchEvent(new PortalInvoicesPaidEvent(payment));
    this.focus('h3');
  }
}

/** The currency of all; `undefined` when there are several. */
function currencyOf(parts: readonly Part[]): string | undefined {
  const currencies = new Set(parts.map(({ invoice }) => invoice.open.currency));
  return currencies.size === 1 ? [...currencies][0] : undefined;
}

/** The sum of all; `undefined` while an amount cannot be paid. */
function totalOf(parts: readonly Part[]): string | undefined {
  const amounts = parts.map(({ amount }) => amount);
  return amounts.every((amount) => amount !== undefined) ? addAmounts(amounts) : undefined;
}

/** An invoice that can no longer be paid. */
function leftOut(invoice: components['schemas']['InvoiceSummary'], i18n: SharedLocalize): TemplateResult {
  return html`<div>
    <span class="what">${invoiceSubject(invoice, i18n)} <small class="muted">${i18n.in(texts)('notPayable')}</small></span>
  </div>`;
}

/** The sum to pay; `undefined` while an amount cannot be paid. */
function totalToPay(sum: string | undefined, i18n: SharedLocalize): TemplateResult {
  return html`<dl class="totals" part="total">
    <div class="strong">
      <dt>${i18n.in(texts)('toPay')}</dt>
      <dd>${sum ?? i18n.money(undefined)}</dd>
    </div>
  </dl>`;
}

/** The payment, with the amount of each invoice. */
function receipt({ amount, status, allocations }: Payment, sent: readonly Part[], i18n: SharedLocalize): TemplateResult {
  const t = i18n.in(texts);
  const { money } = i18n;
  const done = status === 'succeeded';
  return html`<section part="receipt">
    <h3 tabindex="-1" class="notice ${done ? 'success' : 'info'}">${t(done ? 'received' : 'underWay')}</h3>
    ${done ? nothing : html`<p>${t('underWayNext')}</p>`}
    <dl class="totals">
      ${allocations.map(
        (each) =>
          html`<div>
            <dt><bdi>${sent.find(({ invoice }) => invoice.id === each.invoiceId)?.invoice.number ?? each.invoiceId}</bdi></dt>
            <dd>${money(each.amount)}</dd>
          </div>`,
      )}
      <div class="strong">
        <dt>${t('amount')}</dt>
        <dd>${money(amount)}</dd>
      </div>
    </dl>
  </section>`;
}
