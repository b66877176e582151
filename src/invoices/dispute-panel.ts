import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { DraftForm } from '../core/draft-form.js';
import { FormController } from '../core/forms/form-controller.js';
import { Panel } from '../core/panel.js';
import { checkField, formStatus, selectField, submitButton, textAreaField } from '../ui/form-view.js';
import { failure } from '../ui/messages.js';
import { refusal } from '../ui/refusal.js';
import { formStyles } from '../ui/styles/form.js';
import type { Invoice } from './invoice.js';
import type { PortalInvoice } from './portal-invoice.js';
import { invoiceDispute as texts } from './texts/invoice-dispute.js';
import { invoice as recordTexts } from './texts/invoice.js';

type Dispute = components['schemas']['InvoiceDispute'];
type NewDispute = components['schemas']['NewInvoiceDispute'];

const reasons = ['wrong-amount', 'wrong-quantity', 'not-ordered', 'not-delivered', 'already-paid', 'wrong-details', 'other'] as const;
const refusals = ['already-disputed', 'not-disputable'] as const;

interface Draft {
  reason: NewDispute['reason'] | '';
  text: string;
  /** Numbers of the items that it is about, counted from 1. */
  lines: readonly string[];
}

/** Disputing an invoice in its own place, and withdrawing that. What was typed stays until it has been sent. */
export class DisputePanel extends Panel<PortalInvoice, typeof texts.english> {
  static override readonly styles: readonly CSSResult[] = [formStyles];

  #invoiceId = '';
  #open = false;
  readonly #form: DraftForm<Draft, Dispute>;
  readonly #withdrawal: FormController<string>;

  /** @param moveFocus Called when something else is about to be shown. */
  constructor(
    host: PortalInvoice,
    private readonly moveFocus: () => void,
  ) {
    super(host, texts);
    this.#form = new DraftForm<Draft, Dispute>(host, this.i18n, {
      changes: ['/invoices', '/tickets'],
      from: () => ({ reason: '', text: '', lines: [] }),
      required: ['reason', 'text'],
      validate: ({ reason, text }) => ({
        reason: !reason && this.i18n.t('chooseReason'),
        text: !text.trim() && this.i18n.t('writeText'),
      }),
      send: (api, { draft: { reason, text, lines }, idempotencyKey }) => {
        const params = { path: { invoiceId: this.#invoiceId }, header: { 'Idempotency-Key': idempotencyKey } };
        const body = { reason: reason as NewDispute['reason'], text, lines: lines.map(Number) };
        return api.POST('/invoices/{invoiceId}/dispute', { params, body });
      },
      onDone: () => this.#show(false),
    });
    this.#withdrawal = new FormController<string>(host, {
      changes: ['/invoices', '/tickets'],
      empty: true,
      send: (api, invoiceId) => api.DELETE('/invoices/{invoiceId}/dispute', { params: { path: { invoiceId } } }),
    });
  }

  /** This invoice is being disputed. */
  isOf(id: string | undefined): boolean {
    return this.#open && this.#invoiceId === id && this.host.can('update');
  }

  open(invoiceId: string): void {
    if (invoiceId !== this.#invoiceId) this.#form.begin();
    this.#invoiceId = invoiceId;
    this.#show(true);
  }

  withdraw(invoiceId: string): void {
    void this.#withdrawal.send(invoiceId);
  }

  /** The failure to withdraw a dispute. */
  withdrawalFailure(): unknown {
    return this.#withdrawal.phase === 'failed' ? failure(this.#withdrawal.error, this.i18n) : nothing;
  }

  /** The form, and the way back; the form needs the invoice, which may be on its way again. */
  render(invoice: Invoice | undefined): TemplateResult {
    return html`<p><button type="button" class="back" @click=${() => this.#show(false)}>${this.i18n.in(recordTexts)('back')}</button></p>
      ${invoice && this.#fields(invoice)}`;
  }

  #fields(invoice: Invoice): TemplateResult {
    const { t } = this.i18n;
    const form = this.#form;
    return html`<form class="stack" novalidate aria-label=${t('title')} @submit=${form.submit}>
      <div>
        <h3>${t('heading', invoice.number)}</h3>
        <p class="muted">${t('intro')}</p>
      </div>
      ${this.#reasonField()} ${this.#lineFields(invoice)}
      ${textAreaField({ ...form.field('text'), label: t('text'), hint: t('textHint'), rows: 5 })}
      ${refusal(form, refusals, (kind) => t(`problem-${kind}`)) ?? formStatus(form, this.i18n)}
      <div>${submitButton(form, this.i18n, t('send'))}</div>
    </form>`;
  }

  #reasonField(): TemplateResult {
    const { t } = this.i18n;
    const word = this.i18n.in(recordTexts);
    return selectField({
      ...this.#form.field('reason'),
      label: t('reason'),
      choices: [['', t('choose')], ...reasons.map((reason) => [reason, word(`reason-${reason}`)] as const)],
    });
  }

  #lineFields({ lines }: Invoice): TemplateResult {
    const { t, money } = this.i18n;
    const chosen = this.#form.draft.lines;
    const choose = (line: string) => (wanted: boolean) =>
      this.#form.edit({ lines: wanted ? [...chosen, line] : chosen.filter((each) => each !== line) });
    return html`<fieldset>
      <legend>${t('lines')}</legend>
      <small class="muted">${t('linesHint')}</small>
      ${lines.map(({ description, net }, index) => {
        const line = String(index + 1);
        return checkField({
          name: `line-${line}`,
          label: html`<bdi>${description}</bdi> <span class="muted number">${money(net)}</span>`,
          checked: chosen.includes(line),
          edit: choose(line),
        });
      })}
    </fieldset>`;
  }

  #show(open: boolean): void {
    this.#open = open;
    this.moveFocus();
    this.update();
  }
}
