import { html } from 'lit';
import { http as msw, delay } from 'msw';
import {
  aDisputedInvoice,
  aFullInvoice,
  createDispute,
  createPayment,
  getDocument,
  getInvoices,
  transfers,
  withdrawDispute,
} from '../mocks/invoice.js';
import { problem } from '../mocks/http.js';
import { defineTestPaymentFields } from '../mocks/payment-fields.js';
import { personas } from '../mocks/session.js';
import type { Scenes } from './scene.js';

defineTestPaymentFields();

const fields = html`<test-payment-fields slot="payment"></test-payment-fields>`;
const markup = html`<portal-invoice invoice-id="inv_1">${fields}</portal-invoice>`;
const handlers = [getInvoices(), getDocument(), createPayment(), createDispute()];
const word = 'Rechenzentrumsbetriebsführungsgesellschaft-mit-beschränkter-Haftung';
const full = aFullInvoice();
const many = aFullInvoice({
  lines: Array.from({ length: 60 }, (_, index) => ({ ...full.lines[index % 3]!, description: `Virtual server ${index + 1}` })),
});
const long = aFullInvoice({
  number: `2026/${word}/0000000000042`,
  reference: word,
  seller: { name: word, addressLines: [word, word], vatId: word },
  lines: [{ ...full.lines[0]!, description: `${word} ${word}`, unit: word, net: { amount: '123456789012345.67', currency: 'EUR' } }],
  total: { amount: '123456789012345.67', currency: 'EUR' },
  related: [{ relation: 'replaced-by-the-second-amendment', number: word, id: null }],
  note: word.repeat(20),
});
const bare = aFullInvoice({ lines: [], taxes: [], payments: [], related: [], adjustments: [], documents: [], note: null, reference: null });

export const invoiceScenes: Scenes = {
  default: { markup, handlers },
  creditNote: { markup: html`<portal-invoice invoice-id="inv_5"></portal-invoice>`, handlers },
  disputed: { markup, handlers: [getInvoices([aDisputedInvoice()]), withdrawDispute()] },
  /** Accounts in three currencies, as no invoice has them, for their codes side by side. */
  transfers: { markup, handlers: [getInvoices([aFullInvoice({ bankTransfers: Object.values(transfers) })])] },
  loading: { markup, handlers: [msw.get('*/invoices/*', () => delay('infinite'))], phase: 'loading' },
  empty: { markup, handlers: [getInvoices([bare])] },
  missing: { markup: html`<portal-invoice></portal-invoice>`, handlers: [], phase: 'error' },
  error: { markup, handlers: [getInvoices([])], phase: 'error' },
  denied: { markup, handlers: [], permissions: personas.tech, phase: 'denied' },
  refused: { markup, handlers: [msw.get('*/invoices/*', () => problem(403, 'Not allowed'))], phase: 'denied' },
  readOnly: { markup, handlers, permissions: personas['read-only'] },
  longText: { markup, handlers: [getInvoices([long])] },
  manyRows: { markup, handlers: [getInvoices([many])] },
  narrow: { markup, handlers, width: 320 },
  rightToLeft: { markup, handlers, rightToLeft: true, locale: { language: 'ar' } },
  dark: { markup, handlers, dark: true },
};
