import { html } from 'lit';
import { delay, http as msw } from 'msw';
import { aContract, listContracts } from '../mocks/contracts.js';
import { problem } from '../mocks/http.js';
import { personas } from '../mocks/session.js';
import { aTraffic, burstTraffic, currentTraffic, getTraffic, getTrafficFails, noTraffic } from '../mocks/traffic.js';
import type { Scenes } from './scene.js';

const markup = html`<portal-traffic contract-id="con_rack"></portal-traffic>`;
const previous = html`<portal-traffic
  contract-id="con_rack"
  period="previous"
  addresses-href="/ip-traffic?contract={id}"
></portal-traffic>`;
const anyContract = html`<portal-traffic></portal-traffic>`;
const rack = aContract({ id: 'con_rack', number: 'S-3001', name: 'Rack B12, half', kind: 'serverhousing' });
const cage = aContract({ id: 'con_cage', number: 'S-3002', name: 'Cage 4', kind: 'serverhousing' });
const long = aTraffic({
  measure: 'mixed',
  measureLabel: 'Peering at the exchanges in Hamburg, Frankfurt and Amsterdam at half, everything else in full',
  used: { amount: '123456789012345678901', unit: 'byte' },
  included: { amount: '120000', unit: 'half-kilobyte-packets-of-the-former-tariff' },
  overage: { amount: '3456789012345678901', unit: 'byte', cost: { amount: '1234567.89', currency: 'EUR' } },
  timeZone: 'America/Argentina/ComodRivadavia',
});

export const trafficScenes = {
  default: { markup, handlers: [getTraffic(), listContracts([rack])] },
  previousPeriod: { markup: previous, handlers: [getTraffic(), listContracts([rack])] },
  loading: { markup, handlers: [msw.get('*/traffic', () => delay('infinite'))], phase: 'loading' },
  empty: { markup, handlers: [getTraffic(noTraffic())], phase: 'empty' },
  emptyPeriod: { markup, handlers: [getTraffic(noTraffic('2026-11-21T09:55:00Z'))] },
  error: { markup, handlers: [getTrafficFails(400)], phase: 'error' },
  notMeasured: { markup, handlers: [getTrafficFails(404)], phase: 'error' },
  denied: { markup, handlers: [], permissions: personas.billing, phase: 'denied' },
  refused: { markup, handlers: [msw.get('*/traffic', () => problem(403, 'Not allowed'))], phase: 'denied' },
  readOnly: { markup, handlers: [getTraffic()], permissions: personas['read-only'] },
  severalContracts: { markup: anyContract, handlers: [getTraffic(), listContracts([rack, cage])] },
  noContract: { markup: anyContract, handlers: [listContracts([])], phase: 'empty' },
  contractMissing: { markup: anyContract, handlers: [msw.get('*/contracts', () => problem(403, 'Not allowed'))], phase: 'error' },
  ownDays: {
    markup: html`<portal-traffic contract-id="con_rack" period="2026-10-20/2026-10-31" units="binary"></portal-traffic>`,
    handlers: [getTraffic()],
  },
  byPercentile: { markup, handlers: [getTraffic(burstTraffic())] },
  withoutPlan: {
    markup,
    handlers: [getTraffic(currentTraffic({ measure: null, measureLabel: null, included: null, used: null, usedPercent: null }))],
  },
  longText: { markup, handlers: [getTraffic(long)] },
  manyRows: {
    markup,
    handlers: [
      getTraffic(
        aTraffic({
          series: {
            ...aTraffic().series,
            stepSeconds: 34_800,
            in: Array.from({ length: 994 }, (_, at) => at * 1e5),
            out: Array.from({ length: 994 }, (_, at) => 1e8 - at * 1e5),
            peakIn: undefined,
            peakOut: undefined,
          },
        }),
      ),
    ],
  },
  narrow: { markup: previous, handlers: [getTraffic()], width: 320 },
  rightToLeft: { markup: previous, handlers: [getTraffic()], rightToLeft: true, locale: { language: 'ar' } },
  dark: { markup: previous, handlers: [getTraffic()], dark: true },
} satisfies Scenes;
