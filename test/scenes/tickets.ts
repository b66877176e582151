import { html } from 'lit';
import { delay, http as msw } from 'msw';
import { problem } from '../mocks/http.js';
import { aTicketSummary, getTicketOptions, listTickets } from '../mocks/tickets.js';
import { personas } from '../mocks/session.js';
import type { Scenes } from './scene.js';

const markup = html`<portal-tickets></portal-tickets>`;
const others = aTicketSummary({
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
});
const handlers = [getTicketOptions(), listTickets([aTicketSummary(), others])];
const at = '*/api/v1/tickets';
const word = 'Rechenzentrumsbetriebsführungsgesellschaftsvertrag';
const long = aTicketSummary({
  number: word,
  subject: word,
  openedBy: word,
  mine: false,
  department: { id: 'tech', label: word },
  thing: { kind: 'service', id: 'x', label: word },
  lastReply: { at: '2026-11-21T09:30:00Z', by: { kind: 'staff', name: word } },
});

export const ticketsScenes = {
  default: { markup, handlers },
  loading: { markup, handlers: [msw.get(at, () => delay('infinite'))], phase: 'loading' },
  empty: { markup, handlers: [listTickets([])], phase: 'empty' },
  error: { markup, handlers: [msw.get(at, () => problem(400, 'This cannot be read'))], phase: 'error' },
  denied: { markup, handlers: [], permissions: personas['no-permissions'], phase: 'denied' },
  refused: { markup, handlers: [msw.get(at, () => problem(403, 'Not allowed'))], phase: 'denied' },
  readOnly: { markup, handlers, permissions: personas['read-only'] },
  longText: { markup, handlers: [listTickets([long, aTicketSummary()])] },
  manyRows: { markup, handlers: [listTickets(Array.from({ length: 120 }, (_, index) => aTicketSummary({ id: String(index) })))] },
  narrow: { markup, handlers, width: 320 },
  rightToLeft: { markup, handlers, rightToLeft: true, locale: { language: 'ar' } },
  dark: { markup, handlers, dark: true },
} satisfies Scenes;
