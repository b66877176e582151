import { html } from 'lit';
import { http as msw, delay } from 'msw';
import { aFullInvoice, createPayment, getInvoices, payable } from '../mocks/invoice.js';
import { problem } from '../mocks/http.js';
import { defineTestPaymentFields } from '../mocks/payment-fields.js';
import { personas } from '../mocks/session.js';
import type { Scenes } from './scene.js';

defineTestPaymentFields();

const fields = html`<test-payment-fields slot="payment"></test-payment-fields>`;
const markup = html`<portal-pay-invoices invoice-ids="inv_1 inv_2 inv_3">${fields}</portal-pay-invoices>`;
const handlers = [getInvoices(), createPayment()];
const long = aFullInvoice({
  number: '2026/ABTEILUNG-FÜR-RECHENZENTRUMSBETRIEB-UND-NETZWERKTECHNIK/0000000000042',
  open: { amount: '123456789012345.67', currency: 'EUR' },
});
const many = Array.from({ length: 100 }, (_, index) => aFullInvoice({ id: `many_${index}`, number: `2026-${1000 + index}` }));
const paid = payable.map((invoice) => ({ ...invoice, allowedActions: [] }));
const yen = aFullInvoice({ id: 'inv_2', open: { amount: '12500', currency: 'JPY' } });

export const payInvoicesScenes: Scenes = {
  default: { markup, handlers },
  single: { markup: html`<portal-pay-invoices invoice-ids="inv_1">${fields}</portal-pay-invoices>`, handlers },
  loading: { markup, handlers: [msw.get('*/invoices/*', () => delay('infinite'))], phase: 'loading' },
  empty: { markup, handlers: [getInvoices(paid)] },
  oneLeftOut: { markup, handlers: [getInvoices([payable[0]!, paid[1]!, payable[2]!]), createPayment()] },
  severalCurrencies: { markup, handlers: [getInvoices([payable[0]!, yen, payable[2]!])] },
  withoutFields: { markup: html`<portal-pay-invoices invoice-ids="inv_1"></portal-pay-invoices>`, handlers },
  error: { markup, handlers: [getInvoices([])], phase: 'error' },
  denied: { markup, handlers: [], permissions: personas.tech, phase: 'denied' },
  refused: { markup, handlers: [msw.get('*/invoices/*', () => problem(403, 'Not allowed'))], phase: 'denied' },
  readOnly: { markup, handlers: [], permissions: personas['read-only'], phase: 'empty' },
  longText: { markup, handlers: [getInvoices([long, payable[1]!, payable[2]!]), createPayment()] },
  manyRows: {
    markup: html`<portal-pay-invoices invoice-ids=${many.map(({ id }) => id).join(' ')}>${fields}</portal-pay-invoices>`,
    handlers: [getInvoices(many), createPayment()],
  },
  narrow: { markup, handlers, width: 320 },
  rightToLeft: { markup, handlers, rightToLeft: true, locale: { language: 'ar' } },
  dark: { markup, handlers, dark: true },
};
