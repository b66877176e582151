import { html } from 'lit';
import { http as msw, delay } from 'msw';
import { problem } from '../mocks/http.js';
import { getOrders } from '../mocks/orders.js';
import { acceptQuote, aFullQuote, anAcceptedQuote, askAboutQuote, declineQuote, getQuotes, getQuoteTotals } from '../mocks/quotes.js';
import { personas } from '../mocks/session.js';
import type { Scenes } from './scene.js';

const markup = html`<portal-quote quote-id="quo_1"></portal-quote>`;
const handlers = [getQuotes(), getQuoteTotals(), acceptQuote(), declineQuote(), askAboutQuote(), getOrders()];
const word = 'Rechenzentrumsbetriebsführungsgesellschaft-mit-beschränkter-Haftung';
const full = aFullQuote();
const long = aFullQuote({
  number: word,
  subject: `${word} ${word}`,
  contact: word,
  introduction: word.repeat(20),
  terms: { version: word, title: word, url: '/terms' },
  lines: full.lines.map((line) => ({ ...line, description: `${word} ${word}`, details: word, unit: word })),
});
const many = aFullQuote({
  lines: Array.from({ length: 80 }, (_, index) => ({
    ...full.lines[index % 6]!,
    id: `lin_${index}`,
    description: `Virtual server ${index + 1}`,
  })),
});
const bare = aFullQuote({ lines: [], totals: [], questions: [], introduction: null, note: null, contact: null, validUntil: null });
const declined = aFullQuote({
  status: 'declined',
  statusLabel: 'Declined',
  allowedActions: [],
  decline: { at: '2026-11-20T09:00:00Z', by: 'Bruno Billing', reason: 'Too large for us this year.' },
});
const superseded = aFullQuote({
  status: 'superseded',
  statusLabel: 'Replaced by a newer one',
  allowedActions: [],
  supersededBy: { id: 'quo_4', number: 'Q-2026-0140' },
});

export const quoteScenes: Scenes = {
  default: { markup, handlers },
  accepted: { markup: html`<portal-quote quote-id="quo_4"></portal-quote>`, handlers },
  declined: { markup, handlers: [getQuotes([declined])] },
  expired: {
    markup,
    handlers: [
      getQuotes([aFullQuote({ status: 'expired', statusLabel: 'Expired', validUntil: '2026-09-30', allowedActions: ['ask'] })]),
      askAboutQuote(),
    ],
  },
  superseded: { markup, handlers: [getQuotes([superseded, anAcceptedQuote({ id: 'quo_4', number: 'Q-2026-0140' })])] },
  loading: { markup, handlers: [msw.get('*/quotes/*', () => delay('infinite'))], phase: 'loading' },
  empty: { markup, handlers: [getQuotes([bare])] },
  missing: { markup: html`<portal-quote></portal-quote>`, handlers: [], phase: 'error' },
  error: { markup, handlers: [getQuotes([])], phase: 'error' },
  denied: { markup, handlers: [], permissions: personas.tech, phase: 'denied' },
  refused: { markup, handlers: [msw.get('*/quotes/*', () => problem(403, 'Not allowed'))], phase: 'denied' },
  readOnly: { markup, handlers, permissions: personas['read-only'] },
  longText: { markup, handlers: [getQuotes([long])] },
  manyRows: { markup, handlers: [getQuotes([many])] },
  narrow: { markup, handlers, width: 320 },
  rightToLeft: { markup, handlers, rightToLeft: true, locale: { language: 'ar' } },
  dark: { markup, handlers, dark: true },
};
