import { html } from 'lit';
import type { Scenes } from './scene.js';

const inside = html`<portal-gate permission="billing.invoices">
  <p>Invoices from here.</p>
  <p slot="denied">No invoices for you.</p>
</portal-gate>`;
const everything = '{"allow":{"client-portal":["view","create","update","delete"]}}';
const viewing = '{"allow":{"billing":["view"]}}';
const markup = html`<portal-provider permissions=${everything}>${inside}</portal-provider>`;
const handlers: [] = [];

/** It shows nothing of its own: each scene is what a gate inside it makes of the permissions that the page gives as JSON. */
export const providerScenes = {
  default: { markup, handlers },
  loading: { markup, handlers },
  empty: { markup: html`<portal-provider permissions=${everything}></portal-provider>`, handlers },
  error: { markup: html`<portal-provider permissions="{broken">${inside}</portal-provider>`, handlers, phase: 'denied' },
  denied: { markup: html`<portal-provider permissions="{}">${inside}</portal-provider>`, handlers, phase: 'denied' },
  readOnly: { markup: html`<portal-provider permissions=${viewing}>${inside}</portal-provider>`, handlers },
  longText: { markup, handlers },
  manyRows: {
    markup: html`<portal-provider permissions=${everything}>${Array.from({ length: 12 }, () => inside)}</portal-provider>`,
    handlers,
  },
  narrow: { markup, handlers, width: 320 },
  rightToLeft: { markup, handlers, rightToLeft: true },
  dark: { markup, handlers, dark: true },
} satisfies Scenes;
