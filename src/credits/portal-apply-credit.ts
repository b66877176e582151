import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { LocalizeController } from '../core/localize-controller.js';
import { PortalElement } from '../core/portal-element.js';
import { property } from '../core/property.js';
import { applyCredit as texts } from './texts/apply-credit.js';
import { payment } from '../i18n/texts/payment.js';
import { detailView } from '../ui/detail-view.js';
import { dressed } from '../ui/styles/adopt.js';
import { detailStyles } from '../ui/styles/detail.js';
import { sharedStyles } from '../ui/styles/shared.js';
import { toolStyles } from '../ui/styles/tools.js';
import { CreditDraft, type Subject } from './credit-draft.js';
import { CreditUse } from './credit-use.js';
import type * as CreditUseViews from './credit-use-views.js';
import { PortalInvoicesPaidEvent } from '../core/invoices-paid-event.js';

type Application = components['schemas']['CreditApplication'];

/**
 * Pays invoices from a credit: the open invoices in its currency, those due first unless told otherwise; or one invoice from
 * one of the credits that can be used for it.
 *
 * @tag portal-apply-credit
 * @summary Pays invoices from a credit, whole or in part.
 * @permission billing.credits
 * @operation getCredit
 * @operation listCredits
 * @operation getInvoice
 * @operation listInvoices
 * @operation applyCredit
 * @event {PortalInvoicesPaidEvent} portal-invoices-paid - Invoices have been paid from the credit; bubbles.
 * @csspart amounts - The invoices with their amounts.
 * @csspart total - What is used of the credit, and what is left.
 * @csspart receipt - What has been used.
 */
export class PortalApplyCredit extends PortalElement {
  static override requires = 'billing.credits' as const;
  static override styles: CSSResultGroup = [PortalElement.styles, sharedStyles, toolStyles, detailStyles];

  /** The credit from which invoices are paid. */
  @property({ attribute: 'credit-id' }) creditId?: string;

  /** The invoice that is paid, where no credit is given. */
  @property({ attribute: 'invoice-id' }) invoiceId?: string;

  #checked = false;
  #done?: Application;
  #i18n = new LocalizeController(this, texts);
  #words = new LocalizeController(this, payment);
  protected override readonly content: CreditDraft<typeof CreditUseViews> = new CreditDraft<typeof CreditUseViews>(
    this,
    () => this.#i18n.language,
    () => (this.#allowed ? this.#subject : undefined),
    () => dressed(this, import('./credit-use-views.js')),
  );
  #use = new CreditUse(this, this.content, (done) => this.#finish(done));

  get #subject(): Subject | undefined {
    const { creditId, invoiceId } = this;
    return creditId ? { creditId } : invoiceId ? { invoiceId } : undefined;
  }

  get #allowed(): boolean {
    return this.can('update') && this.can('update', 'billing.invoices');
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    if (!changed.has('creditId') && !changed.has('invoiceId')) return;
    this.#checked = false;
    this.#done = undefined;
    this.#use.edit(() => this.content.clear());
  }

  protected override view(): unknown {
    if (!this.#allowed) return html`<div class="message" part="empty"><p>${this.#i18n.t('mayNotUse')}</p></div>`;
    if (this.#done) return this.content.load.views.useReceipt(this.#done, this.#i18n);
    return detailView(this.content.load, this.#i18n, () => this.#body(), 4);
  }

  #body(): TemplateResult {
    const { t, money } = this.#i18n;
    const { creditChoice, submitButton, useStatus, useTotals } = this.content.load.views;
    const { credit, parts, total = '0', more } = this.content;
    if (!credit) return html`<p class="notice">${t('noCredit')}</p>`;
    if (parts.length === 0) return html`<p class="notice">${t('noInvoices')}</p>`;
    const label = /[1-9]/.test(total) ? t('useAmount', money({ ...credit.remaining, amount: total })) : t('use');
    return html`<form class="stack" novalidate aria-label=${t('useCredit')} @submit=${this.#submit}>
      ${creditChoice(this.content, this.#i18n, (id) => this.#use.edit(() => this.content.choose(id)))} ${this.#amounts()}
      ${more ? html`<p class="muted">${t('firstDue', parts.length)}</p>` : nothing}
      ${parts.length > 1 ? html`<p class="muted">${t('leaveEmpty')}</p>` : nothing} ${useTotals(this.content, this.#i18n)}
      ${this.#nothingTyped ? html`<p class="error-text" role="alert">${t('nothingTyped')}</p>` : nothing}
      ${useStatus(this.#use, this.#words)} ${submitButton(this.#use.form, this.#i18n, this.#use.repeats ? t('retry') : label)}
    </form>`;
  }

  get #nothingTyped(): boolean {
    return this.#checked && !this.content.parts.some(({ amount, fault }) => amount ?? fault);
  }

  #amounts(): TemplateResult {
    const { parts, tooMuchAt, credit } = this.content;
    const tooMuch = this.#i18n.t('moreThanLeft', this.#i18n.money(credit!.remaining));
    const checked = this.#checked;
    return html`<div class="amounts" part="amounts">
      ${parts.map((part, index) => {
        const { id } = part.invoice;
        const refusal = checked && index === tooMuchAt ? tooMuch : this.#use.refusal(id);
        const edit = (text: string) => this.#use.edit(() => this.content.type(id, text));
        return this.content.load.views.amountField(part, this.#words, { index, refusal, checked, edit });
      })}
    </div>`;
  }

  #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    this.#checked = true;
    await this.#use.send();
    await this.updateComplete;
    this.content.load.views.focusFirstInvalid(this.renderRoot);
  };

  #finish(done: Application): void {
    this.#done = done;
    /** @internal */
    this.dispatchEvent(new PortalInvoicesPaidEvent(done.payment));
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('h3')?.focus());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-apply-credit': PortalApplyCredit;
  }
}
