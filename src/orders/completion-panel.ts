import { html, type TemplateResult } from 'lit';
import type { Api } from '../api/connection.js';
import type { Answer } from '../api/problem.js';
import type { components } from '../api/schema.js';
import { DraftForm, type Submission } from '../core/draft-form.js';
import { Panel } from '../core/panel.js';
import type { PortalElement } from '../core/portal-element.js';
import { formStatus, selectField, staleNotice, submitButton, textAreaField, textField } from '../ui/form-view.js';
import { refusal } from '../ui/refusal.js';
import type { Order } from './order.js';
import { orderTasks as texts } from './texts/order-tasks.js';

type Detail = components['schemas']['OrderDetail'];

/** Values by the names of the details. */
type Draft = Record<string, string>;

interface Options {
  order: () => Order | undefined;
  /** Called when the order has been placed or cancelled meanwhile. */
  reload: () => void;
  savedForLater: (order: Order) => void;
  placed: (order: Order) => void;
}

const detailsOf = (order: Order | undefined) => order?.details ?? [];

/** The details that an order needs before it can be placed; they can be kept and completed another day. */
export class CompletionPanel extends Panel<PortalElement, typeof texts.english> {
  readonly #form: DraftForm<Draft, Order, Order>;
  /** The details are sent to place the order, not to be kept for later. */
  #placing = false;

  constructor(
    host: PortalElement,
    private readonly options: Options,
  ) {
    super(host, texts);
    this.#form = new DraftForm<Draft, Order, Order>(host, this.i18n, {
      changes: ['/orders'],
      prefix: 'detail',
      from: (order) => Object.fromEntries(detailsOf(order).map(({ name, value }) => [name, value ?? ''])),
      record: options.order,
      required: () => (this.#placing ? this.#requiredNames : []),
      pointers: (name) => `/details/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      send: (api, submission) => this.#send(api, submission),
      reread: (api, { id }) => api.GET('/orders/{orderId}', { params: { path: { orderId: id } } }),
      onDone: (order) => {
        this.#form.begin(order);
        if (this.#placing) options.placed(order);
        else options.savedForLater(order);
      },
    });
  }

  render(): TemplateResult {
    const { i18n } = this;
    const { t } = i18n;
    const form = this.#form;
    return html`<h3 id="details">${t('details')}</h3>
      <form class="stack details" part="details" novalidate aria-labelledby="details" @submit=${this.#submit}>
        ${staleNotice(form, i18n)} ${detailsOf(form.base).map((detail) => this.#field(detail))}
        ${refusal(form, ['order-not-incomplete'], (kind) => t(`problem-${kind}`)) ?? formStatus(form, i18n)}
        <div class="actions">
          ${submitButton(form, i18n, t('place'))}
          <button name="later" aria-disabled=${form.busy}>${t('saveForLater')}</button>
        </div>
      </form>`;
  }

  #field({ name, type, required, label, hint, choices = [] }: Detail): TemplateResult {
    const { t } = this.i18n;
    const field = {
      ...this.#form.field(name),
      label: required ? label : t('optional', label),
      required,
      ...(hint && { hint: html`<bdi>${hint}</bdi>` }),
    };
    if (type === 'long-text') return textAreaField(field);
    if (type === 'choice')
      return selectField({ ...field, choices: [['', t('choose')], ...choices.map((choice) => [choice.value, choice.label] as const)] });
    return textField({ ...field, type: type === 'date' || type === 'email' ? type : 'text' });
  }

  get #requiredNames(): string[] {
    return detailsOf(this.#form.base)
      .filter(({ required }) => required)
      .map(({ name }) => name);
  }

  #submit = (event: SubmitEvent): void => {
    const { submitter } = event;
    if (!this.#form.busy) this.#placing = !(submitter instanceof HTMLButtonElement && submitter.name === 'later');
    void this.#form.submit(event);
  };

  async #send(api: Api, { base, draft, idempotencyKey }: Submission<Draft, Order>): Promise<Answer<Order>> {
    const path = { orderId: base.id };
    const header = { 'If-Match': base.etag };
    const body = { details: draft };
    const answer = await (this.#placing
      ? api.POST('/orders/{orderId}/submission', { params: { path, header: { ...header, 'Idempotency-Key': idempotencyKey } }, body })
      : api.PUT('/orders/{orderId}/details', { params: { path, header }, body }));
    if (answer.response.status === 409) this.options.reload();
    return answer;
  }
}
