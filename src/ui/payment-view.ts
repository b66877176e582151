import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { typeableDecimals, writeAmount } from '../core/business/decimal.js';
import type { DraftForm } from '../core/draft-form.js';
import type { FormState } from '../core/forms/form-controller.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import type { Part } from '../core/business/payment-part.js';
import { isUnresolved } from '../core/provider-token.js';
import { payment } from '../i18n/texts/payment.js';
import { shared } from '../i18n/texts/shared.js';
import { tools } from '../i18n/texts/tools.js';
import { textField } from './form-view.js';
import { errorText, failure } from './messages.js';

type Invoice = components['schemas']['InvoiceSummary'];

/** Amounts as they are typed, by the id of their invoice. */
export type AmountDraft = Record<string, string>;

/** The number of an invoice, as the subject of its row. */
export const invoiceSubject = (invoice: Invoice, i18n: SharedLocalize): TemplateResult =>
  html`<strong class="subject"><bdi>${invoice.number || i18n.in(shared)('unlabelled')}</bdi></strong>`;

/** A fault of a typed amount, in words. */
export function faultText({ fault, invoice: { open } }: Part<Invoice>, i18n: SharedLocalize): string | undefined {
  const t = i18n.in(payment);
  if (fault === 'notAmount') return t('notAmount', writeAmount(open.amount, i18n.language));
  if (fault === 'tooManyDecimals') return t('tooManyDecimals', typeableDecimals(open));
  if (fault === 'moreThanOpen') return t('moreThanOpen', i18n.money(open));
  return fault && t(fault);
}

/** An invoice with the field for the amount to be paid of it. */
export function amountField(
  { invoice }: Part<Invoice>,
  i18n: SharedLocalize,
  index: number,
  field: ReturnType<DraftForm<AmountDraft>['field']>,
): TemplateResult {
  const t = i18n.in(payment);
  const { open, dueOn } = invoice;
  return html`<div role="group" aria-labelledby="subject-${index}">
    <span id="subject-${index}" class="what"
      >${invoiceSubject(invoice, i18n)} ${dueOn ? html`<small class="muted">${t('dueOn', i18n.day(dueOn))}</small>` : nothing}</span
    >
    ${textField({
      ...field,
      name: `amount-${index}`,
      label: t('amountIn', open.currency),
      hint: t('openAmount', i18n.money(open)),
      inputMode: 'decimal',
      autocomplete: 'off',
      spellcheck: false,
    })}
  </div>`;
}

/** The failure of a payment that was not, or perhaps was, carried out, and what is safe to do; `undefined` unless it has failed. */
export function paymentFailure({ phase, error }: FormState, i18n: SharedLocalize): TemplateResult | undefined {
  if (phase !== 'failed' || !error) return undefined;
  const t = i18n.in(payment);
  const { title, detail } = error.problem;
  if (error.status === 402)
    return html`<div class="notice danger" part="error" role="alert">
      <p><strong>${title?.slice(0, 300) || t('fieldsFailed')}</strong> ${detail?.slice(0, 300)} ${t('notCharged')}</p>
    </div>`;
  if (!isUnresolved(error)) return failure(error, i18n);
  return html`<div class="notice warning" part="error" role="alert">
    <p>${errorText(error, i18n)} ${i18n.in(tools)('errorUnknownResult')}</p>
  </div>`;
}
