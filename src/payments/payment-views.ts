import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import type { ApiError } from '../api/problem.js';
import type { components } from '../api/schema.js';
import type { Localize } from '../core/localize.js';
import { isUnresolved } from '../core/provider-token.js';
import type { payment } from '../i18n/texts/payment.js';
import { tools } from '../i18n/texts/tools.js';
import { formStatus, textField } from '../ui/form-view.js';
import { errorText, failure } from '../ui/messages.js';
import { formStyles } from '../ui/styles/form.js';
import { typeableDecimals, writeAmount } from '../core/decimal.js';
import { paymentStyles } from '../ui/styles/payment.js';
import type { Part } from './payment-draft.js';
import type { PaymentForm } from './payment-form.js';

export { focusFirstInvalid, submitButton } from '../ui/form-view.js';
export const styles: readonly CSSResult[] = [formStyles, paymentStyles];

type Invoice = components['schemas']['InvoiceSummary'];
type Payment = components['schemas']['Payment'];
type PaymentLocalize = Localize<typeof payment.english>;

const subject = (invoice: Invoice, i18n: PaymentLocalize) =>
  html`<strong class="subject"><bdi>${invoice.number || i18n.t('unlabelled')}</bdi></strong>`;

/** What is wrong with a typed amount, in words. */
function faultText({ fault, invoice: { open } }: Part<Invoice>, { t, money, language }: PaymentLocalize): string | undefined {
  const decimals = typeableDecimals(open);
  if (fault === 'notAmount') return t('notAmount', writeAmount(open.amount, language));
  if (fault === 'tooManyDecimals') return t('tooManyDecimals', decimals);
  if (fault === 'moreThanOpen') return t('moreThanOpen', money(open));
  return fault && t(fault);
}

/** An invoice with the field for what is to be paid of it. */
export function amountField(
  part: Part<Invoice>,
  i18n: PaymentLocalize,
  { index, refusal, checked, edit }: { index: number; refusal?: string; checked: boolean; edit: (text: string) => void },
): TemplateResult {
  const { t, money, day } = i18n;
  const { invoice, typed } = part;
  const { open, dueOn } = invoice;
  return html`<div role="group" aria-labelledby="subject-${index}">
    <span id="subject-${index}" class="what"
      >${subject(invoice, i18n)} ${dueOn ? html`<small class="muted">${t('dueOn', day(dueOn))}</small>` : nothing}</span
    >
    ${textField({
      name: `amount-${index}`,
      label: t('amountIn', open.currency),
      value: typed,
      edit,
      error: checked ? (faultText(part, i18n) ?? refusal) : refusal,
      hint: t('openAmount', money(open)),
      inputMode: 'decimal',
      autocomplete: 'off',
      spellcheck: false,
    })}
  </div>`;
}

/** An invoice that is left out. */
export function leftOut(invoice: Invoice, i18n: PaymentLocalize): TemplateResult {
  return html`<div>
    <span class="what">${subject(invoice, i18n)} <small class="muted">${i18n.t('notPayable')}</small></span>
  </div>`;
}

/** Why nothing, or perhaps nothing, has been paid, and what is safe to do. */
export function paymentFailure(error: ApiError, i18n: PaymentLocalize): TemplateResult {
  const { title, detail } = error.problem;
  if (error.status === 402)
    return html`<div class="notice danger" part="error" role="alert">
      <p><strong>${title?.slice(0, 300) || i18n.t('fieldsFailed')}</strong> ${detail?.slice(0, 300)} ${i18n.t('notCharged')}</p>
    </div>`;
  if (!isUnresolved(error)) return failure(error, i18n);
  return html`<div class="notice warning" part="error" role="alert">
    <p>${errorText(error, i18n)} ${i18n.in(tools)('errorUnknownResult')}</p>
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
