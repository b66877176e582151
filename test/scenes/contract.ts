import { html } from 'lit';
import { delay, http as msw } from 'msw';
import { listCalls } from '../mocks/calls.js';
import { aContract, getContracts, someContracts } from '../mocks/contracts.js';
import { problem } from '../mocks/http.js';
import { personas } from '../mocks/session.js';
import { getTraffic } from '../mocks/traffic.js';
import type { Scenes } from './scene.js';

const show = (id: string) => html`<portal-contract contract-id=${id}></portal-contract>`;
const markup = show('con_voip');
const handlers = [getContracts(), listCalls(), getTraffic()];
const word = 'Rechenzentrumsbetriebsführungsgesellschaftsvertrag';
const long = aContract({
  id: 'con_long',
  number: `2026/${word}/0042`,
  name: `${word} ${word}`,
  kindLabel: word,
  kind: 'long',
  identifier: `${word}.example`,
  status: 'suspended',
  statusReason: `${word}: ${word} ${word}`,
  facts: [
    { key: 'long', label: word, values: [word, `${word}${word}`] },
    { key: 'disk', label: 'Disk space', values: ['999999999999999'], type: 'bytes', limit: '1000000000000000' },
  ],
});
const many = aContract({
  facts: Array.from({ length: 60 }, (_, index) => ({
    key: `number-${index}`,
    label: `Number ${index}`,
    values: [`+49 30 123456-${index}`],
  })),
});
const suspended = { status: 'suspended', statusReason: 'The invoice of September is overdue.' };

export const contractScenes = {
  default: { markup, handlers },
  loading: { markup, handlers: [msw.get('*/contracts/*', () => delay('infinite'))], phase: 'loading' },
  empty: { markup: html`<portal-contract></portal-contract>`, handlers: [], phase: 'error' },
  error: { markup, handlers: [msw.get('*/contracts/*', () => problem(400, 'The contract cannot be read'))], phase: 'error' },
  denied: { markup, handlers: [], permissions: personas.billing, phase: 'denied' },
  refused: { markup, handlers: [msw.get('*/contracts/*', () => problem(403, 'Not allowed'))], phase: 'denied' },
  readOnly: { markup, handlers, permissions: personas['read-only'] },
  withoutPrice: { markup, handlers, permissions: personas.tech },
  linked: {
    markup: html`<portal-contract
      contract-id="con_rack"
      ip-traffic-href="/ip-traffic?contract={id}"
      traffic-href="/traffic?contract={id}"
      invoices-href="/invoices?contract={id}"
    ></portal-contract>`,
    handlers,
  },
  serverhousing: { markup: show('con_rack'), handlers },
  hosting: { markup: show('con_web'), handlers: [getContracts([{ ...someContracts[2]!, ...suspended }])] },
  domain: { markup: show('con_domain'), handlers },
  otherKind: { markup: show('con_line'), handlers },
  longText: { markup: show('con_long'), handlers: [getContracts([long])] },
  manyRows: { markup, handlers: [getContracts([many])] },
  narrow: { markup: show('con_rack'), handlers, width: 320 },
  rightToLeft: { markup: show('con_rack'), handlers, rightToLeft: true, locale: { language: 'ar' } },
  dark: { markup: show('con_rack'), handlers, dark: true },
} satisfies Scenes;
