import { html } from 'lit';
import { delay, http as msw } from 'msw';
import { aContract, getContracts, listContracts, listContractsFails, someContracts } from '../mocks/contracts.js';
import { problem } from '../mocks/http.js';
import { personas } from '../mocks/session.js';
import type { Scenes } from './scene.js';

const markup = html`<portal-contracts></portal-contracts>`;
const handlers = [listContracts(someContracts), getContracts()];
const many = Array.from({ length: 120 }, (_, index) => aContract({ id: `con_${index}`, number: `V-${1000 + index}` }));
const word = 'Rechenzentrumsbetriebsführungsgesellschaftsvertrag';
const long = aContract({
  id: 'con_long',
  number: `2026/${word}/0042`,
  name: `${word} ${word}`,
  kind: 'long',
  kindLabel: 'Housing with remote hands at night and on public holidays',
  identifier: `${word}.${word}.example`.toLowerCase(),
  status: 'long',
  statusLabel: 'Waiting for the second approval',
  price: { amount: '123456789012345.67', currency: 'EUR', period: 'month', periodLabel: 'a month' },
});

export const contractsScenes = {
  default: { markup, handlers },
  loading: { markup, handlers: [msw.get('*/contracts', () => delay('infinite'))], phase: 'loading' },
  empty: { markup, handlers: [listContracts([])], phase: 'empty' },
  onlyEnded: { markup, handlers: [listContracts([aContract({ status: 'ended', endsOn: '2021-12-31' })])], phase: 'empty' },
  noMatch: { markup: html`<portal-contracts query="q=nothing"></portal-contracts>`, handlers, phase: 'no-match' },
  withEnded: { markup: html`<portal-contracts query="status=all"></portal-contracts>`, handlers },
  error: { markup, handlers: [listContractsFails(400)], phase: 'error' },
  denied: { markup, handlers: [], permissions: personas.billing, phase: 'denied' },
  refused: { markup, handlers: [msw.get('*/contracts', () => problem(403, 'Not allowed'))], phase: 'denied' },
  readOnly: { markup, handlers, permissions: personas['read-only'] },
  withoutPrices: { markup, handlers, permissions: personas.tech },
  longText: { markup, handlers: [listContracts([long, ...someContracts])] },
  manyRows: { markup, handlers: [listContracts(many)] },
  narrow: { markup, handlers, width: 320 },
  rightToLeft: { markup, handlers, rightToLeft: true, locale: { language: 'ar' } },
  dark: { markup, handlers, dark: true },
} satisfies Scenes;
