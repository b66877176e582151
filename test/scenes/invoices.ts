import { html } from 'lit';
import { http as msw, delay } from 'msw';
import { anInvoice, listInvoices, listInvoicesFails, someInvoices } from '../mocks/invoices.js';
import { problem } from '../mocks/http.js';
import { defineTestPaymentFields } from '../mocks/payment-fields.js';
import { personas } from '../mocks/session.js';
import type { Scenes } from './scene.js';

defineTestPaymentFields();

const markup = html`<portal-invoices><test-payment-fields slot="payment"></test-payment-fields></portal-invoices>`;
const many = Array.from({ length: 120 }, (_, index) => anInvoice({ id: `inv_${index}`, number: `2026-${String(1000 - index)}` }));
const long = anInvoice({
  number: '2026/ABTEILUNG-FÜR-RECHENZENTRUMSBETRIEB/0000000000042',
  status: 'long',
  statusLabel: 'Waiting for the second approval of the purchasing department',
  total: { amount: '123456789012345.67', currency: 'EUR' },
});

export const invoicesScenes: Scenes = {
  default: { markup, handlers: [listInvoices()] },
  loading: { markup, handlers: [msw.get('*/invoices', () => delay('infinite'))], phase: 'loading' },
  empty: { markup, handlers: [listInvoices([])], phase: 'empty' },
  noMatch: { markup: html`<portal-invoices query="q=nothing"></portal-invoices>`, handlers: [listInvoices()], phase: 'no-match' },
  error: { markup, handlers: [listInvoicesFails(400)], phase: 'error' },
  denied: { markup, handlers: [], permissions: personas.tech, phase: 'denied' },
  refused: { markup, handlers: [msw.get('*/invoices', () => problem(403, 'Not allowed'))], phase: 'denied' },
  readOnly: { markup, handlers: [listInvoices()], permissions: personas['read-only'] },
  longText: { markup, handlers: [listInvoices([long, ...someInvoices])] },
  manyRows: { markup, handlers: [listInvoices(many)] },
  narrow: { markup, handlers: [listInvoices()], width: 320 },
  rightToLeft: { markup, handlers: [listInvoices()], rightToLeft: true, locale: { language: 'ar' } },
  dark: { markup, handlers: [listInvoices()], dark: true },
};
