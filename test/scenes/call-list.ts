import { html } from 'lit';
import { delay, http as msw } from 'msw';
import { aCall, aCallWithLegs, getCall, getRecording, getStatement, listCalls, listCallsFails, someCalls } from '../mocks/calls.js';
import { aContract, listContracts } from '../mocks/contracts.js';
import { problem } from '../mocks/http.js';
import { personas } from '../mocks/session.js';
import type { Scenes } from './scene.js';

const markup = html`<portal-call-list contract-id="con_voip"></portal-call-list>`;
const anyContract = html`<portal-call-list></portal-call-list>`;
const branch = aContract({ id: 'con_branch', number: 'V-2002', name: 'Branch in Brno' });
const long = aCall({
  from: {
    number: '+49301234567890',
    name: 'Zentrale der Rechenzentrumsbetriebsgesellschaft, Empfang im Erdgeschoss',
    extension: '30100042',
  },
  to: { number: 'sip:a-very-long-address-without-any-space-in-it@telephony.headquarters.example.com', name: null, extension: null },
  result: 'long',
  resultLabel: 'Taken over by the second attendant',
  destination: 'Democratic Republic of the Congo, special services and satellite',
  cost: { amount: '1234567.123456', currency: 'EUR' },
});

export const callListScenes = {
  default: { markup, handlers: [listCalls(), listContracts()] },
  loading: { markup, handlers: [msw.get('*/calls', () => delay('infinite'))], phase: 'loading' },
  empty: { markup, handlers: [listCalls([])], phase: 'empty' },
  noMatch: {
    markup: html`<portal-call-list contract-id="con_voip" query="q=nothing"></portal-call-list>`,
    handlers: [listCalls()],
    phase: 'no-match',
  },
  error: { markup, handlers: [listCallsFails(400)], phase: 'error' },
  denied: { markup, handlers: [], permissions: personas.billing, phase: 'denied' },
  refused: { markup, handlers: [msw.get('*/calls', () => problem(403, 'Not allowed'))], phase: 'denied' },
  readOnly: { markup, handlers: [listCalls()], permissions: personas['read-only'] },
  withLegs: { markup, handlers: [listCalls([aCallWithLegs, ...someCalls]), getStatement(), getCall(), getRecording()] },
  withoutCosts: { markup, handlers: [listCalls()], permissions: personas.tech },
  oneContract: { markup: anyContract, handlers: [listCalls(), listContracts()] },
  severalContracts: { markup: anyContract, handlers: [listCalls(), listContracts([aContract(), branch])] },
  noContract: { markup: anyContract, handlers: [listContracts([])], phase: 'empty' },
  contractMissing: { markup: anyContract, handlers: [msw.get('*/contracts', () => problem(403, 'Not allowed'))], phase: 'error' },
  customPeriod: {
    markup: html`<portal-call-list contract-id="con_voip" query=${'from=2025-10-01&to=2025-10-31'}></portal-call-list>`,
    handlers: [listCalls(someCalls, { oldestAvailableOn: '2025-10-15' })],
  },
  longText: { markup, handlers: [listCalls([long, ...someCalls])] },
  manyRows: { markup, handlers: [listCalls([], { total: 100_000 })] },
  narrow: { markup, handlers: [listCalls()], width: 320 },
  rightToLeft: { markup, handlers: [listCalls()], rightToLeft: true, locale: { language: 'ar' } },
  dark: { markup, handlers: [listCalls()], dark: true },
} satisfies Scenes;
