import { html } from 'lit';
import { delay, http as msw } from 'msw';
import { problem } from '../mocks/http.js';
import { aTicketFound, getTicketSearchOptions, searchTickets } from '../mocks/tickets.js';
import { personas } from '../mocks/session.js';
import type { Scenes } from './scene.js';

const markup = html`<portal-ticket-search></portal-ticket-search>`;
const others = aTicketFound({
  id: 'tkt_2',
  number: '10043',
  subject: 'VAT number is missing',
  status: 'resolved',
  group: 'closed',
  priority: 'normal',
  thing: null,
  mine: false,
  openedBy: 'Bruno Billing',
  lastReply: null,
  excerpts: [],
});
const handlers = [getTicketSearchOptions(), searchTickets([aTicketFound(), others])];
const at = '*/api/v1/ticket-search';
const word = 'Rechenzentrumsbetriebsführungsgesellschaftsvertrag';
const marked = { text: word, marked: true };
const long = aTicketFound({
  number: word,
  subject: word,
  openedBy: word,
  mine: false,
  department: { id: 'tech', label: word },
  thing: { kind: 'service', id: 'x', label: word },
  lastReply: { at: '2026-11-21T09:30:00Z', by: { kind: 'staff', name: word } },
  excerpts: [
    { place: 'subject', by: null, at: null, pieces: [marked] },
    {
      place: 'post',
      by: { kind: 'staff', name: word },
      at: '2026-11-21T09:30:00Z',
      pieces: [marked, { text: `${word} `.repeat(3), marked: false }],
    },
  ],
});

export const ticketSearchScenes = {
  default: { markup, handlers },
  loading: { markup, handlers: [msw.get(at, () => delay('infinite'))], phase: 'loading' },
  empty: { markup, handlers: [searchTickets([])], phase: 'empty' },
  error: { markup, handlers: [msw.get(at, () => problem(400, 'This cannot be read'))], phase: 'error' },
  denied: { markup, handlers: [], permissions: personas['no-permissions'], phase: 'denied' },
  refused: { markup, handlers: [msw.get(at, () => problem(403, 'Not allowed'))], phase: 'denied' },
  readOnly: { markup, handlers, permissions: personas['read-only'] },
  longText: { markup, handlers: [searchTickets([long, aTicketFound()])] },
  manyRows: { markup, handlers: [searchTickets(Array.from({ length: 120 }, (_, index) => aTicketFound({ id: String(index) })))] },
  narrow: { markup, handlers, width: 320 },
  rightToLeft: { markup, handlers, rightToLeft: true, locale: { language: 'ar' } },
  dark: { markup, handlers, dark: true },
  /** A number was typed, and there is a ticket of it. */
  numbered: {
    markup: html`<portal-ticket-search query="q=10042"></portal-ticket-search>`,
    handlers: [searchTickets([aTicketFound()], { id: 'tkt_1', number: '10042', subject: 'The shop is slow in the evening' })],
  },
} satisfies Scenes;
