import { html } from 'lit';
import { http as msw, delay } from 'msw';
import { problem } from '../mocks/http.js';
import { defineTestMethodFields } from '../mocks/payment-method-fields.js';
import {
  aPaymentMethod,
  createBankAccount,
  createPaymentMethod,
  deletePaymentMethod,
  getMandateText,
  getPaymentMethod,
  listPaymentMethods,
  setDefaultPaymentMethod,
  somePaymentMethods,
  updatePaymentMethod,
} from '../mocks/payment-methods.js';
import { personas } from '../mocks/session.js';
import type { Scenes } from './scene.js';

defineTestMethodFields();

const markup = html`<portal-payment-methods><test-method-fields slot="payment"></test-method-fields></portal-payment-methods>`;
const changes = [
  createPaymentMethod(),
  createBankAccount(),
  getMandateText(),
  getPaymentMethod(),
  updatePaymentMethod(),
  setDefaultPaymentMethod(),
  deletePaymentMethod(),
];
const handlers = [listPaymentMethods(), ...changes];
const many = Array.from({ length: 120 }, (_, index) =>
  aPaymentMethod({ id: `pm_${index}`, label: `Card ${index + 1}`, isDefault: index === 0 }),
);
const long = aPaymentMethod({
  id: 'pm_long',
  label: 'Karte der Abteilung für Rechenzentrumsbetrieb und Netzwerktechnik, Standort Hamburg',
  brand: 'Genossenschaftliche Zentralbank Norddeutschland eG',
  status: 'long',
  statusLabel: 'Waiting for the second approval of the purchasing department',
  serviceCount: 12_345,
});

export const paymentMethodsScenes: Scenes = {
  default: { markup, handlers },
  withoutFields: { markup: html`<portal-payment-methods></portal-payment-methods>`, handlers },
  withoutBankAccounts: {
    markup: html`<portal-payment-methods without-bank-accounts
      ><test-method-fields slot="payment"></test-method-fields
    ></portal-payment-methods>`,
    handlers,
  },
  loading: { markup, handlers: [msw.get('*/payment-methods', () => delay('infinite'))], phase: 'loading' },
  empty: { markup, handlers: [listPaymentMethods([]), ...changes], phase: 'empty' },
  noMatch: {
    markup: html`<portal-payment-methods query="type=nothing"></portal-payment-methods>`,
    handlers: [listPaymentMethods()],
    phase: 'no-match',
  },
  error: { markup, handlers: [msw.get('*/payment-methods', () => problem(400, 'Database is down'))], phase: 'error' },
  denied: { markup, handlers: [], permissions: personas.tech, phase: 'denied' },
  refused: { markup, handlers: [msw.get('*/payment-methods', () => problem(403, 'Not allowed'))], phase: 'denied' },
  readOnly: { markup, handlers, permissions: personas['read-only'] },
  longText: { markup, handlers: [listPaymentMethods([long, ...somePaymentMethods]), ...changes] },
  manyRows: { markup, handlers: [listPaymentMethods(many), ...changes] },
  narrow: { markup, handlers, width: 320 },
  rightToLeft: { markup, handlers, rightToLeft: true, locale: { language: 'ar' } },
  dark: { markup, handlers, dark: true },
};
