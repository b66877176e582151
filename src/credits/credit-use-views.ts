import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import type { LocalizeController } from '../core/localize-controller.js';
import type { applyCredit } from './texts/apply-credit.js';
import type { payment } from '../i18n/texts/payment.js';
import { formStatus, selectField } from '../ui/form-view.js';
import { paymentFailure } from '../ui/payment-view.js';
import { formStyles } from '../ui/styles/form.js';
import { paymentStyles } from '../ui/styles/payment.js';
import type { CreditDraft } from './credit-draft.js';
import type { CreditUse } from './credit-use.js';

export { focusFirstInvalid, submitButton } from '../ui/form-view.js';
export { amountField } from '../ui/payment-view.js';
export const styles: readonly CSSResult[] = [formStyles, paymentStyles];

type Application = components['schemas']['CreditApplication'];
type UseLocalize = LocalizeController<typeof applyCredit.english>;

const row = (label: string, value: string, kind = '') =>
  html`<div class=${kind}>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;

/** The credit; a choice where there are several. */
export function creditChoice({ credits, credit }: CreditDraft, { t, money }: UseLocalize, choose: (id: string) => void): TemplateResult {
  if (credits.length === 1)
    return html`<p>
      <strong><bdi>${credit!.reason}</bdi></strong>
    </p>`;
  const choices = credits.map(({ id, reason, remaining }) => [id, t('remainingOf', reason, money(remaining))] as const);
  return selectField({ name: 'credit', label: t('credit'), value: credit!.id, edit: choose, choices });
}

/** What is left of the credit, what is used, and what is left then. */
export function useTotals({ credit, total, left }: CreditDraft, { t, money }: UseLocalize): TemplateResult {
  const { remaining } = credit!;
  const amount = (value: string | undefined) => (value === undefined ? t('none') : money({ ...remaining, amount: value }));
  return html`<dl class="totals" part="total">
    ${row(t('left'), money(remaining))} ${row(t('toUse'), amount(total), 'strong')}
    ${row(t('leftAfter'), amount(left?.startsWith('-') ? undefined : left), 'muted')}
  </dl>`;
}

/** What became of sending, and what is safe to do. */
export function useStatus({ form, pointers }: CreditUse, i18n: LocalizeController<typeof payment.english>): unknown {
  if (form.phase !== 'failed') return formStatus(form, i18n, pointers);
  return form.error ? paymentFailure(form.error, i18n) : nothing;
}

/** What has been used. */
export function useReceipt({ payment, credit }: Application, { t, money }: UseLocalize): TemplateResult {
  const used = money(payment.amount);
  const isLeft = /[1-9]/.test(credit.remaining.amount);
  return html`<section part="receipt">
    <h3 tabindex="-1" class="notice success">${isLeft ? t('done', used, money(credit.remaining)) : t('usedUp', used)}</h3>
  </section>`;
}
