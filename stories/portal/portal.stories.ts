import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { callListScenes } from '../../test/scenes/call-list.js';
import { dnsZonesScenes } from '../../test/scenes/dns-zones.js';
import { invoicesScenes } from '../../test/scenes/invoices.js';
import type { Scene } from '../../test/scenes/scene.js';
import { personas } from '../../test/mocks/session.js';
import { auditedStory } from '../story.js';

export default { title: 'Portal/Whole page' } satisfies Meta;

const scene: Scene = {
  markup: html`<portal-user-menu sign-in-href="#"></portal-user-menu>
    <portal-menu>
      <a href="#invoices" data-permission="billing.invoices">Invoices</a>
      <a href="#calls" data-permission="contracts.call-list">Calls</a>
      <a href="#zones" data-permission="devices.dns-zones">DNS zones</a>
    </portal-menu>
    <portal-gate permission="billing.invoices"><h2 id="invoices">Invoices</h2></portal-gate>
    <portal-invoices page-size="10"></portal-invoices>
    <portal-gate permission="contracts.call-list"><h2 id="calls">Calls</h2></portal-gate>
    <portal-call-list page-size="10"></portal-call-list>
    <portal-gate permission="devices.dns-zones"><h2 id="zones">DNS zones</h2></portal-gate>
    <portal-dns-zones page-size="10"></portal-dns-zones>`,
  handlers: [...invoicesScenes.default.handlers, ...callListScenes.default.handlers, ...dnsZonesScenes.default.handlers],
};

export const Owner: StoryObj = auditedStory(scene);
export const Billing: StoryObj = auditedStory({ ...scene, permissions: personas.billing });
export const Technician: StoryObj = auditedStory({ ...scene, permissions: personas.tech });
export const NoPermissions: StoryObj = auditedStory({ ...scene, permissions: personas['no-permissions'] });
export const Narrow: StoryObj = auditedStory({ ...scene, width: 320 });
export const Dark: StoryObj = auditedStory({ ...scene, dark: true });
export const Arabic: StoryObj = auditedStory({ ...scene, rightToLeft: true, locale: { language: 'ar' } });
