import { html } from 'lit';
import { delay, http as msw } from 'msw';
import { problem } from '../mocks/http.js';
import { anEvent, getEventOptions, listEvents, someEvents } from '../mocks/event-log.js';
import { personas } from '../mocks/session.js';
import type { Scenes } from './scene.js';

const markup = html`<portal-event-log object-hrefs="service=/service?id={id} contact=/people"></portal-event-log>`;
const filtered = 'by=mem_1&category=services&object=service%2Fser_1&withoutSignIns=true&from=2026-11-01';
const handlers = [listEvents(someEvents), getEventOptions()];
const at = '*/api/v1/events';
const word = 'Rechenzentrumsbetriebsführungsgesellschaftsvertrag';
const long = anEvent({
  kind: 'companyKind',
  kindLabel: word,
  actor: { kind: 'staff', id: null, name: word },
  object: { type: 'company-type', typeLabel: word, id: 'x', label: word, linked: false },
  address: '2001:0db8:85a3:0000:0000:8a2e:0370:7334',
  device: word,
  outcome: 'unknown',
});

export const eventLogScenes = {
  default: { markup, handlers },
  loading: { markup, handlers: [msw.get(at, () => delay('infinite'))], phase: 'loading' },
  empty: { markup, handlers: [listEvents([])], phase: 'empty' },
  error: { markup, handlers: [msw.get(at, () => problem(400, 'This cannot be read'))], phase: 'error' },
  denied: { markup, handlers: [], permissions: personas['no-permissions'], phase: 'denied' },
  refused: { markup, handlers: [msw.get(at, () => problem(403, 'Not allowed'))], phase: 'denied' },
  filtered: {
    markup: html`<portal-event-log query=${filtered}></portal-event-log>`,
    handlers,
  },
  readOnly: { markup, handlers, permissions: personas['read-only'] },
  longText: { markup, handlers: [listEvents([long, anEvent()])] },
  manyRows: { markup, handlers: [listEvents(Array.from({ length: 120 }, (_, index) => anEvent({ id: String(index) })))] },
  narrow: { markup, handlers, width: 320 },
  rightToLeft: { markup, handlers, rightToLeft: true, locale: { language: 'ar' } },
  dark: { markup, handlers, dark: true },
} satisfies Scenes;
