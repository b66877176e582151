import { expect, html } from '@open-wc/testing';
import '../../src/define/portal-menu.js';
import type { PortalMenu } from '../../src/page/portal-menu.js';
import { personas } from '../mocks/session.js';
import { menuScenes } from '../scenes/menu.js';
import { keepsThePortalContract } from '../support/contract.js';
import { mountReady, settled, text, until } from '../support/mount.js';

keepsThePortalContract('portal-menu', menuScenes);

describe('<portal-menu>', () => {
  const visible = (element: PortalMenu) =>
    [...element.querySelectorAll('a')].filter((each) => each.checkVisibility()).map((each) => text(each));

  it('shows the permitted links only, named by the page or by what they lead to', async () => {
    const owner = await mountReady<PortalMenu>(menuScenes.default);
    expect(visible(owner.element)).to.deep.equal(['Bills', 'Calls', 'DNS zones']);
    const tech = await mountReady<PortalMenu>(menuScenes.readOnly);
    expect(visible(tech.element)).to.deep.equal(['Calls', 'DNS zones']);
  });

  it('asks for nothing', async () => {
    const page = await mountReady<PortalMenu>(menuScenes.default);
    expect(page.requests.length).to.equal(0);
  });

  it('follows the permissions, and what the page adds, changes and removes', async () => {
    const page = await mountReady<PortalMenu>(menuScenes.default);
    page.provision!.update({ permissions: personas.billing });
    await until(() => visible(page.element).join() === 'Bills');
    const link = document.createElement('a');
    link.href = '/quotes';
    link.dataset['permission'] = 'billing.quotes';
    page.element.append(link);
    await until(() => visible(page.element).join() === 'Bills,Quotes');
    link.dataset['permission'] = 'devices.racks';
    await until(() => visible(page.element).join() === 'Bills');
    page.element.querySelector('a')!.remove();
    await settled(page.element, 'denied');
  });

  it('names empty links in the language of the moment', async () => {
    const page = await mountReady<PortalMenu>(menuScenes.default);
    page.provision!.update({ locale: { language: 'de' } });
    await until(() => visible(page.element).join() === 'Bills,Anrufe,DNS-Zonen');
    page.provision!.update({ locale: { language: 'cs' } });
    await until(() => visible(page.element).join() === 'Bills,Hovory,DNS zóny');
  });

  it('groups links under their nodes where one has several, and a node with nothing under it is gone', async () => {
    const page = await mountReady<PortalMenu>(menuScenes.manyRows);
    expect(page.texts('[part="group"]')).to.deep.equal([
      'Client profile',
      'Billing and services',
      'Contracts',
      'Reports',
      'Domain management',
      'Support',
      'Device manager',
      'Preferences',
    ]);
    page.provision!.update({ permissions: personas.tech });
    await until(() => page.texts('[part="group"]').join() === 'Contracts,Device manager');
  });

  it('marks the page one is on', async () => {
    const page = await mountReady<PortalMenu>({
      ...menuScenes.default,
      markup: html`<portal-menu>
        <a href=${`${location.pathname}?x=1`} data-permission="billing.invoices">Here</a>
        <a href="/elsewhere" data-permission="contracts.call-list">There</a>
      </portal-menu>`,
    });
    expect([...page.element.querySelectorAll('a')].map((each) => each.getAttribute('aria-current'))).to.deep.equal(['page', null]);
  });

  describe('folded', () => {
    it('shows what leads a node, the names of the others, and a lonely link as it is', async () => {
      const page = await mountReady<PortalMenu>(menuScenes.folded);
      expect(visible(page.element)).to.deep.equal(['Contracts', 'DNS zones']);
      expect(page.button('Billing and services')!.getAttribute('aria-expanded')).to.equal('false');
      page.provision!.update({ permissions: { allow: { 'contracts.call-list': ['view'], 'billing.credits': ['view'] } } });
      await until(() => visible(page.element).join() === 'Credits,Calls');
      expect(page.root.querySelectorAll('button').length).to.equal(0);
    });

    it('opens one node at a time, and closes by its button, Escape, a press elsewhere and a chosen link', async () => {
      const page = await mountReady<PortalMenu>(menuScenes.folded);
      const contracts = page.button('More under Contracts')!;
      contracts.click();
      await until(() => visible(page.element).join() === 'Calls,Contracts,Traffic,DNS zones');
      await page.press('Billing and services');
      await until(() => visible(page.element).join() === 'Invoices,Credits,Contracts,DNS zones');
      await page.press('Billing and services');
      await until(() => visible(page.element).length === 2);
      contracts.click();
      await until(() => visible(page.element).length === 4);
      page.element.querySelector<HTMLElement>('[href="/traffic"]')!.focus();
      page.element
        .querySelector('[href="/traffic"]')!
        .dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
      await until(() => visible(page.element).length === 2);
      expect(page.focused === contracts).to.equal(true);
      contracts.click();
      await until(() => visible(page.element).length === 4);
      document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
      await until(() => visible(page.element).length === 2);
      contracts.click();
      await until(() => visible(page.element).length === 4);
      const link = page.element.querySelector<HTMLElement>('[href="/traffic"]')!;
      link.addEventListener('click', (event) => event.preventDefault());
      link.click();
      await until(() => visible(page.element).length === 2);
    });

    it('closes when the focus goes on, and stays open while it is inside', async () => {
      const page = await mountReady<PortalMenu>(menuScenes.folded);
      const contracts = page.button('More under Contracts')!;
      contracts.focus();
      contracts.click();
      await until(() => visible(page.element).length === 4);
      page.element.querySelector<HTMLElement>('[href="/calls"]')!.focus();
      await page.element.updateComplete;
      expect(visible(page.element).length).to.equal(4);
      page.element.querySelector<HTMLElement>('[href="/dns"]')!.focus();
      await until(() => visible(page.element).length === 2);
    });
  });

  it('takes links that an editor has wrapped in paragraphs', async () => {
    const page = await mountReady<PortalMenu>({
      ...menuScenes.readOnly,
      markup: html`<portal-menu
        ><p>
          <a href="/i" data-permission="billing.invoices">I</a><br /><a href="/c" data-permission="contracts.call-list">C</a>
        </p></portal-menu
      >`,
    });
    expect(visible(page.element)).to.deep.equal(['C']);
  });

  it('hides a link whose permission does not exist, also from those who may do everything', async () => {
    const page = await mountReady<PortalMenu>({
      ...menuScenes.error,
      markup: html`<portal-menu>
        <a href="/a" data-permission="constructor">A</a><a href="/b" data-permission="billing.nothing">B</a>
        <a href="/c" data-permission="billing">C</a>
      </portal-menu>`,
      phase: 'ready',
    });
    expect(visible(page.element)).to.deep.equal(['C']);
  });
});
