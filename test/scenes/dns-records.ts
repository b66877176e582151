import { html } from 'lit';
import { http as msw, delay } from 'msw';
import { aZone, anRrset, DnsServer, someRrsets } from '../mocks/dns.js';
import { problem } from '../mocks/http.js';
import { personas } from '../mocks/session.js';
import type { Scenes } from './scene.js';

const markup = html`<portal-dns-records zone-id="zon_1"></portal-dns-records>`;
const many = Array.from({ length: 120 }, (_, index) =>
  anRrset(`host-${String(index).padStart(3, '0')}.example.com.`, 'A', [`192.0.2.${index}`]),
);
const long = anRrset(`${'verylonglabel'.repeat(4)}.${'another'.repeat(8)}.example.com.`, 'TXT', [`"${'word'.repeat(60)}"`], {
  comment: 'A comment that somebody wrote at great length to explain why this record must never be touched by anyone again',
});
const secondary = aZone({ type: 'secondary', status: 'stale', allowedActions: [] });
const server = (...rrsets: ConstructorParameters<typeof DnsServer>) => new DnsServer(...rrsets).handlers;

export const dnsRecordsScenes: Scenes = {
  default: { markup, handlers: server() },
  loading: { markup, handlers: [msw.get('*/rrsets', () => delay('infinite'))], phase: 'loading' },
  empty: { markup, handlers: server([]), phase: 'empty' },
  noMatch: {
    markup: html`<portal-dns-records zone-id="zon_1" query="q=nothing"></portal-dns-records>`,
    handlers: server(),
    phase: 'no-match',
  },
  error: { markup, handlers: [msw.get('*/rrsets', () => problem(400, 'Bad cursor'))], phase: 'error' },
  notChosen: { markup: html`<portal-dns-records></portal-dns-records>`, handlers: [], phase: 'error' },
  denied: { markup, handlers: [], permissions: personas.billing, phase: 'denied' },
  refused: { markup, handlers: [msw.get('*/rrsets', () => problem(403, 'Not allowed'))], phase: 'denied' },
  readOnly: { markup, handlers: server(), permissions: personas['read-only'] },
  secondary: { markup, handlers: server(someRrsets, [secondary]) },
  longText: { markup, handlers: server([long, ...someRrsets]) },
  manyRows: { markup, handlers: server(many) },
  narrow: { markup, handlers: server(), width: 320 },
  rightToLeft: { markup, handlers: server(), rightToLeft: true, locale: { language: 'ar' } },
  dark: { markup, handlers: server(), dark: true },
};
