import { html } from 'lit';
import { http as msw, delay } from 'msw';
import { problem } from '../mocks/http.js';
import { anOrder, getOrders, listOrders, someOrders } from '../mocks/orders.js';
import { personas } from '../mocks/session.js';
import type { Scenes } from './scene.js';

const markup = html`<portal-orders></portal-orders>`;
const handlers = [listOrders(), getOrders()];
const word = 'Rechenzentrumsbetriebsführungsgesellschaft-mit-beschränkter-Haftung';
const many = Array.from({ length: 120 }, (_, index) => anOrder({ id: `ord_${index}`, number: `O-2026-${String(1000 - index)}` }));
const long = anOrder({
  number: `O/2026/${word}/42`,
  subject: `${word} ${word}`,
  status: 'long',
  statusLabel: 'Waiting for the second approval of the purchasing department',
  currentStep: { name: word, position: 11, count: 12 },
  totals: [{ ...anOrder().totals[0]!, net: { amount: '123456789012345.67', currency: 'EUR' } }],
});

export const ordersScenes: Scenes = {
  default: { markup, handlers },
  loading: { markup, handlers: [msw.get('*/orders', () => delay('infinite'))], phase: 'loading' },
  empty: { markup, handlers: [listOrders([])], phase: 'empty' },
  noMatch: { markup: html`<portal-orders query="q=nothing"></portal-orders>`, handlers, phase: 'no-match' },
  error: { markup, handlers: [msw.get('*/orders', () => problem(400, 'Not like this'))], phase: 'error' },
  denied: { markup, handlers: [], permissions: personas.tech, phase: 'denied' },
  refused: { markup, handlers: [msw.get('*/orders', () => problem(403, 'Not allowed'))], phase: 'denied' },
  readOnly: { markup, handlers, permissions: personas['read-only'] },
  longText: { markup, handlers: [listOrders([long, ...someOrders])] },
  manyRows: { markup, handlers: [listOrders(many)] },
  narrow: { markup, handlers, width: 320 },
  rightToLeft: { markup, handlers, rightToLeft: true, locale: { language: 'ar' } },
  dark: { markup, handlers, dark: true },
};
