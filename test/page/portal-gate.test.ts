import { expect, html } from '@open-wc/testing';
import '../../src/define/portal-gate.js';
import '../../src/define/portal-menu.js';
import '../../src/define/portal-user-menu.js';
import type { PortalGate } from '../../src/page/portal-gate.js';
import { personas } from '../mocks/session.js';
import { gateScenes } from '../scenes/gate.js';
import { keepsThePortalContract } from '../support/contract.js';
import { mountReady, settled, text, until } from '../support/mount.js';

keepsThePortalContract('portal-gate', gateScenes, { guest: true });

describe('<portal-gate>', () => {
  const visible = (element: Element) =>
    [...element.children].filter((each) => each.checkVisibility()).map((each) => each.textContent.replace(/\s+/g, ' ').trim());

  it('shows one or the other, and nothing before it is known', async () => {
    const allowed = await mountReady<PortalGate>(gateScenes.default);
    expect(visible(allowed.element)).to.deep.equal(['Invoices from here. See them']);
    const denied = await mountReady<PortalGate>(gateScenes.denied);
    expect(visible(denied.element)).to.deep.equal(['Ask whoever manages your contract. Contact']);
    const pending = await mountReady<PortalGate>(gateScenes.loading);
    expect(visible(pending.element)).to.deep.equal([]);
  });

  it('follows the permissions, and moves the focus out of what disappears but not out of what stays', async () => {
    const { element, provision } = await mountReady<PortalGate>(gateScenes.default);
    const [invoices, contact] = element.querySelectorAll('a');
    invoices!.focus();
    provision!.update({ permissions: personas.tech });
    await settled(element, 'denied');
    expect(document.activeElement === invoices || document.activeElement === document.body).to.equal(false);
    contact!.focus();
    provision!.update({ permissions: { ...personas.tech } });
    await element.updateComplete;
    expect(document.activeElement === contact).to.equal(true);
    provision!.update({ permissions: personas.owner });
    await settled(element);
    expect(visible(element)).to.deep.equal(['Invoices from here. See them']);
  });

  it('can ask for more than to view', async () => {
    const { element, provision } = await mountReady<PortalGate>(gateScenes.readOnly);
    expect(visible(element)).to.deep.equal([]);
    provision!.update({ permissions: personas.billing });
    await settled(element);
    expect(visible(element)).to.deep.equal(['May pay.']);
  });

  it('stays closed to everyone where the permission or the action does not exist', async () => {
    const { element } = await mountReady<PortalGate>(gateScenes.error);
    expect(visible(element)).to.deep.equal([]);
    element.permission = 'billing.invoices';
    element.action = 'toString';
    await element.updateComplete;
    expect(element.getAttribute('phase')).to.equal('denied');
    element.permission = '';
    element.action = 'view';
    await element.updateComplete;
    expect(element.getAttribute('phase')).to.equal('denied');
  });

  it('leaves no gap and takes no part in the layout', async () => {
    const { element, host } = await mountReady<PortalGate>({
      ...gateScenes.error,
      markup: html`<portal-gate permission="devices"></portal-gate>`,
      permissions: personas.billing,
    });
    host.style.cssText = 'display: grid; gap: 50px';
    expect(host.offsetHeight).to.equal(0);
    expect(getComputedStyle(element).display).to.equal('contents');
    element.hidden = true;
    expect(getComputedStyle(element).display).to.equal('none');
  });

  it('as a group closes when everything inside has closed, and opens again', async () => {
    const { element, host, provision } = await mountReady<PortalGate>({
      ...gateScenes.group,
      markup: html`<portal-gate>
        <section>
          <portal-menu><a href="/dns" data-permission="devices.dns-zones">Zones</a></portal-menu>
        </section>
        <portal-gate permission="billing.invoices"><p>Invoices</p></portal-gate>
        <p slot="denied">There is nothing here for you yet.</p>
      </portal-gate>`,
    });
    expect(text(host)).to.equal('Zones Invoices');
    provision!.update({ permissions: personas.tech });
    await until(() => text(host) === 'Zones');
    provision!.update({ permissions: personas['no-permissions'] });
    await settled(element, 'denied');
    expect(text(host)).to.equal('There is nothing here for you yet.');
    provision!.update({ permissions: personas.billing });
    await settled(element);
    expect(text(host)).to.equal('Invoices');
  });

  it('as a group looks into slots and shadow roots, and waits for tags that are not there yet', async () => {
    const { element, host } = await mountReady<PortalGate>({
      ...gateScenes.group,
      markup: html`<portal-gate><div></div></portal-gate>`,
      phase: 'pending',
    });
    const card = element.querySelector('div')!;
    card.attachShadow({ mode: 'open' }).append(document.createElement('slot'));
    const menu = document.createElement('portal-menu');
    card.append(menu);
    await settled(element, 'denied');
    menu.append(Object.assign(document.createElement('a'), { href: '/help', textContent: 'Help' }));
    await settled(element);
    menu.remove();
    card.append(document.createElement('portal-not-loaded'));
    await settled(element, 'pending');
    expect(host.isConnected).to.equal(true);
  });
});
