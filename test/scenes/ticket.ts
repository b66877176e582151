import { html } from 'lit';
import { delay, http as msw } from 'msw';
import { problem } from '../mocks/http.js';
import { aTicket, getTicket } from '../mocks/tickets.js';
import { personas } from '../mocks/session.js';
import type { Scenes } from './scene.js';

const markup = html`<portal-ticket ticket-id="one"></portal-ticket>`;
const withoutId = html`<portal-ticket></portal-ticket>`;
const handlers = [getTicket()];
const at = '*/api/v1/tickets/*';
const word = 'Rechenzentrumsbetriebsführungsgesellschaftsvertrag';
const long = aTicket({
  number: word,
  subject: word,
  group: word,
  openedBy: word,
});

export const ticketScenes = {
  default: { markup, handlers },
  loading: { markup, handlers: [msw.get(at, () => delay('infinite'))], phase: 'loading' },
  empty: { markup: withoutId, handlers: [], phase: 'error' },
  error: { markup, handlers: [msw.get(at, () => problem(400, 'This cannot be read'))], phase: 'error' },
  denied: { markup, handlers: [], permissions: personas['no-permissions'], phase: 'denied' },
  refused: { markup, handlers: [msw.get(at, () => problem(403, 'Not allowed'))], phase: 'denied' },
  readOnly: { markup, handlers, permissions: personas['read-only'] },
  longText: { markup, handlers: [getTicket(long)] },
  manyRows: { markup, handlers },
  narrow: { markup, handlers, width: 320 },
  rightToLeft: { markup, handlers, rightToLeft: true, locale: { language: 'ar' } },
  dark: { markup, handlers, dark: true },
} satisfies Scenes;
