import { html } from 'lit';
import { delay, http as msw } from 'msw';
import { problem } from '../mocks/http.js';
import {
  aService,
  getServiceRenewals,
  getServices,
  listServices,
  listServicesFails,
  someServices,
  withoutPrices,
} from '../mocks/services.js';
import { personas } from '../mocks/session.js';
import type { Scenes } from './scene.js';

const markup = html`<portal-services></portal-services>`;
const handlers = [listServices(someServices), getServices(), getServiceRenewals()];
const many = Array.from({ length: 120 }, (_, index) => aService({ id: `ser_${index}`, number: `P-${10_000 + index}` }));
const word = 'Rechenzentrumsbetriebsführungsgesellschaftsvertrag';
const long = aService({
  id: 'ser_long',
  number: `2026/${word}/0042`,
  name: `${word} ${word}`,
  label: `${word} ${word}`,
  type: 'long',
  typeLabel: 'Housing with remote hands at night and on public holidays',
  identifier: `${word}.${word}.example`.toLowerCase(),
  status: 'long',
  statusLabel: 'Waiting for the second approval',
  statusReason: `${word}: ${word} ${word}`,
  price: { amount: '123456789012345.67', currency: 'EUR', period: 'half-year', periodLabel: 'every six months', taxIncluded: false },
  yearlyPrice: { amount: '246913578024691.34', currency: 'EUR' },
});

export const servicesScenes = {
  default: { markup, handlers },
  loading: { markup, handlers: [msw.get('*/services', () => delay('infinite'))], phase: 'loading' },
  empty: { markup, handlers: [listServices([])], phase: 'empty' },
  noMatch: { markup: html`<portal-services query="q=nothing"></portal-services>`, handlers, phase: 'no-match' },
  withEnded: { markup: html`<portal-services query="status=all"></portal-services>`, handlers },
  error: { markup, handlers: [listServicesFails(400)], phase: 'error' },
  denied: { markup, handlers: [], permissions: personas.tech, phase: 'denied' },
  refused: { markup, handlers: [msw.get('*/services', () => problem(403, 'Not allowed'))], phase: 'denied' },
  readOnly: { markup, handlers, permissions: personas['read-only'] },
  withoutPrices: {
    markup,
    handlers: [listServices(someServices.map(withoutPrices))],
    permissions: { ...personas.owner, hiddenFields: ['services.price'] },
  },
  longText: { markup, handlers: [listServices([long, ...someServices])] },
  manyRows: { markup, handlers: [listServices(many)] },
  narrow: { markup, handlers, width: 320 },
  rightToLeft: { markup, handlers, rightToLeft: true, locale: { language: 'ar' } },
  dark: { markup, handlers, dark: true },
} satisfies Scenes;
