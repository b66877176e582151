import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import type { Api } from '../api/connection.js';
import type { components } from '../api/schema.js';
import { addAmounts, compareAmounts, subtractAmounts, writeAmount } from '../core/business/decimal.js';
import { DraftForm } from '../core/draft-form.js';
import { PortalInvoicesPaidEvent } from '../core/business/invoices-paid-event.js';
import type { LoadController } from '../core/loading/load-controller.js';
import { Panel } from '../core/panel.js';
import { isPayable } from '../core/business/payable.js';
import { readPart, type Part } from '../core/business/payment-part.js';
import { isUnresolved } from '../core/provider-token.js';
import { formStatus, selectField, submitButton } from '../ui/form-view.js';
import { amountField, faultText, paymentFailure, type AmountDraft } from '../ui/payment-view.js';
import { formStyles } from '../ui/styles/form.js';
import { paymentStyles } from '../ui/styles/payment.js';
import { isUsable, type CreditChoices, type CreditSummary } from './credit.js';
import type { PortalApplyCredit } from './portal-apply-credit.js';
import { applyCredit as texts } from './texts/apply-credit.js';

type Application = components['schemas']['CreditApplication'];
type InvoicePart = Part<components['schemas']['InvoiceSummary']>;

/**
 * Paying invoices from a credit, never twice for one intent. Unless told otherwise, the invoices due first are paid first, as
 * far as the credit goes; one whose field is empty is left out.
 */
export class UsePanel extends Panel<PortalApplyCredit, typeof texts.english> {
  static override readonly styles: readonly CSSResult[] = [formStyles, paymentStyles];

  /** The credit that was chosen, where there are several. */
  #creditId?: string | undefined;
  #done?: Application | undefined;
  /** The credit and the amounts that were sent last; the server's refusals point into them. */
  #sent?: { creditId: string; parts: readonly InvoicePart[] } | undefined;
  readonly #form: DraftForm<AmountDraft, Application>;

  constructor(
    host: PortalApplyCredit,
    private readonly load: LoadController<CreditChoices>,
  ) {
    super(host, texts);
    this.#form = new DraftForm<AmountDraft, Application>(host, this.i18n, {
      changes: ['/invoices', '/credits'],
      from: () => this.#suggested(),
      validate: () => this.#faults(),
      pointers: (id) => `/allocations/${this.#sent?.parts.findIndex(({ invoice }) => invoice.id === id)}`,
      send: (api, { idempotencyKey }) => this.#send(api, idempotencyKey),
      onDone: (done) => this.#finish(done),
    });
  }

  /** Resets, for another credit or invoice. */
  begin(): void {
    this.#creditId = this.#done = undefined;
    this.#form.begin();
  }

  /** The sum that has been used; `undefined` before something has. */
  receipt(): TemplateResult | undefined {
    if (!this.#done) return undefined;
    const { t, money } = this.i18n;
    const { payment, credit } = this.#done;
    const used = money(payment.amount);
    const isLeft = /[1-9]/.test(credit.remaining.amount);
    return html`<section part="receipt">
      <h3 tabindex="-1" class="notice success">${isLeft ? t('done', used, money(credit.remaining)) : t('usedUp', used)}</h3>
    </section>`;
  }

  render(): TemplateResult {
    const { t, money } = this.i18n;
    const form = this.#form;
    const credit = this.#credit;
    const parts = this.#parts;
    if (!credit) return html`<p class="notice">${t('noCredit')}</p>`;
    if (parts.length === 0) return html`<p class="notice">${t('noInvoices')}</p>`;
    const total = totalOf(parts);
    const label = /[1-9]/.test(total ?? '') ? t('useAmount', money({ ...credit.remaining, amount: total! })) : t('use');
    const nothingTyped = form.errorOf('form');
    return html`<form class="stack" novalidate aria-label=${t('useCredit')} @submit=${this.#submit}>
      ${this.#creditChoice(credit)}
      <div class="amounts" part="amounts">
        ${parts.map((part, index) => amountField(part, this.i18n, index, form.field(part.invoice.id)))}
      </div>
      ${this.load.value?.more ? html`<p class="muted">${t('firstDue', parts.length)}</p>` : nothing}
      ${parts.length > 1 ? html`<p class="muted">${t('leaveEmpty')}</p>` : nothing} ${this.#totals(credit, total)}
      ${nothingTyped ? html`<p class="error-text" role="alert">${nothingTyped}</p>` : nothing}
      ${paymentFailure(form, this.i18n) ?? formStatus(form, this.i18n)} ${submitButton(form, this.i18n, this.#repeats ? t('retry') : label)}
    </form>`;
  }

  /** The credit; a choice where there are several. */
  #creditChoice({ id, reason }: CreditSummary): TemplateResult {
    const { t, money } = this.i18n;
    const credits = this.#credits;
    if (credits.length === 1)
      return html`<p>
        <strong><bdi>${reason}</bdi></strong>
      </p>`;
    return selectField({
      name: 'credit',
      label: t('credit'),
      value: id,
      edit: this.#choose,
      choices: credits.map((each) => [each.id, t('remainingOf', each.reason, money(each.remaining))] as const),
    });
  }

  /** The rest of the credit, the sum used, and the rest after that. */
  #totals({ remaining }: CreditSummary, total: string | undefined): TemplateResult {
    const { t, money } = this.i18n;
    const left = total && subtractAmounts(remaining.amount, total);
    const amount = (value: string | undefined) => (value === undefined ? t('none') : money({ ...remaining, amount: value }));
    const row = (label: string, value: string, kind = '') =>
      html`<div class=${kind}>
        <dt>${label}</dt>
        <dd>${value}</dd>
      </div>`;
    return html`<dl class="totals" part="total">
      ${row(t('left'), money(remaining))} ${row(t('toUse'), amount(total), 'strong')}
      ${row(t('leftAfter'), amount(left?.startsWith('-') ? undefined : left), 'muted')}
    </dl>`;
  }

  get #credits(): CreditSummary[] {
    return (this.load.value?.credits ?? []).filter(isUsable);
  }

  /** The credit that is used: the chosen one, else the one that ends first. */
  get #credit(): CreditSummary | undefined {
    return this.#credits.find(({ id }) => id === this.#creditId) ?? this.#credits[0];
  }

  get #payable(): CreditChoices['invoices'] {
    return (this.load.value?.invoices ?? []).filter(isPayable);
  }

  /** The invoices; one that is left out has neither an amount nor a fault. */
  get #parts(): InvoicePart[] {
    const { draft } = this.#form;
    return this.#payable.map((invoice) => {
      const typed = draft[invoice.id]!;
      return typed.trim() ? readPart(invoice, typed, this.i18n.language) : { invoice, typed };
    });
  }

  /** The last attempt may have been carried out; sending again repeats it. */
  get #repeats(): boolean {
    const { error } = this.#form;
    return error !== undefined && isUnresolved(error);
  }

  #suggested(): AmountDraft {
    let left = this.#credit?.remaining.amount ?? '0';
    return Object.fromEntries(
      this.#payable.map(({ id, open: { amount } }) => {
        const share = compareAmounts(amount, left) > 0 ? left : amount;
        left = subtractAmounts(left, share);
        return [id, compareAmounts(share, '0') > 0 ? writeAmount(share, this.i18n.language) : ''];
      }),
    );
  }

  #faults(): Record<string, string> {
    const { t, money } = this.i18n;
    const remaining = this.#credit!.remaining;
    const parts = this.#parts;
    let left = remaining.amount;
    const tooMuchAt = parts.findIndex(({ amount = '0' }) => (left = subtractAmounts(left, amount)).startsWith('-'));
    const tooMuch = (index: number) => (index === tooMuchAt ? t('moreThanLeft', money(remaining)) : '');
    return {
      ...Object.fromEntries(parts.map((part, index) => [part.invoice.id, faultText(part, this.i18n) ?? tooMuch(index)])),
      form: parts.some(({ amount, fault }) => amount ?? fault) ? '' : t('nothingTyped'),
    };
  }

  /** Uses another credit; amounts that were not typed follow. */
  #choose = (creditId: string): void => {
    if (!this.#form.busy) this.#creditId = creditId;
    this.#form.edit({});
  };

  #submit = (event: Event): void => {
    if (!this.#form.busy && !this.#repeats)
      this.#sent = { creditId: this.#credit!.id, parts: this.#parts.filter(({ amount }) => amount !== undefined) };
    void this.#form.submit(event);
  };

  async #send(api: Api, key: string) {
    const { creditId, parts } = this.#sent!;
    const allocations = parts.map(({ invoice: { id, open }, amount = '' }) => ({ invoiceId: id, amount: { ...open, amount } }));
    const params = { path: { creditId }, header: { 'Idempotency-Key': key } };
    const answer = await api.POST('/credits/{creditId}/uses', { params, body: { allocations } });
    if (answer.response.status === 409) this.load.reload();
    return answer;
  }

  #finish(done: Application): void {
    this.#done = done;
    /** @internal */
    this.host.dispatchEvent(new PortalInvoicesPaidEvent(done.payment));
    this.focus('h3');
  }
}

/** The sum that is used of the credit; `undefined` while an amount cannot be paid. */
const totalOf = (parts: readonly InvoicePart[]): string | undefined =>
  parts.some(({ fault }) => fault) ? undefined : addAmounts(['0', ...parts.map(({ amount }) => amount ?? '0')]);
