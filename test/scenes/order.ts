import { html } from 'lit';
import { http as msw, delay } from 'msw';
import { problem } from '../mocks/http.js';
import { aFullOrder, answerOrder, cancelOrder, getOrders, question, saveOrderDetails, someSteps, submitOrder } from '../mocks/orders.js';
import { personas } from '../mocks/session.js';
import type { Scenes } from './scene.js';

const markup = html`<portal-order order-id="ord_1"></portal-order>`;
const handlers = [getOrders(), answerOrder(), submitOrder(), saveOrderDetails(), cancelOrder()];
const word = 'Rechenzentrumsbetriebsführungsgesellschaft-mit-beschränkter-Haftung';
const full = aFullOrder();
const long = aFullOrder({
  number: word,
  subject: `${word} ${word}`,
  reference: word,
  steps: someSteps.map((step) => ({ ...step, name: word, note: `${word} ${word}` })),
  requests: [{ ...question, text: word.repeat(3), hint: word }],
  items: [{ ...full.items[0]!, description: `${word} ${word}`, unit: word, net: { amount: '123456789012345.67', currency: 'EUR' } }],
});
const cancelled = aFullOrder({
  status: 'cancelled',
  statusLabel: 'Cancelled',
  steps: someSteps.map((step, index) => (index === 0 ? step : { ...step, state: 'skipped', note: null })),
  currentStep: null,
  requests: [],
  allowedActions: [],
  cancellation: { at: '2026-11-06T10:00:00Z', by: 'Olivia Owner', reason: 'Ordered twice by mistake' },
});
const many = aFullOrder({
  items: Array.from({ length: 80 }, (_, index) => ({ ...full.items[index % 3]!, description: `Virtual server ${index + 1}` })),
});
const bare = aFullOrder({ steps: [], requests: [], items: [], totals: [], reference: null, quote: null, allowedActions: [] });

export const orderScenes: Scenes = {
  default: { markup, handlers },
  incomplete: { markup: html`<portal-order order-id="ord_2"></portal-order>`, handlers },
  cancelled: { markup, handlers: [getOrders([cancelled])] },
  loading: { markup, handlers: [msw.get('*/orders/*', () => delay('infinite'))], phase: 'loading' },
  empty: { markup, handlers: [getOrders([bare])] },
  missing: { markup: html`<portal-order></portal-order>`, handlers: [], phase: 'error' },
  error: { markup, handlers: [getOrders([])], phase: 'error' },
  denied: { markup, handlers: [], permissions: personas.tech, phase: 'denied' },
  refused: { markup, handlers: [msw.get('*/orders/*', () => problem(403, 'Not allowed'))], phase: 'denied' },
  readOnly: { markup, handlers, permissions: personas['read-only'] },
  longText: { markup, handlers: [getOrders([long])] },
  manyRows: { markup, handlers: [getOrders([many])] },
  narrow: { markup, handlers, width: 320 },
  rightToLeft: { markup, handlers, rightToLeft: true, locale: { language: 'ar' } },
  dark: { markup, handlers, dark: true },
};
