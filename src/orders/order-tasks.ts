import type { LitElement } from 'lit';
import type { components } from '../api/schema.js';
import { LocalizeController } from '../core/localize-controller.js';
import type { LoadController } from '../core/load-controller.js';
import type { PortalElement } from '../core/portal-element.js';
import { orderTasks } from './texts/order-tasks.js';
import { adoptStyles } from '../ui/styles/adopt.js';
import { formStyles } from '../ui/styles/form.js';
import { dialogStyles } from '../ui/styles/dialog.js';
import { uploadStyles } from '../ui/styles/upload.js';
import { PortalOrderCancelledEvent, PortalOrderPlacedEvent } from './events.js';
import { OrderAnswers } from './order-answers.js';
import { OrderCancellation } from './order-cancellation.js';
import { OrderCompletion } from './order-completion.js';

type Order = components['schemas']['Order'];

/** What a person can do with an order; loaded when there is something to do. What was typed stays until it is sent, or another order is shown. */
export class OrderTasks {
  readonly answers: OrderAnswers;
  readonly completion: OrderCompletion;
  readonly cancellation: OrderCancellation;
  /** What has been done, in words. */
  done = '';

  constructor(
    private readonly host: PortalElement,
    load: LoadController<Order>,
  ) {
    const i18n = new LocalizeController(host, orderTasks);
    this.answers = new OrderAnswers(host, load, i18n, () => this.#say(i18n.t('sent')));
    this.completion = new OrderCompletion(host, load, i18n, (order, placed) => {
      this.#say(i18n.t(placed ? 'placed' : 'savedForLater'));
      if (placed) this.#tell(new PortalOrderPlacedEvent(order.id, order.number));
    });
    this.cancellation = new OrderCancellation(host, load, i18n, (order) => {
      this.#say(i18n.t('cancelled'));
      this.#tell(new PortalOrderCancelledEvent(order.id, order.number));
    });
    adoptStyles(host, formStyles, dialogStyles, uploadStyles);
  }

  /** Begins anew, for another order. */
  clear(): void {
    this.done = '';
    this.answers.clear();
    this.completion.clear();
    this.cancellation.close();
  }

  #tell(event: Event): void {
    this.host.dispatchEvent(event);
  }

  /** The focus follows to what has been done: what was pressed may be gone. */
  #say(text: string): void {
    this.done = text;
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => (this.host as LitElement).renderRoot.querySelector<HTMLElement>('[part="notice"]')?.focus());
  }
}
