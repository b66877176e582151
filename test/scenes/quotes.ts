import { html } from 'lit';
import { http as msw, delay } from 'msw';
import { problem } from '../mocks/http.js';
import { aQuote, getQuotes, getQuoteTotals, listQuotes, someQuotes } from '../mocks/quotes.js';
import { personas } from '../mocks/session.js';
import type { Scenes } from './scene.js';

const markup = html`<portal-quotes></portal-quotes>`;
const handlers = [listQuotes(), getQuotes(), getQuoteTotals()];
const word = 'Rechenzentrumsbetriebsführungsgesellschaft-mit-beschränkter-Haftung';
const many = Array.from({ length: 120 }, (_, index) => aQuote({ id: `quo_${index}`, number: `Q-2026-${String(1000 - index)}` }));
const long = aQuote({
  number: `Q/2026/${word}/42`,
  subject: `${word} ${word}`,
  status: 'long',
  statusLabel: 'Waiting for the second approval of the purchasing department',
  totals: [{ ...aQuote().totals[0]!, net: { amount: '123456789012345.67', currency: 'EUR' } }],
});

export const quotesScenes: Scenes = {
  default: { markup, handlers },
  loading: { markup, handlers: [msw.get('*/quotes', () => delay('infinite'))], phase: 'loading' },
  empty: { markup, handlers: [listQuotes([])], phase: 'empty' },
  noMatch: { markup: html`<portal-quotes query="q=nothing"></portal-quotes>`, handlers, phase: 'no-match' },
  error: { markup, handlers: [msw.get('*/quotes', () => problem(400, 'Not like this'))], phase: 'error' },
  denied: { markup, handlers: [], permissions: personas.tech, phase: 'denied' },
  refused: { markup, handlers: [msw.get('*/quotes', () => problem(403, 'Not allowed'))], phase: 'denied' },
  readOnly: { markup, handlers, permissions: personas['read-only'] },
  longText: { markup, handlers: [listQuotes([long, ...someQuotes])] },
  manyRows: { markup, handlers: [listQuotes(many)] },
  narrow: { markup, handlers, width: 320 },
  rightToLeft: { markup, handlers, rightToLeft: true, locale: { language: 'ar' } },
  dark: { markup, handlers, dark: true },
};
