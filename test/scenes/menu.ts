import { html } from 'lit';
import { resources } from '../../src/context/permissions.js';
import { personas } from '../mocks/session.js';
import type { Scenes } from './scene.js';

/** The element names the link. */
const unnamed = '';
const markup = html`<portal-menu label="Client zone">
  <a href="/invoices" data-permission="billing.invoices">Bills</a>
  <a href="/calls" data-permission="contracts.call-list">${unnamed}</a>
  <a href="/dns" data-permission="devices.dns-zones">${unnamed}</a>
</portal-menu>`;
const all = html`<portal-menu>
  ${resources.filter((id) => id.includes('.')).map((id) => html`<a href="/${id}" data-permission=${id}>${unnamed}</a>`)}
</portal-menu>`;
const folded = html`<portal-menu folded label="Client zone">
  <a href="/invoices" data-permission="billing.invoices">${unnamed}</a>
  <a href="/credits" data-permission="billing.credits">${unnamed}</a>
  <a href="/calls" data-permission="contracts.call-list">${unnamed}</a>
  <a href="/contracts" data-permission="contracts.list">${unnamed}</a>
  <a href="/traffic" data-permission="contracts.traffic">${unnamed}</a>
  <a href="/dns" data-permission="devices.dns-zones">${unnamed}</a>
</portal-menu>`;
const handlers: [] = [];

/** It asks for nothing, so it neither loads nor fails; those scenes show it before and without a provider. */
export const menuScenes = {
  default: { markup, handlers },
  loading: { markup, handlers, noProvider: true, phase: 'pending' },
  empty: { markup, handlers, permissions: personas['no-permissions'], phase: 'denied' },
  error: {
    markup: html`<portal-menu><a href="/x" data-permission="billing.invioces">Misspelt</a></portal-menu>`,
    handlers,
    phase: 'denied',
  },
  denied: { markup, handlers, permissions: null, phase: 'denied' },
  readOnly: { markup, handlers, permissions: personas.tech },
  folded: { markup: folded, handlers },
  longText: {
    markup: html`<portal-menu>
      <a href="/invoices" data-permission="billing.invoices">Rechnungen, Gutschriften und Zahlungserinnerungen der Hauptverwaltung</a>
      <a href="/dns" data-permission="devices.dns-zones">Rechenzentrumsbetriebsgesellschaftszonenverwaltung</a>
    </portal-menu>`,
    handlers,
  },
  manyRows: { markup: all, handlers },
  narrow: { markup: all, handlers, width: 320 },
  rightToLeft: { markup: all, handlers, rightToLeft: true, locale: { language: 'ar' } },
  dark: { markup: all, handlers, dark: true },
} satisfies Scenes;
