import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { components } from '../api/schema.js';
import { FormController } from '../core/form-controller.js';
import type { LoadController } from '../core/load-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import type { PortalElement } from '../core/portal-element.js';
import { isUnresolved } from '../core/provider-token.js';
import { quoteTasks } from './texts/quote-tasks.js';
import { tools } from '../i18n/texts/tools.js';
import { focusFirstInvalid, formStatus, submitButton, textAreaField, textField } from '../ui/form-view.js';
import { failure } from '../ui/messages.js';
import { adoptStyles } from '../ui/styles/adopt.js';
import { formStyles } from '../ui/styles/form.js';
import { PortalQuoteAcceptedEvent, PortalQuoteDeclinedEvent } from './events.js';
import { periodPrice } from '../ui/document/period-price.js';
import type { QuoteOptions } from './quote-options.js';
import { quoteTaskStyles } from './quote-task-styles.js';

type Quote = components['schemas']['Quote'];
export type QuoteTask = 'accept' | 'decline' | 'ask';
type Intent = { task: QuoteTask; body: never };

const refusals = ['quote-expired', 'quote-accepted', 'quote-declined', 'quote-superseded', 'quote-withdrawn'] as const;
const paths = {
  accept: '/quotes/{quoteId}/acceptance',
  decline: '/quotes/{quoteId}/decline',
  ask: '/quotes/{quoteId}/questions',
} as const;

/** What a person can do with a quote, a form at a time; what was typed stays until it is sent, or another quote is shown. */
export class QuoteTasks {
  /** What has been done, or why it could not be, in words. */
  notice: { text: string; kind: 'success' | 'warning' } | undefined;
  #open: QuoteTask | undefined;
  #checked = false;
  #agreed = false;
  readonly #typed = { name: '', purchaseOrder: '', reason: '', question: '' };
  readonly #i18n: LocalizeController<typeof quoteTasks.english>;
  readonly #form: FormController<Intent, Quote>;

  constructor(
    private readonly host: PortalElement,
    private readonly quote: LoadController<Quote>,
    private readonly options: QuoteOptions,
    private readonly terms: (quote: Quote) => TemplateResult,
  ) {
    this.#i18n = new LocalizeController(host, quoteTasks);
    this.#form = new FormController<Intent, Quote>(host, {
      changes: ['/quotes', '/orders'],
      send: (api, { task, body }, { idempotencyKey }) => {
        const { id: quoteId, etag } = quote.value!;
        const header = { 'Idempotency-Key': idempotencyKey, 'If-Match': etag };
        return api.POST(paths[task], { params: { path: { quoteId }, header }, body });
      },
      onDone: (answer) => this.#done(answer),
    });
    adoptStyles(host, formStyles, quoteTaskStyles);
  }

  /** Which form is open. */
  get open(): QuoteTask | undefined {
    return this.#open;
  }

  /** Opens a form; the focus moves into it. */
  begin(task: QuoteTask): void {
    this.#open = task;
    this.#checked = false;
    this.notice = undefined;
    this.#form.edited();
    void this.host.updateComplete.then(() => this.#find('form h3')?.focus());
  }

  /** Begins anew, for another quote. */
  clear(): void {
    this.#open = this.notice = undefined;
    this.#checked = this.#agreed = false;
    Object.assign(this.#typed, { name: '', purchaseOrder: '', reason: '', question: '' });
    this.#form.edited();
  }

  /** The form that is open. */
  view(quote: Quote): TemplateResult | typeof nothing {
    const task = this.#open;
    if (!task || !quote.allowedActions.includes(task)) return nothing;
    const { t } = this.#i18n;
    const form = this.#form;
    const submit = (event: Event) => {
      event.preventDefault();
      void this.#send(task, quote);
    };
    const label = { accept: t('placeOrder'), decline: t('decline'), ask: t('send') }[task];
    return html`<form class="stack task" part="task" novalidate aria-labelledby="task" @submit=${submit}>
      <h3 id="task" tabindex="-1">${t(task)}</h3>
      ${task === 'accept' ? this.#acceptFields(quote) : task === 'decline' ? this.#declineFields() : this.#askFields()} ${this.#status()}
      <div class="actions">
        ${submitButton(form, this.#i18n, form.phase === 'failed' ? t('retry') : label)}
        <button type="button" @click=${this.#cancel}>${this.#i18n.in(tools)('cancel')}</button>
      </div>
    </form>`;
  }

  #acceptFields(quote: Quote): TemplateResult {
    const { t } = this.#i18n;
    const missing = this.#checked && !this.#agreed;
    const totals = this.options.totals ?? [];
    return html`<p>${t('acceptText')}</p>
      <ul class="sums" aria-busy=${!this.options.current}>
        ${totals.map(({ total, period, periodLabel }) => html`<li>${periodPrice(total, period, periodLabel, this.#i18n)}</li>`)}
      </ul>
      <div class="row">${this.#textField('name', t('nameHint'))} ${this.#textField('purchaseOrder')}</div>
      <div class="field">
        <label class="check-field">
          <input
            type="checkbox"
            name="terms"
            required
            aria-invalid=${missing ? 'true' : 'false'}
            aria-describedby=${missing ? 'terms-error' : nothing}
            .checked=${live(this.#agreed)}
            @change=${(event: Event) => this.#edit(() => (this.#agreed = (event.currentTarget as HTMLInputElement).checked))}
          />
          <span>${t('agree')} ${this.terms(quote)}</span>
        </label>
        ${missing ? html`<span class="error-text" id="terms-error">${t('pleaseAgree')}</span>` : nothing}
      </div>
      ${this.#checked && !this.options.current ? html`<p class="error-text" role="alert">${t('pleaseWait')}</p>` : nothing}`;
  }

  #textField(name: 'name' | 'purchaseOrder', hint?: string): TemplateResult {
    const required = name === 'name';
    const value = this.#typed[name];
    const error =
      required && this.#checked && value.trim().length < 2 ? this.#i18n.in(tools)('required') : this.#form.fieldError(`/${name}`);
    return textField({
      name,
      label: this.#i18n.t(name),
      value,
      required,
      autocomplete: required ? 'name' : 'off',
      edit: (typed) => this.#edit(() => (this.#typed[name] = typed)),
      ...(hint && { hint }),
      ...(error && { error }),
    });
  }

  #declineFields(): TemplateResult {
    const { t } = this.#i18n;
    return html`<p>${t('declineText')}</p>
      ${textAreaField({
        name: 'reason',
        label: t('reason'),
        rows: 3,
        value: this.#typed.reason,
        edit: (typed) => this.#edit(() => (this.#typed.reason = typed)),
      })}`;
  }

  #askFields(): TemplateResult {
    const { t } = this.#i18n;
    const { question } = this.#typed;
    const error = this.#checked && !question.trim() ? this.#i18n.in(tools)('required') : this.#form.fieldError('/text');
    return html`<p>${t('askText')}</p>
      ${textAreaField({
        name: 'question',
        label: t('question'),
        rows: 4,
        value: question,
        required: true,
        edit: (typed) => this.#edit(() => (this.#typed.question = typed)),
        ...(error && { error }),
      })}`;
  }

  /** What is not known to have failed may be sent again: it is done once. */
  #status(): unknown {
    const form = this.#form;
    const { error } = form;
    if (form.phase !== 'failed' || !error) return formStatus(form, this.#i18n, ['/name', '/purchaseOrder', '/text']);
    return html`${failure(error, this.#i18n)} ${isUnresolved(error) ? html`<p>${this.#i18n.in(tools)('errorUnknownResult')}</p>` : nothing}`;
  }

  #edit(change: () => void): void {
    if (this.#form.busy) return;
    change();
    this.#form.edited();
  }

  #cancel = (): void => {
    const task = this.#open!;
    this.#open = undefined;
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => this.#find(`[data-task="${task}"]`)?.focus());
  };

  async #send(task: QuoteTask, quote: Quote): Promise<void> {
    const form = this.#form;
    if (form.busy) return;
    this.#checked = true;
    this.host.requestUpdate();
    const body = this.#body(task, quote);
    if (body && !(await form.send({ task, body: body as never }))) this.#refused();
    await this.host.updateComplete;
    focusFirstInvalid(this.host.renderRoot);
  }

  /** What is sent; nothing while something is missing. */
  #body(task: QuoteTask, { terms }: Quote): object | undefined {
    const [name, purchaseOrder, reason, text] = Object.values(this.#typed).map((each) => each.trim()) as [string, string, string, string];
    if (task === 'decline') return reason ? { reason } : {};
    if (task === 'ask') return text ? { text } : undefined;
    if (name.length < 2 || !this.#agreed || !this.options.current) return undefined;
    return { name, ...(purchaseOrder && { purchaseOrder }), termsVersion: terms.version, options: this.options.chosen };
  }

  /** Somebody was faster, or the company has changed it: how it stands now is read anew, and nothing is accepted unseen. */
  #refused(): void {
    const { error } = this.#form;
    const kind = refusals.find((each) => error?.is(each));
    if (!kind && error?.status !== 412) return;
    this.#agreed = this.#checked = false;
    this.#form.edited();
    if (kind) this.#open = undefined;
    this.quote.reload();
    this.#say(this.#i18n.t(kind ? `problem-${kind}` : 'changedMeanwhile'), 'warning');
  }

  #done(quote: Quote): void {
    const task = this.#open!;
    this.clear();
    if (task === 'accept') this.host.dispatchEvent(new PortalQuoteAcceptedEvent(quote.id, quote.order?.id));
    if (task === 'decline') this.host.dispatchEvent(new PortalQuoteDeclinedEvent(quote.id));
    this.#say(this.#i18n.t(({ accept: 'accepted', decline: 'declined', ask: 'asked' } as const)[task]), 'success');
  }

  /** The focus follows: what was pressed may be gone. */
  #say(text: string, kind: 'success' | 'warning'): void {
    this.notice = { text, kind };
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => this.#find('[part="notice"]')?.focus());
  }

  #find(selector: string): HTMLElement | null {
    return this.host.renderRoot.querySelector<HTMLElement>(selector);
  }
}
