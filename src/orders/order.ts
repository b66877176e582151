import type { TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { statusBadge, type Tone } from '../ui/badge.js';
import { orders } from './texts/orders.js';

export type OrderSummary = components['schemas']['OrderSummary'];
export type OrderPage = components['schemas']['OrderPage'];
export type Order = components['schemas']['Order'];
export type OrderRequest = components['schemas']['OrderRequest'];

type Status = Pick<OrderSummary, 'status' | 'statusLabel'>;

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
export const isClosed = ({ status }: Status): boolean => closed.includes(status);

/** The status in a word; one that is not known to this release in the company's own. */
export const statusText = ({ status, statusLabel }: Status, i18n: SharedLocalize): string =>
  i18n.label(`status-${status}`, statusLabel || status, orders);

/** The status of an order. */
export const orderStatus = (order: Status, i18n: SharedLocalize): TemplateResult => statusBadge(order, tones, i18n, orders);
