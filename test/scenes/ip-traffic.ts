import { html } from 'lit';
import { delay, http as msw } from 'msw';
import { aContract, listContracts } from '../mocks/contracts.js';
import { problem } from '../mocks/http.js';
import { personas } from '../mocks/session.js';
import { anIpTraffic, getIpTraffic, listIpTraffic, listIpTrafficFails, someIpTraffic, unattributed } from '../mocks/traffic.js';
import type { Scenes } from './scene.js';

const markup = html`<portal-ip-traffic contract-id="con_rack"></portal-ip-traffic>`;
const anyContract = html`<portal-ip-traffic></portal-ip-traffic>`;
const rack = aContract({ id: 'con_rack', number: 'S-3001', name: 'Rack B12, half', kind: 'serverhousing' });
const cage = aContract({ id: 'con_cage', number: 'S-3002', name: 'Cage 4', kind: 'serverhousing' });
const long = anIpTraffic({
  id: '2001:db8:1234:5678:9abc:def0:1234:5678',
  address: '2001:db8:1234:5678:9abc:def0:1234:5678',
  family: 6,
  label: 'Rechenzentrumsbetriebsgesellschaft, Lastverteiler der zweiten Verfügbarkeitszone hinter dem Brandabschnitt',
  device: 'load-balancer-of-the-second-availability-zone-without-any-space-in-its-name.example.com',
  in: '123456789012345678901',
  sum: '123456789012345678901',
});

export const ipTrafficScenes = {
  default: { markup, handlers: [listIpTraffic(), getIpTraffic()] },
  loading: { markup, handlers: [msw.get('*/traffic/ips', () => delay('infinite'))], phase: 'loading' },
  empty: { markup, handlers: [listIpTraffic([])], phase: 'empty' },
  noMatch: {
    markup: html`<portal-ip-traffic contract-id="con_rack" query="q=nothing"></portal-ip-traffic>`,
    handlers: [listIpTraffic()],
    phase: 'no-match',
  },
  error: { markup, handlers: [listIpTrafficFails(400)], phase: 'error' },
  notMeasured: { markup, handlers: [listIpTrafficFails(404)], phase: 'error' },
  denied: { markup, handlers: [], permissions: personas.billing, phase: 'denied' },
  refused: { markup, handlers: [msw.get('*/traffic/ips', () => problem(403, 'Not allowed'))], phase: 'denied' },
  readOnly: { markup, handlers: [listIpTraffic()], permissions: personas['read-only'] },
  bySubnet: {
    markup: html`<portal-ip-traffic contract-id="con_rack" query=${'groupBy=subnet&period=previous'} units="binary"></portal-ip-traffic>`,
    handlers: [listIpTraffic(), getIpTraffic()],
  },
  filtered: {
    markup: html`<portal-ip-traffic contract-id="con_rack" query="family=4"></portal-ip-traffic>`,
    handlers: [listIpTraffic()],
  },
  countedTwice: {
    markup,
    handlers: [
      listIpTraffic([
        ...someIpTraffic.slice(0, 3),
        unattributed({ in: '-30000000000', out: '0', sum: '-30000000000', sharePercent: -0.1 }),
      ]),
    ],
  },
  severalContracts: { markup: anyContract, handlers: [listIpTraffic(), listContracts([rack, cage])] },
  noContract: { markup: anyContract, handlers: [listContracts([])], phase: 'empty' },
  contractMissing: { markup: anyContract, handlers: [msw.get('*/contracts', () => problem(403, 'Not allowed'))], phase: 'error' },
  longText: { markup, handlers: [listIpTraffic([long, ...someIpTraffic]), getIpTraffic(long)] },
  manyRows: { markup, handlers: [listIpTraffic([], { total: 65_536 })] },
  narrow: { markup, handlers: [listIpTraffic(), getIpTraffic()], width: 320 },
  rightToLeft: { markup, handlers: [listIpTraffic(), getIpTraffic()], rightToLeft: true, locale: { language: 'ar' } },
  dark: { markup, handlers: [listIpTraffic(), getIpTraffic()], dark: true },
} satisfies Scenes;
