import { html, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { FormController } from '../core/form-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import type { PortalElement } from '../core/portal-element.js';
import { invoiceDispute as texts } from './texts/invoice-dispute.js';
import { invoice as words } from './texts/invoice.js';
import { checkField, focusFirstInvalid, formStatus, selectField, submitButton, textAreaField } from '../ui/form-view.js';
import { refusal } from '../ui/refusal.js';
import { adoptStyles } from '../ui/styles/adopt.js';
import { formStyles } from '../ui/styles/form.js';

type Invoice = components['schemas']['Invoice'];
type Dispute = components['schemas']['InvoiceDispute'];
type NewDispute = components['schemas']['NewInvoiceDispute'];

const reasons = ['wrong-amount', 'wrong-quantity', 'not-ordered', 'not-delivered', 'already-paid', 'wrong-details', 'other'] as const;
const refusals = ['already-disputed', 'not-disputable'] as const;
const pointers = ['/reason', '/text'];

/** The form in which a person objects to an invoice, and the withdrawal of that. What was typed stays until it has been sent. */
export class InvoiceDispute {
  #invoiceId = '';
  #reason: NewDispute['reason'] | '' = '';
  #text = '';
  #lines = new Set<number>();
  #checked = false;
  readonly #i18n: LocalizeController<typeof texts.english>;
  readonly #form: FormController<NewDispute, Dispute>;
  readonly #withdrawal: FormController<string>;

  constructor(
    private readonly host: PortalElement,
    onDone: () => void,
  ) {
    this.#i18n = new LocalizeController(host, texts);
    adoptStyles(host, formStyles);
    this.#form = new FormController(host, {
      changes: ['/invoices'],
      send: (api, body, { idempotencyKey }) => {
        const header = { 'Idempotency-Key': idempotencyKey };
        return api.POST('/invoices/{invoiceId}/dispute', { params: { path: { invoiceId: this.#invoiceId }, header }, body });
      },
      onDone: () => {
        this.#begin('');
        onDone();
      },
    });
    this.#withdrawal = new FormController<string>(host, {
      changes: ['/invoices'],
      empty: true,
      send: (api, invoiceId) => api.DELETE('/invoices/{invoiceId}/dispute', { params: { path: { invoiceId } } }),
    });
  }

  /** Why the withdrawal has failed, if it has. */
  get failure(): unknown {
    return this.#withdrawal.phase === 'failed' ? this.#withdrawal.error : undefined;
  }

  withdraw(invoiceId: string): Promise<boolean> {
    return this.#withdrawal.send(invoiceId);
  }

  view(invoice: Invoice): TemplateResult {
    if (invoice.id !== this.#invoiceId) this.#begin(invoice.id);
    const { t } = this.#i18n;
    const form = this.#form;
    return html`<form class="stack" novalidate aria-label=${t('title')} @submit=${this.#submit}>
      <div>
        <h3>${t('heading', invoice.number)}</h3>
        <p class="muted">${t('intro')}</p>
      </div>
      ${this.#reasonField()} ${this.#lineFields(invoice)} ${this.#textField()}
      ${refusal(form, refusals, (kind) => t(`problem-${kind}`)) ?? formStatus(form, this.#i18n, pointers)}
      <div>${submitButton(form, this.#i18n, t('send'))}</div>
    </form>`;
  }

  #reasonField(): TemplateResult {
    const { t } = this.#i18n;
    const say = this.#i18n.in(words);
    const error = this.#form.fieldError('/reason') ?? (this.#checked && !this.#reason ? t('chooseReason') : undefined);
    return selectField({
      name: 'reason',
      label: t('reason'),
      value: this.#reason,
      required: true,
      choices: [['', t('choose')], ...reasons.map((reason) => [reason, say(`reason-${reason}`)] as const)],
      edit: (reason) => this.#edit(() => (this.#reason = reason as NewDispute['reason'])),
      ...(error && { error }),
    });
  }

  #lineFields({ lines }: Invoice): TemplateResult {
    const { t, money } = this.#i18n;
    const choose = (line: number) => (chosen: boolean) => this.#edit(() => (chosen ? this.#lines.add(line) : this.#lines.delete(line)));
    return html`<fieldset>
      <legend>${t('lines')}</legend>
      <small class="muted">${t('linesHint')}</small>
      ${lines.map(({ description, net }, index) =>
        checkField({
          name: `line-${index + 1}`,
          label: html`<bdi>${description}</bdi> <span class="muted number">${money(net)}</span>`,
          checked: this.#lines.has(index + 1),
          edit: choose(index + 1),
        }),
      )}
    </fieldset>`;
  }

  #textField(): TemplateResult {
    const { t } = this.#i18n;
    const error = this.#form.fieldError('/text') ?? (this.#checked && !this.#text.trim() ? t('writeText') : undefined);
    return textAreaField({
      name: 'text',
      label: t('text'),
      hint: t('textHint'),
      value: this.#text,
      rows: 5,
      required: true,
      edit: (text) => this.#edit(() => (this.#text = text)),
      ...(error && { error }),
    });
  }

  #edit(change: () => void): void {
    if (!this.#form.busy) change();
    this.#form.edited();
  }

  #begin(invoiceId: string): void {
    this.#invoiceId = invoiceId;
    this.#reason = this.#text = '';
    this.#lines.clear();
    this.#checked = false;
  }

  #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const element = event.currentTarget as HTMLFormElement;
    this.#checked = true;
    this.host.requestUpdate();
    const reason = this.#reason;
    if (reason && this.#text.trim() && (await this.#form.send({ reason, text: this.#text, lines: [...this.#lines] }))) return;
    await this.host.updateComplete;
    focusFirstInvalid(element);
  };
}
