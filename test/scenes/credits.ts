import { html } from 'lit';
import { http as msw, delay } from 'msw';
import { aCredit, applyCredit, getCredit, listCredits, listOpenInvoices, someCredits } from '../mocks/credits.js';
import { problem } from '../mocks/http.js';
import { personas } from '../mocks/session.js';
import type { Scenes } from './scene.js';

const markup = html`<portal-credits invoice-href="#invoice-{id}"></portal-credits>`;
const handlers = [listCredits(), getCredit(), listOpenInvoices(), applyCredit()];
const many = Array.from({ length: 120 }, (_, index) => aCredit({ id: `crd_${index}`, reason: `Outage no. ${120 - index}` }));
const long = aCredit({
  reason: 'Gutschrift-nach-Vereinbarung-mit-der-Abteilung-für-Rechenzentrumsbetrieb-und-Netzwerktechnik vom 14. September',
  type: 'long',
  typeLabel: 'Waiting for the second approval of the purchasing department',
  original: { amount: '123456789012345.67', currency: 'EUR' },
  remaining: { amount: '123456789012345.67', currency: 'EUR' },
});

export const creditsScenes: Scenes = {
  default: { markup, handlers },
  loading: { markup, handlers: [msw.get('*/credits', () => delay('infinite'))], phase: 'loading' },
  empty: { markup, handlers: [listCredits([])], phase: 'empty' },
  noMatch: { markup: html`<portal-credits query="q=nothing"></portal-credits>`, handlers: [listCredits()], phase: 'no-match' },
  error: { markup, handlers: [msw.get('*/credits', () => problem(400, 'Database is down'))], phase: 'error' },
  denied: { markup, handlers: [], permissions: personas.tech, phase: 'denied' },
  refused: { markup, handlers: [msw.get('*/credits', () => problem(403, 'Not allowed'))], phase: 'denied' },
  readOnly: { markup, handlers, permissions: personas['read-only'] },
  longText: { markup, handlers: [listCredits([long, ...someCredits])] },
  manyRows: { markup, handlers: [listCredits(many)] },
  narrow: { markup, handlers, width: 320 },
  rightToLeft: { markup, handlers, rightToLeft: true, locale: { language: 'ar' } },
  dark: { markup, handlers, dark: true },
};
