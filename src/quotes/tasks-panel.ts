import { css, html, nothing, type CSSResult, type TemplateResult } from 'lit';
import type { Api } from '../api/connection.js';
import type { Answer } from '../api/problem.js';
import { DraftForm } from '../core/draft-form.js';
import type { FormState } from '../core/forms/form-controller.js';
import type { LoadController } from '../core/loading/load-controller.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { Panel } from '../core/panel.js';
import { isUnresolved } from '../core/provider-token.js';
import { tools } from '../i18n/texts/tools.js';
import { periodPrice } from '../ui/document/period-price.js';
import { checkField, formFooter, formStatus, textAreaField, textField } from '../ui/form-view.js';
import { formStyles } from '../ui/styles/form.js';
import { PortalQuoteAcceptedEvent, PortalQuoteDeclinedEvent } from './events.js';
import type { PortalQuote } from './portal-quote.js';
import type { Quote, QuoteTask } from './quote.js';
import type { RecordPanel } from './record-panel.js';
import { termsLink } from './record-view.js';
import { quoteTasks as texts } from './texts/quote-tasks.js';

const refusals = ['quote-expired', 'quote-accepted', 'quote-declined', 'quote-superseded', 'quote-withdrawn'] as const;
const paths = {
  accept: '/quotes/{quoteId}/acceptance',
  decline: '/quotes/{quoteId}/decline',
  ask: '/quotes/{quoteId}/questions',
} as const;

/** The form in which a quote is accepted, declined or asked about. */
const taskStyles = css`
  .task {
    max-inline-size: 44em;
    padding: 1.25em;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.5);
  }
  .task h3,
  .task p {
    margin: 0;
  }
  .task h3 {
    font-size: 1.15em;
  }
  .task h3:focus {
    outline: none;
  }
  .task footer {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: 0.5em;
  }
  .sums {
    display: grid;
    gap: 0.15em;
    margin: 0;
    padding: 0;
    list-style: none;
    font-size: 1.05em;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .sums[aria-busy='true'] {
    opacity: 0.6;
  }
  .task .row {
    align-items: start;
  }
  .task .check-field {
    align-items: start;
    font-size: 1em;
    color: inherit;
  }
  .check-field input {
    margin-block-start: 0.15em;
  }
  .check-field a {
    display: inline;
  }
`;

/** Somebody was faster: the quote is no longer open, or has changed. */
const refusalOf = ({ error }: FormState): (typeof refusals)[number] | 'changed' | undefined =>
  refusals.find((each) => error?.is(each)) ?? (error?.status === 412 ? 'changed' : undefined);

interface AcceptDraft {
  name: string;
  purchaseOrder: string;
  terms: boolean;
}

const changes = ['/quotes', '/orders'];

/** Accepting, declining, and asking about a quote, a form at a time. What was typed stays until it is sent, or another quote is shown. */
export class TasksPanel extends Panel<PortalQuote, typeof texts.english> {
  static override readonly styles: readonly CSSResult[] = [formStyles, taskStyles];

  #quoteId?: string | undefined;
  #task?: QuoteTask | undefined;
  #notice?: { text: string; kind: 'success' | 'warning' } | undefined;
  readonly #accept: DraftForm<AcceptDraft, Quote>;
  readonly #decline: DraftForm<{ reason: string }, Quote>;
  readonly #ask: DraftForm<{ question: string }, Quote>;

  constructor(
    host: PortalQuote,
    private readonly quote: LoadController<Quote>,
    private readonly options: Pick<RecordPanel, 'chosen' | 'current' | 'totals'>,
  ) {
    super(host, texts);
    const { t } = this.i18n;
    this.#accept = this.#acceptForm();
    this.#decline = new DraftForm(host, this.i18n, {
      changes,
      from: () => ({ reason: '' }),
      send: (api, { draft: { reason }, idempotencyKey }) =>
        this.#send(api, 'decline', idempotencyKey, reason.trim() ? { reason: reason.trim() } : {}),
      onDone: (answer) => this.#done(t('declined'), new PortalQuoteDeclinedEvent(answer.id)),
    });
    this.#ask = new DraftForm(host, this.i18n, {
      changes,
      from: () => ({ question: '' }),
      required: ['question'],
      pointers: { question: '/text' },
      send: (api, { draft: { question }, idempotencyKey }) => this.#send(api, 'ask', idempotencyKey, { text: question.trim() }),
      onDone: () => this.#done(t('asked')),
    });
  }

  #acceptForm(): DraftForm<AcceptDraft, Quote> {
    const { quote, options } = this;
    const { t } = this.i18n;
    return new DraftForm<AcceptDraft, Quote>(this.host, this.i18n, {
      changes,
      from: () => ({ name: '', purchaseOrder: '', terms: false }),
      required: ['name', 'terms'],
      validate: ({ name, terms }) => ({
        name: name.trim().length < 2 && this.i18n.in(tools)('required'),
        terms: !terms && t('pleaseAgree'),
        form: !options.current && t('pleaseWait'),
      }),
      send: (api, { draft: { name, purchaseOrder }, idempotencyKey }) =>
        this.#send(api, 'accept', idempotencyKey, {
          name: name.trim(),
          ...(purchaseOrder.trim() && { purchaseOrder: purchaseOrder.trim() }),
          termsVersion: quote.value!.terms.version,
          options: options.chosen,
        }),
      onDone: (answer) => this.#done(t('accepted'), new PortalQuoteAcceptedEvent(answer.id, answer.order?.id)),
    });
  }

  /** The task whose form is open. */
  get task(): QuoteTask | undefined {
    return this.#task;
  }

  hostUpdate(): void {
    const id = this.quote.value?.id;
    if (id === undefined || id === this.#quoteId) return;
    if (this.#quoteId !== undefined) this.#begin();
    this.#quoteId = id;
  }

  /** Opens a form; the focus moves into it. */
  open(task: QuoteTask): void {
    this.#task = task;
    this.#notice = undefined;
    this.update();
    this.focus('form h3');
  }

  /** The result of the last task, in words. */
  notice(): TemplateResult | typeof nothing {
    if (!this.#notice) return nothing;
    return html`<p class="notice ${this.#notice.kind}" part="notice" tabindex="-1">${this.#notice.text}</p>`;
  }

  /** The open form. */
  render(quote: Quote): TemplateResult | typeof nothing {
    const task = this.#task;
    if (!task || !quote.allowedActions.includes(task)) return nothing;
    const { t } = this.i18n;
    const form = this.#form(task);
    const { error, phase } = form;
    const label = { accept: t('placeOrder'), decline: t('decline'), ask: t('send') }[task];
    return html`<form class="stack task" part="task" novalidate aria-labelledby="task" @submit=${this.#submit}>
      <h3 id="task" tabindex="-1">${t(task)}</h3>
      ${task === 'accept' ? this.#acceptFields(quote) : task === 'decline' ? declineFields(this.#decline, this.i18n) : askFields(this.#ask, this.i18n)}
      ${refusalOf(form) ? nothing : formStatus(form, this.i18n)}
      ${error && isUnresolved(error) ? html`<p>${this.i18n.in(tools)('errorUnknownResult')}</p>` : nothing}
      ${formFooter(form, this.i18n, { submit: phase === 'failed' ? t('retry') : label, cancel: this.#cancel })}
    </form>`;
  }

  #acceptFields(quote: Quote): TemplateResult {
    const { t } = this.i18n;
    const form = this.#accept;
    const { totals = [], current } = this.options;
    const mustWait = form.errorOf('form');
    return html`<p>${t('acceptText')}</p>
      <ul class="sums" aria-busy=${!current}>
        ${totals.map(({ total, period, periodLabel }) => html`<li>${periodPrice(total, period, periodLabel, this.i18n)}</li>`)}
      </ul>
      <div class="row">
        ${textField({ ...form.field('name'), label: t('name'), hint: t('nameHint'), autocomplete: 'name' })}
        ${textField({ ...form.field('purchaseOrder'), label: t('purchaseOrder'), autocomplete: 'off' })}
      </div>
      <div class="field">${checkField({ ...form.check('terms'), label: html`${t('agree')} ${termsLink(quote, this.i18n)}` })}</div>
      ${mustWait ? html`<p class="error-text" role="alert">${mustWait}</p>` : nothing}`;
  }

  #form(task: QuoteTask) {
    return { accept: this.#accept, decline: this.#decline, ask: this.#ask }[task];
  }

  #cancel = (): void => {
    this.focus(`[data-task="${this.#task}"]`);
    this.#task = undefined;
    this.update();
  };

  #submit = async (event: Event): Promise<void> => {
    const form = this.#form(this.#task!);
    await form.submit(event);
    const refusal = refusalOf(form);
    if (refusal) this.#refused(refusal);
  };

  #send(api: Api, task: QuoteTask, idempotencyKey: string, body: object): Promise<Answer<Quote>> {
    const { id: quoteId, etag } = this.quote.value!;
    const header = { 'Idempotency-Key': idempotencyKey, 'If-Match': etag };
    return api.POST(paths[task], { params: { path: { quoteId }, header }, body: body as never });
  }

  /** Reads the quote again, so that nothing is accepted unseen. */
  #refused(refusal: NonNullable<ReturnType<typeof refusalOf>>): void {
    const { terms: _, ...typed } = this.#accept.draft;
    this.#accept.begin();
    this.#accept.edit(typed);
    this.#form(this.#task!).edit({});
    if (refusal !== 'changed') this.#task = undefined;
    this.quote.reload();
    this.#say(this.i18n.t(refusal === 'changed' ? 'changedMeanwhile' : `problem-${refusal}`), 'warning');
  }

  #done(text: string, event?: Event): void {
    this.#task = undefined;
    if (event) this.host.dispatchEvent(event);
    this.#say(text, 'success');
  }

  /** The focus follows: the button that was pressed may be gone. */
  #say(text: string, kind: 'success' | 'warning'): void {
    this.#notice = { text, kind };
    this.update();
    this.focus('[part="notice"]');
  }

  #begin(): void {
    this.#task = this.#notice = undefined;
    for (const form of [this.#accept, this.#decline, this.#ask]) form.begin();
  }
}

function declineFields(form: DraftForm<{ reason: string }, Quote>, i18n: SharedLocalize): TemplateResult {
  const t = i18n.in(texts);
  return html`<p>${t('declineText')}</p>
    ${textAreaField({ ...form.field('reason'), label: t('reason'), rows: 3 })}`;
}

function askFields(form: DraftForm<{ question: string }, Quote>, i18n: SharedLocalize): TemplateResult {
  const t = i18n.in(texts);
  return html`<p>${t('askText')}</p>
    ${textAreaField({ ...form.field('question'), label: t('question'), rows: 4 })}`;
}
