import { html } from 'lit';
import { http as msw, delay } from 'msw';
import { problem } from '../mocks/http.js';
import { aSubscription, cancelSubscription, listSubscriptions, refreshSubscriptions, someSubscriptions } from '../mocks/subscriptions.js';
import { personas } from '../mocks/session.js';
import type { Scenes } from './scene.js';

const markup = html`<portal-paypal-subscriptions></portal-paypal-subscriptions>`;
const changes = [refreshSubscriptions(), cancelSubscription()];
const handlers = [listSubscriptions(), ...changes];
const many = Array.from({ length: 120 }, (_, index) =>
  aSubscription({
    id: `sub_${index}`,
    reference: `I-${String(index).padStart(12, '0')}`,
    subject: { type: 'service', id: null, name: `Service ${index + 1}` },
  }),
);
const long = aSubscription({
  id: 'sub_long',
  status: 'long',
  statusLabel: 'Waiting for the second approval of the purchasing department',
  statusNote:
    'The department for data-centre operations and network technology has asked PayPal for a written statement about this subscription.',
  subject: { type: 'service', id: null, name: 'Rechenzentrumsbetriebs-und-Netzwerktechnik-Rahmenvertrag-2026-Hamburg-Versmannkai' },
  amount: { amount: '123456789012.34', currency: 'EUR' },
});

export const paypalSubscriptionsScenes: Scenes = {
  default: { markup, handlers },
  loading: { markup, handlers: [msw.get('*/paypal-subscriptions', () => delay('infinite'))], phase: 'loading' },
  empty: { markup, handlers: [listSubscriptions([]), ...changes], phase: 'empty' },
  noMatch: {
    markup: html`<portal-paypal-subscriptions query="q=nothing"></portal-paypal-subscriptions>`,
    handlers: [listSubscriptions()],
    phase: 'no-match',
  },
  error: { markup, handlers: [msw.get('*/paypal-subscriptions', () => problem(400, 'Database is down'))], phase: 'error' },
  denied: { markup, handlers: [], permissions: personas.tech, phase: 'denied' },
  refused: { markup, handlers: [msw.get('*/paypal-subscriptions', () => problem(403, 'Not allowed'))], phase: 'denied' },
  readOnly: { markup, handlers, permissions: personas['read-only'] },
  longText: { markup, handlers: [listSubscriptions([long, ...someSubscriptions]), ...changes] },
  manyRows: { markup, handlers: [listSubscriptions(many), ...changes] },
  narrow: { markup, handlers, width: 320 },
  rightToLeft: { markup, handlers, rightToLeft: true, locale: { language: 'ar' } },
  dark: { markup, handlers, dark: true },
};
