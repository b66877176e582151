import { html } from 'lit';
import { http as msw, delay } from 'msw';
import { aCredit, applyCredit, getCredit, listCredits, listOpenInvoices } from '../mocks/credits.js';
import { problem } from '../mocks/http.js';
import { aFullInvoice, getInvoices } from '../mocks/invoice.js';
import { personas } from '../mocks/session.js';
import type { Scenes } from './scene.js';

const markup = html`<portal-apply-credit credit-id="crd_1"></portal-apply-credit>`;
const handlers = [getCredit(), listOpenInvoices(), applyCredit()];
const long = aFullInvoice({
  number: '2026/ABTEILUNG-FÜR-RECHENZENTRUMSBETRIEB-UND-NETZWERKTECHNIK/0000000000042',
  open: { amount: '123456789012345.67', currency: 'EUR' },
});
const many = Array.from({ length: 70 }, (_, index) => aFullInvoice({ id: `many_${index}`, number: `2026-${1000 + index}` }));

export const applyCreditScenes: Scenes = {
  default: { markup, handlers },
  toAnInvoice: {
    markup: html`<portal-apply-credit invoice-id="inv_1"></portal-apply-credit>`,
    handlers: [listCredits(), getInvoices(), applyCredit()],
  },
  loading: { markup, handlers: [msw.get('*/credits/*', () => delay('infinite'))], phase: 'loading' },
  empty: { markup, handlers: [getCredit(), listOpenInvoices([])] },
  usedUp: { markup, handlers: [getCredit([aCredit({ allowedActions: [] })]), listOpenInvoices()] },
  error: { markup, handlers: [getCredit([])], phase: 'error' },
  denied: { markup, handlers: [], permissions: personas.tech, phase: 'denied' },
  refused: { markup, handlers: [msw.get('*/credits/*', () => problem(403, 'Not allowed'))], phase: 'denied' },
  readOnly: { markup, handlers: [], permissions: personas['read-only'], phase: 'empty' },
  longText: { markup, handlers: [getCredit(), listOpenInvoices([long]), applyCredit()] },
  manyRows: { markup, handlers: [getCredit(), listOpenInvoices(many), applyCredit()] },
  narrow: { markup, handlers, width: 320 },
  rightToLeft: { markup, handlers, rightToLeft: true, locale: { language: 'ar' } },
  dark: { markup, handlers, dark: true },
};
