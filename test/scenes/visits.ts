import { html } from 'lit';
import { http as msw, delay } from 'msw';
import { AccessServer, aVisit, someVisits } from '../mocks/facility-access.js';
import { problem } from '../mocks/http.js';
import { personas } from '../mocks/session.js';
import type { Scenes } from './scene.js';

const markup = html`<portal-visits></portal-visits>`;
const server = (visits = someVisits) => new AccessServer([], visits).handlers;
const many = Array.from({ length: 25 }, (_, index) => aVisit({ id: `vis_${index}`, purpose: `Maintenance ${index}` }));
const long = aVisit({
  purpose: `${'Wartungsarbeiten'.repeat(8)} and much more, ${'over and over again '.repeat(6)}`,
  visitors: Array.from({ length: 10 }, (_, index) => ({ name: `Visitor ${'Long'.repeat(12)} ${index}` })),
  status: 'waiting',
  statusLabel: 'Waiting for the second approval of the fire brigade',
});

export const visitsScenes: Scenes = {
  default: { markup, handlers: server() },
  loading: { markup, handlers: [msw.get('*/visits', () => delay('infinite'))], phase: 'loading' },
  empty: { markup, handlers: server([]), phase: 'empty' },
  noMatch: { markup: html`<portal-visits query="q=nothing"></portal-visits>`, handlers: server(), phase: 'no-match' },
  error: { markup, handlers: [msw.get('*/visits', () => problem(400, 'Bad cursor'))], phase: 'error' },
  denied: { markup, handlers: [], permissions: personas.billing, phase: 'denied' },
  refused: { markup, handlers: [msw.get('*/visits', () => problem(403, 'Not allowed'))], phase: 'denied' },
  readOnly: { markup, handlers: server(), permissions: personas['read-only'] },
  longText: { markup, handlers: server([long, ...someVisits]) },
  manyRows: { markup, handlers: server(many) },
  narrow: { markup, handlers: server(), width: 320 },
  rightToLeft: { markup, handlers: server(), rightToLeft: true, locale: { language: 'ar' } },
  dark: { markup, handlers: server(), dark: true },
};
