import { html } from 'lit';
import { personas } from '../mocks/session.js';
import type { Scenes } from './scene.js';

const markup = html`<portal-gate permission="billing.invoices">
  <p>Invoices from here. <a href="/invoices">See them</a></p>
  <p slot="denied">Ask whoever manages your contract. <a href="/contact">Contact</a></p>
</portal-gate>`;
const handlers: [] = [];

/** It shows the page's own markup and asks for nothing; scenes of data show what is nearest to them. */
export const gateScenes = {
  default: { markup, handlers },
  loading: { markup, handlers, noProvider: true, phase: 'pending' },
  empty: { markup: html`<portal-gate permission="billing.invoices"></portal-gate>`, handlers },
  error: { markup: html`<portal-gate permission="billing.invioces"><p>Misspelt</p></portal-gate>`, handlers, phase: 'denied' },
  denied: { markup, handlers, permissions: personas.tech, phase: 'denied' },
  readOnly: {
    markup: html`<portal-gate permission="billing.invoices" action="update"><p>May pay.</p></portal-gate>`,
    handlers,
    permissions: personas['read-only'],
    phase: 'denied',
  },
  group: {
    markup: html`<portal-gate>
      <portal-menu><a href="/dns" data-permission="devices.dns-zones">Zones</a></portal-menu>
      <p slot="denied">There is nothing here for you yet.</p>
    </portal-gate>`,
    handlers,
  },
  longText: { markup: html`<portal-gate permission="billing.invoices"><p>${'Rechenzentrum'.repeat(20)}</p></portal-gate>`, handlers },
  manyRows: {
    markup: html`<portal-gate permission="billing">${Array.from({ length: 20 }, (_, row) => html`<p>Line ${row}</p>`)}</portal-gate>`,
    handlers,
  },
  narrow: { markup, handlers, width: 320 },
  rightToLeft: { markup, handlers, rightToLeft: true, locale: { language: 'ar' } },
  dark: { markup, handlers, dark: true },
} satisfies Scenes;
