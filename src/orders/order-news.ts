import type { components } from '../api/schema.js';
import type { OrderLocalize } from './order-sections.js';
import { statusText, type OrdersLocalize } from './order-parts.js';

type Order = components['schemas']['Order'];

/** Says in words, for those who cannot see it, that the order that is shown has moved on since it was shown last. */
export class OrderNews {
  #last?: { id: string; state: string };
  #text = '';

  constructor(
    private readonly i18n: OrderLocalize,
    private readonly words: OrdersLocalize,
  ) {}

  of(order: Order | undefined): string {
    if (!order) return '';
    const { id, currentStep } = order;
    const status = statusText(order, this.words);
    const state = JSON.stringify([order.status, currentStep?.name]);
    const known = this.#last?.id === id;
    if (!known) this.#text = '';
    else if (this.#last!.state !== state)
      this.#text = currentStep ? this.i18n.t('stepNow', currentStep.name, status) : this.i18n.t('statusNow', status);
    this.#last = { id, state };
    return this.#text;
  }
}
