import { html } from 'lit';
import { http as msw, delay } from 'msw';
import { anExemption, ExemptionServer, someExemptions } from '../mocks/tax-exemptions.js';
import { problem } from '../mocks/http.js';
import { personas } from '../mocks/session.js';
import type { Scenes } from './scene.js';

const markup = html`<portal-tax-exemptions></portal-tax-exemptions>`;
const server = (exemptions = someExemptions) => new ExemptionServer(exemptions).handlers;
const many = Array.from({ length: 25 }, (_, index) => anExemption({ id: `tex_${index}`, number: `01-339-${774_000 + index}` }));
const long = anExemption({
  number: `EX-${'7'.repeat(55)}`,
  jurisdictionLabel: `Free zone of ${'Llanfairpwllgwyngyll'.repeat(4)}`,
  jurisdiction: 'XX-1',
  statusLabel: 'Waiting for the second approval by the regional tax office',
  status: 'waiting',
  files: [{ ...anExemption().files[0]!, name: `${'Scan'.repeat(30)}.pdf` }],
});

export const taxExemptionsScenes: Scenes = {
  default: { markup, handlers: server() },
  loading: { markup, handlers: [msw.get('*/tax-exemptions', () => delay('infinite'))], phase: 'loading' },
  empty: { markup, handlers: server([]), phase: 'empty' },
  noMatch: { markup: html`<portal-tax-exemptions query="q=nothing"></portal-tax-exemptions>`, handlers: server(), phase: 'no-match' },
  error: { markup, handlers: [msw.get('*/tax-exemptions', () => problem(400, 'Bad cursor'))], phase: 'error' },
  denied: { markup, handlers: [], permissions: personas.tech, phase: 'denied' },
  refused: { markup, handlers: [msw.get('*/tax-exemptions', () => problem(403, 'Not allowed'))], phase: 'denied' },
  readOnly: { markup, handlers: server(), permissions: personas['read-only'] },
  longText: { markup, handlers: server([long, ...someExemptions]) },
  manyRows: { markup, handlers: server(many) },
  narrow: { markup, handlers: server(), width: 320 },
  rightToLeft: { markup, handlers: server(), rightToLeft: true, locale: { language: 'ar' } },
  dark: { markup, handlers: server(), dark: true },
};
