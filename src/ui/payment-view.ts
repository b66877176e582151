import { html, nothing, type TemplateResult } from 'lit';
import type { ApiError } from '../api/problem.js';
import type { components } from '../api/schema.js';
import { typeableDecimals, writeAmount } from '../core/decimal.js';
import type { LocalizeController } from '../core/localize-controller.js';
import type { Part } from '../core/payment-part.js';
import { isUnresolved } from '../core/provider-token.js';
import type { payment } from '../i18n/texts/payment.js';
import { tools } from '../i18n/texts/tools.js';
import { textField } from './form-view.js';
import { errorText, failure } from './messages.js';

type Invoice = components['schemas']['InvoiceSummary'];
export type PaymentLocalize = LocalizeController<typeof payment.english>;

/** Which invoice it is. */
export const invoiceSubject = (invoice: Invoice, i18n: PaymentLocalize) =>
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
      >${invoiceSubject(invoice, i18n)} ${dueOn ? html`<small class="muted">${t('dueOn', day(dueOn))}</small>` : nothing}</span
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
