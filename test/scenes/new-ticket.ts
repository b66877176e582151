import { html } from 'lit';
import { delay, http as msw } from 'msw';
import { problem } from '../mocks/http.js';
import { createTicket, getTicketOptions, listTicketThings, ticketOptions } from '../mocks/tickets.js';
import { personas } from '../mocks/session.js';
import type { Scenes } from './scene.js';

const markup = html`<portal-new-ticket></portal-new-ticket>`;
const handlers = [getTicketOptions(), listTicketThings(), createTicket()];
const at = '*/api/v1/tickets/options';
const word = 'Rechenzentrumsbetriebsführungsgesellschaftsvertrag';
const [tech] = ticketOptions().departments;
const long = ticketOptions({ departments: [{ ...tech!, label: word }], colleagues: [{ id: 'x', name: word }] });
const colleagues = Array.from({ length: 60 }, (_, index) => ({ id: String(index), name: `Colleague ${index}` }));

export const newTicketScenes = {
  default: { markup, handlers },
  loading: { markup, handlers: [listTicketThings(), msw.get(at, () => delay('infinite'))], phase: 'loading' },
  empty: { markup, handlers: [getTicketOptions(ticketOptions({ departments: [], colleagues: [] })), listTicketThings([])] },
  error: { markup, handlers: [listTicketThings(), msw.get(at, () => problem(400, 'This cannot be read'))], phase: 'error' },
  denied: { markup, handlers: [], permissions: personas['no-permissions'], phase: 'denied' },
  readOnly: { markup, handlers, permissions: personas['read-only'], phase: 'empty' },
  longText: {
    markup,
    handlers: [getTicketOptions(long), listTicketThings([{ kind: 'service', id: 'x', label: word }])],
    locale: { language: 'de' },
  },
  manyRows: { markup, handlers: [getTicketOptions(ticketOptions({ colleagues })), listTicketThings()] },
  narrow: { markup, handlers, width: 320 },
  rightToLeft: { markup, handlers, rightToLeft: true, locale: { language: 'ar' } },
  dark: { markup, handlers, dark: true },
  about: { markup: html`<portal-new-ticket thing-kind="invoice" thing-id="inv_1"></portal-new-ticket>`, handlers },
} satisfies Scenes;
