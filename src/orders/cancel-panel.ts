import { html, type TemplateResult } from 'lit';
import { DialogController } from '../core/dialog-controller.js';
import { DraftForm } from '../core/draft-form.js';
import { Panel } from '../core/panel.js';
import type { PortalElement } from '../core/portal-element.js';
import { formFooter, formStatus, textAreaField } from '../ui/form-view.js';
import { refusal } from '../ui/refusal.js';
import { screenDialog } from '../ui/screen-dialog.js';
import type { Order } from './order.js';
import { orderTasks as texts } from './texts/order-tasks.js';

/** Cancels an order, once it is plain what that means. */
export class CancelPanel extends Panel<PortalElement, typeof texts.english> {
  readonly #form: DraftForm<{ reason: string }, Order>;
  readonly #dialog: DialogController<Order>;

  constructor(host: PortalElement, { reload, onDone }: { reload: () => void; onDone: (order: Order) => void }) {
    super(host, texts);
    this.#dialog = new DialogController(host);
    this.#form = new DraftForm<{ reason: string }, Order>(host, this.i18n, {
      changes: ['/orders'],
      prefix: 'cancel',
      from: () => ({ reason: '' }),
      send: async (api, { draft, idempotencyKey }) => {
        const reason = draft.reason.trim();
        const answer = await api.POST('/orders/{orderId}/cancellation', {
          params: { path: { orderId: this.#dialog.value!.id }, header: { 'Idempotency-Key': idempotencyKey } },
          body: reason ? { reason } : {},
        });
        if (answer.response.status === 409) reload();
        return answer;
      },
      onDone: (order) => {
        this.close();
        onDone(order);
      },
    });
  }

  open(order: Order): void {
    this.#form.edit({});
    this.#dialog.open(order);
  }

  readonly close = (): void => {
    this.#form.begin();
    this.#dialog.close();
  };

  render(): unknown {
    const title = this.i18n.t('cancelTitle', this.#dialog.value?.number ?? '');
    return screenDialog(this.#dialog, this.i18n, title, () => this.#body(), 'small');
  }

  #body(): TemplateResult {
    const form = this.#form;
    const { t } = this.i18n;
    return html`<form class="stack" @submit=${form.submit}>
      <p>${t('cancelText')}</p>
      ${textAreaField({ ...form.field('reason'), label: t('cancelReason'), rows: 3 })}
      ${refusal(form, ['order-not-cancellable'], (kind) => t(`problem-${kind}`)) ?? formStatus(form, this.i18n)}
      ${formFooter(form, this.i18n, { submit: t('cancelOrder'), destructive: true, cancel: this.close, back: t('keepOrder') })}
    </form>`;
  }
}
