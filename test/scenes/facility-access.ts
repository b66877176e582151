import { html } from 'lit';
import { http as msw, delay } from 'msw';
import { AccessServer, aGrant, aPlace, someGrants } from '../mocks/facility-access.js';
import { problem } from '../mocks/http.js';
import { personas } from '../mocks/session.js';
import type { Scenes } from './scene.js';

const markup = html`<portal-facility-access></portal-facility-access>`;
const server = (grants = someGrants) => new AccessServer(grants).handlers;
const many = Array.from({ length: 25 }, (_, index) => aGrant({ id: `agr_${index}`, personName: `Person ${index}` }));
const long = aGrant({
  personName: `Maria ${'Llanfairpwllgwyngyll'.repeat(4)}`,
  place: aPlace({ facilityLabel: `Facility ${'Straßenbahnhaltestelle'.repeat(3)}`, label: `Rack ${'B'.repeat(60)}` }),
  status: 'waiting',
  statusLabel: 'Waiting for the second approval of the fire brigade',
});

export const facilityAccessScenes: Scenes = {
  default: { markup, handlers: server() },
  alone: { markup: html`<portal-facility-access without-visits></portal-facility-access>`, handlers: server() },
  loading: { markup, handlers: [msw.get('*/access-grants', () => delay('infinite')), ...server()], phase: 'loading' },
  empty: { markup, handlers: server([]), phase: 'empty' },
  noMatch: { markup: html`<portal-facility-access query="q=nobody"></portal-facility-access>`, handlers: server(), phase: 'no-match' },
  error: { markup, handlers: [msw.get('*/access-grants', () => problem(400, 'Bad cursor')), ...server()], phase: 'error' },
  denied: { markup, handlers: [], permissions: personas.billing, phase: 'denied' },
  refused: { markup, handlers: [msw.get('*/access-grants', () => problem(403, 'Not allowed')), ...server()], phase: 'denied' },
  readOnly: { markup, handlers: server(), permissions: personas['read-only'] },
  longText: { markup, handlers: server([long, ...someGrants]) },
  manyRows: { markup, handlers: server(many) },
  narrow: { markup, handlers: server(), width: 320 },
  rightToLeft: { markup, handlers: server(), rightToLeft: true, locale: { language: 'ar' } },
  dark: { markup, handlers: server(), dark: true },
};
