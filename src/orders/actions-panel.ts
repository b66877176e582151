import { html, type CSSResult, type TemplateResult } from 'lit';
import type { LoadController } from '../core/loading/load-controller.js';
import { Panel } from '../core/panel.js';
import { Notice } from '../ui/screen-dialog.js';
import { dialogStyles } from '../ui/styles/dialog.js';
import { formStyles } from '../ui/styles/form.js';
import { uploadStyles } from '../ui/styles/upload.js';
import { AnswersPanel } from './answers-panel.js';
import { CancelPanel } from './cancel-panel.js';
import { CompletionPanel } from './completion-panel.js';
import { PortalOrderCancelledEvent, PortalOrderPlacedEvent } from './events.js';
import type { Order, OrderRequest } from './order.js';
import type { PortalOrder } from './portal-order.js';
import { orderTasks as texts } from './texts/order-tasks.js';

/** Everything that a person can do with an order. What was typed stays until it is sent, or another order is shown. */
export class ActionsPanel extends Panel<PortalOrder, typeof texts.english> {
  static override readonly styles: readonly CSSResult[] = [formStyles, dialogStyles, uploadStyles];

  #orderId?: string | undefined;
  readonly #notice = new Notice(this.host);
  readonly #answers: AnswersPanel;
  readonly #completion: CompletionPanel;
  readonly #cancel: CancelPanel;

  constructor(
    host: PortalOrder,
    private readonly content: LoadController<Order>,
  ) {
    super(host, texts);
    const { t } = this.i18n;
    const order = () => content.value;
    const reload = () => content.reload();
    this.#answers = new AnswersPanel(host, { order, reload, onDone: () => this.#notice.say(t('sent')) });
    this.#completion = new CompletionPanel(host, {
      order,
      reload,
      savedForLater: () => this.#notice.say(t('savedForLater')),
      placed: ({ id, number }) => this.#done(t('placed'), new PortalOrderPlacedEvent(id, number)),
    });
    this.#cancel = new CancelPanel(host, {
      reload,
      onDone: ({ id, number }) => this.#done(t('cancelled'), new PortalOrderCancelledEvent(id, number)),
    });
  }

  hostUpdate(): void {
    const id = this.content.value?.id ?? this.#orderId;
    if (id === this.#orderId) return;
    this.#orderId = id;
    this.#notice.text = '';
    this.#answers.begin();
    this.#cancel.close();
  }

  /** Achievements, above the order. */
  notice(): unknown {
    return this.#notice.view();
  }

  /** The button that asks whether to cancel. */
  cancelButton(order: Order): TemplateResult {
    const open = () => this.#cancel.open(order);
    return html`<button type="button" class="destructive" aria-haspopup="dialog" @click=${open}>${this.i18n.t('cancelOrder')}</button>`;
  }

  /** The details that an incomplete order needs. */
  completion(): unknown {
    return this.#completion.render();
  }

  /** The answer to a request. */
  answer(request: OrderRequest): unknown {
    return this.#answers.render(request);
  }

  /** The open dialog. */
  dialog(): unknown {
    return this.#cancel.render();
  }

  #done(notice: string, event: Event): void {
    this.#notice.say(notice);
    this.host.dispatchEvent(event);
  }
}
