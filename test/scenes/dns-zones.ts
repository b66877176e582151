import { html } from 'lit';
import { http as msw, delay } from 'msw';
import { aZone, DnsServer, someRrsets, someZones } from '../mocks/dns.js';
import { problem } from '../mocks/http.js';
import { personas } from '../mocks/session.js';
import type { Scenes } from './scene.js';

const markup = html`<portal-dns-zones record-counts></portal-dns-zones>`;
const server = (zones = someZones) => new DnsServer(someRrsets, zones).handlers;
const many = Array.from({ length: 120 }, (_, index) => {
  const unicodeName = `customer-${String(index).padStart(3, '0')}.example`;
  return aZone({ id: `zon_${index}`, name: `${unicodeName}.`, unicodeName });
});
const long = aZone({
  name: `${'a'.repeat(60)}.${'b'.repeat(60)}.xn--${'c'.repeat(20)}.example.`,
  unicodeName: `${'a'.repeat(60)}.${'b'.repeat(60)}.çççç.example`,
  status: 'waiting',
  statusLabel: 'Waiting for the second approval of the registry',
});

export const dnsZonesScenes: Scenes = {
  default: { markup, handlers: server() },
  loading: { markup, handlers: [msw.get('*/dns-zones', () => delay('infinite'))], phase: 'loading' },
  empty: { markup, handlers: server([]), phase: 'empty' },
  noMatch: { markup: html`<portal-dns-zones query="q=nothing"></portal-dns-zones>`, handlers: server(), phase: 'no-match' },
  error: { markup, handlers: [msw.get('*/dns-zones', () => problem(400, 'Bad cursor'))], phase: 'error' },
  denied: { markup, handlers: [], permissions: personas.billing, phase: 'denied' },
  refused: { markup, handlers: [msw.get('*/dns-zones', () => problem(403, 'Not allowed'))], phase: 'denied' },
  readOnly: { markup, handlers: server(), permissions: personas['read-only'] },
  longText: { markup, handlers: server([long, ...someZones]) },
  manyRows: { markup, handlers: server(many) },
  narrow: { markup, handlers: server(), width: 320 },
  rightToLeft: { markup, handlers: server(), rightToLeft: true, locale: { language: 'ar' } },
  dark: { markup, handlers: server(), dark: true },
};
