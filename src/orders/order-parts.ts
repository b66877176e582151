import type { TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import type { LocalizeController } from '../core/localize-controller.js';
import type { orders } from './texts/orders.js';
import { badge, type Tone } from '../ui/badge.js';

export type OrdersLocalize = LocalizeController<typeof orders.english>;

const tones: Record<string, Tone> = {
  incomplete: 'warning',
  submitted: 'info',
  'in-progress': 'info',
  'waiting-for-client': 'warning',
  complete: 'success',
  rejected: 'danger',
};

const closed = ['complete', 'cancelled', 'rejected'];

/** Nothing happens with this order any more. */
export const isClosed = ({ status }: { status: string }): boolean => closed.includes(status);

/** The state of an order in a word; one that is not known to this release in the company's own. */
export const statusText = (
  { status, statusLabel }: Pick<components['schemas']['OrderSummary'], 'status' | 'statusLabel'>,
  i18n: OrdersLocalize,
): string => i18n.label(`status-${status}`, statusLabel || status);

/** The state of an order. */
export function orderStatus(order: components['schemas']['OrderSummary'], i18n: OrdersLocalize): TemplateResult {
  return badge(Object.hasOwn(tones, order.status) ? tones[order.status]! : 'neutral', statusText(order, i18n));
}
