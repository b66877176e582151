import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import type { Part } from '../core/payment-part.js';
import { formStatus } from '../ui/form-view.js';
import { invoiceSubject, paymentFailure, type PaymentLocalize } from '../ui/payment-view.js';
import { formStyles } from '../ui/styles/form.js';
import { paymentStyles } from '../ui/styles/payment.js';
import type { PaymentForm } from './payment-form.js';

export { focusFirstInvalid, submitButton } from '../ui/form-view.js';
export { amountField } from '../ui/payment-view.js';
export const styles: readonly CSSResult[] = [formStyles, paymentStyles];

type Invoice = components['schemas']['InvoiceSummary'];
type Payment = components['schemas']['Payment'];

/** An invoice that is left out. */
export function leftOut(invoice: Invoice, i18n: PaymentLocalize): TemplateResult {
  return html`<div>
    <span class="what">${invoiceSubject(invoice, i18n)} <small class="muted">${i18n.t('notPayable')}</small></span>
  </div>`;
}

/** What the invoices come to; `undefined` while an amount cannot be paid. */
export function totalToPay(sum: string | undefined, { t }: PaymentLocalize): TemplateResult {
  return html`<dl class="totals" part="total">
    <div class="strong">
      <dt>${t('toPay')}</dt>
      <dd>${sum ?? t('none')}</dd>
    </div>
  </dl>`;
}

/** What became of paying, and what is safe to do. */
export function paymentStatus({ form, sent }: PaymentForm, i18n: PaymentLocalize): unknown {
  if (form.phase === 'failed' && form.error) return paymentFailure(form.error, i18n);
  const pointers = sent.map((_, index) => `/allocations/${index}/amount`);
  return formStatus(form, i18n, pointers);
}

/** What has been paid. */
export function receipt({ amount, status, allocations }: Payment, sent: readonly Part[], i18n: PaymentLocalize): TemplateResult {
  const { t, money } = i18n;
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
