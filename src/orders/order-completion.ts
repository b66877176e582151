import { html, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { FormController } from '../core/form-controller.js';
import type { LoadController } from '../core/load-controller.js';
import type { LocalizeController } from '../core/localize-controller.js';
import type { PortalElement } from '../core/portal-element.js';
import type { orderTasks } from './texts/order-tasks.js';
import { tools } from '../i18n/texts/tools.js';
import { focusFirstInvalid, formStatus, selectField, submitButton, textAreaField, textField, type Field } from '../ui/form-view.js';
import { refusalNotice } from './order-refusals.js';

type Order = components['schemas']['Order'];
type Detail = components['schemas']['OrderDetail'];
interface Intent {
  place: boolean;
  details: Record<string, string>;
}

const pointer = (name: string) => `/details/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** The details that an order needs before it can be placed; they can be kept and completed another day. */
export class OrderCompletion {
  readonly #form: FormController<Intent, Order>;
  readonly #typed = new Map<string, string>();
  #checked = false;

  constructor(
    private readonly host: PortalElement,
    private readonly load: LoadController<Order>,
    private readonly i18n: LocalizeController<typeof orderTasks.english>,
    onDone: (order: Order, placed: boolean) => void,
  ) {
    let placing = false;
    this.#form = new FormController<Intent, Order>(host, {
      changes: ['/orders'],
      send: (api, { place, details }, { idempotencyKey }) => {
        placing = place;
        const { id: orderId, etag } = load.value!;
        const header = { 'If-Match': etag };
        return place
          ? api.POST('/orders/{orderId}/submission', {
              params: { path: { orderId }, header: { ...header, 'Idempotency-Key': idempotencyKey } },
              body: { details },
            })
          : api.PUT('/orders/{orderId}/details', { params: { path: { orderId }, header }, body: { details } });
      },
      onDone: (order) => {
        this.clear();
        onDone(order, placing);
      },
    });
  }

  clear(): void {
    this.#typed.clear();
    this.#checked = false;
    if (this.#form.phase !== 'editing') this.#form.edited();
  }

  view({ details }: Order): TemplateResult {
    const { t } = this.i18n;
    const form = this.#form;
    const submit = (event: Event) => {
      event.preventDefault();
      void this.#send(true);
    };
    const pointers = details.map(({ name }) => pointer(name));
    return html`<h3 id="details">${t('details')}</h3>
      <form class="stack details" part="details" novalidate aria-labelledby="details" @submit=${submit}>
        ${details.map((detail) => this.#field(detail))}
        ${refusalNotice(form, this.i18n, ['order-not-incomplete']) ?? formStatus(form, this.i18n, pointers)}
        <div class="actions">
          ${submitButton(form, this.i18n, t('place'))}
          <button type="button" aria-disabled=${form.busy} @click=${() => void this.#send(false)}>${t('saveForLater')}</button>
        </div>
      </form>`;
  }

  #field(detail: Detail): TemplateResult {
    const { t } = this.i18n;
    const { name, type, required, label, hint, choices = [] } = detail;
    const value = this.#valueOf(detail);
    const missing = this.#checked && required && !value.trim();
    const error = missing ? this.i18n.in(tools)('required') : this.#form.fieldError(pointer(name));
    const field: Field = {
      name: `detail-${name}`,
      label: required ? label : t('optional', label),
      value,
      required,
      edit: (typed) => this.#edit(name, typed),
      ...(error && { error }),
      ...(hint && { hint: html`<bdi>${hint}</bdi>` }),
    };
    if (type === 'long-text') return textAreaField(field);
    if (type === 'choice')
      return selectField({ ...field, choices: [['', t('choose')], ...choices.map((choice) => [choice.value, choice.label] as const)] });
    return textField({ ...field, type: type === 'date' || type === 'email' ? type : 'text' });
  }

  #valueOf({ name, value }: Detail): string {
    return this.#typed.get(name) ?? value ?? '';
  }

  #edit(name: string, value: string): void {
    if (this.#form.busy) return;
    this.#typed.set(name, value);
    this.#form.edited();
  }

  async #send(place: boolean): Promise<void> {
    const form = this.#form;
    const { value: order } = this.load;
    if (form.busy || !order) return;
    this.#checked = place;
    this.host.requestUpdate();
    const values = order.details.map((detail) => [detail.name, this.#valueOf(detail)] as const);
    const complete = order.details.every((detail) => !detail.required || this.#valueOf(detail).trim());
    if (!place || complete) {
      const sent = await form.send({ place, details: Object.fromEntries(values) });
      if (!sent && [409, 412].includes(form.error?.status ?? 0)) this.load.reload();
    }
    await this.host.updateComplete;
    focusFirstInvalid(this.host.renderRoot);
  }
}
