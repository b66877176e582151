import { html, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { DialogController } from '../core/dialog-controller.js';
import { FormController } from '../core/form-controller.js';
import type { LoadController } from '../core/load-controller.js';
import type { LocalizeController } from '../core/localize-controller.js';
import type { PortalElement } from '../core/portal-element.js';
import type { orderTasks } from './texts/order-tasks.js';
import { tools } from '../i18n/texts/tools.js';
import { formStatus, textAreaField } from '../ui/form-view.js';
import { screenDialog } from '../ui/screen-dialog.js';
import { refusalNotice } from './order-refusals.js';

type Order = components['schemas']['Order'];

/** Cancels an order, once it has been said what that means. */
export class OrderCancellation {
  readonly #form: FormController<{ orderId: string; reason: string }, Order>;
  readonly #dialog: DialogController<Order>;
  #reason = '';

  constructor(
    host: PortalElement,
    private readonly load: LoadController<Order>,
    private readonly i18n: LocalizeController<typeof orderTasks.english>,
    onDone: (order: Order) => void,
  ) {
    this.#dialog = new DialogController(host);
    this.#form = new FormController(host, {
      changes: ['/orders'],
      send: (api, { orderId, reason }, { idempotencyKey }) =>
        api.POST('/orders/{orderId}/cancellation', {
          params: { path: { orderId }, header: { 'Idempotency-Key': idempotencyKey } },
          body: reason ? { reason } : {},
        }),
      onDone: (order) => {
        this.close();
        onDone(order);
      },
    });
  }

  /** Where it begins. */
  button(order: Order): TemplateResult {
    const open = () => {
      this.#form.edited();
      this.#dialog.open(order);
    };
    return html`<button type="button" class="destructive" aria-haspopup="dialog" @click=${open}>${this.i18n.t('cancelOrder')}</button>`;
  }

  readonly close = (): void => {
    this.#reason = '';
    this.#dialog.close();
  };

  view(): unknown {
    const { t } = this.i18n;
    return screenDialog(this.#dialog, this.i18n, t('cancelTitle', this.#dialog.value?.number ?? ''), (order) => this.#body(order), 'small');
  }

  #body(order: Order): TemplateResult {
    const { t } = this.i18n;
    const form = this.#form;
    const submit = (event: Event) => {
      event.preventDefault();
      void this.#send(order);
    };
    return html`<form class="stack" @submit=${submit}>
      <p>${t('cancelText')}</p>
      ${textAreaField({
        name: 'cancel-reason',
        label: t('cancelReason'),
        rows: 3,
        value: this.#reason,
        edit: (value) => {
          if (form.busy) return;
          this.#reason = value;
          form.edited();
        },
      })}
      ${refusalNotice(form, this.i18n, ['order-not-cancellable']) ?? formStatus(form, this.i18n)}
      <footer>
        <button type="button" @click=${this.close}>${t('keepOrder')}</button>
        <button type="submit" class="destructive" aria-disabled=${form.busy}>
          ${form.busy ? this.i18n.in(tools)('sending') : t('cancelOrder')}
        </button>
      </footer>
    </form>`;
  }

  async #send({ id }: Order): Promise<void> {
    const sent = await this.#form.send({ orderId: id, reason: this.#reason.trim() });
    if (!sent && this.#form.error?.status === 409) this.load.reload();
  }
}
