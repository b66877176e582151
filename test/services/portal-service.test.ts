import { expect } from '@open-wc/testing';
import { http as msw } from 'msw';
import '../../src/define/portal-service.js';
import type { PortalService } from '../../src/services/portal-service.js';
import { aFullService, cancelService, getServices, revealServiceSecret } from '../mocks/services.js';
import { listCalls } from '../mocks/calls.js';
import { personas } from '../mocks/session.js';
import { serviceScenes } from '../scenes/service.js';
import { elementInDialog, saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { keepsWhatItShows } from '../support/kept-alive.js';
import { mergesThreeWays } from '../support/three-way.js';
import { markup, mountReady, settled, text, until } from '../support/mount.js';
import { pageOf } from '../support/page.js';

const leadsEverywhere = aFullService({ zoneId: 'zon_1', shows: ['contract', 'calls', 'traffic', 'dns-records'] });

saysWhatCouldNotBeLoaded('portal-service', { ...serviceScenes.default, handlers: [getServices([leadsEverywhere])] }, [
  { module: 'src/services/record-view.ts', here: (root) => root.querySelector('h2') },
  { module: 'src/services/secrets-panel.ts', here: (root) => root.querySelector('[part="secrets"]') },
  {
    module: 'src/services/actions-panel.ts',
    need: (root) => pageOf(root).press('Edit'),
    here: (root) => root.querySelector('dialog form'),
    leave: (root) => pageOf(root).press('Cancel'),
  },
  elementInDialog('portal-contract', (root) => pageOf(root).press('View contract')),
  elementInDialog('portal-call-list', (root) => pageOf(root).press('View call list')),
  elementInDialog('portal-traffic', (root) => pageOf(root).press('View traffic statistics')),
  elementInDialog('portal-dns-records', (root) => pageOf(root).press('View DNS records')),
]);

keepsThePortalContract('portal-service', serviceScenes);

keepsWhatItShows('portal-service', {
  scene: { ...serviceScenes.default, handlers: [getServices([leadsEverywhere]), listCalls(), ...serviceScenes.default.handlers] },
  open: (root) => pageOf(root).press('View call list'),
  tag: 'portal-call-list',
  type: { selector: '[type="search"]', text: '030' },
});

mergesThreeWays<PortalService, ReturnType<typeof aFullService>>('Editing a service', {
  scene: serviceScenes.default,
  record: aFullService(),
  path: '/services/ser_web',
  open: (page) => page.press('Edit'),
  mine: { name: 'label', value: 'Our website', sent: { label: 'Our website' } },
  clash: { change: { label: 'Their website' }, value: 'Their website' },
  theirs: { change: { autoRenew: false }, name: 'autoRenew', value: false },
  save: 'Save',
});

describe('<portal-service>', () => {
  it('shows its terms, every extra with its price, and what all of it comes to, by currency', async () => {
    const page = await mountReady<PortalService>(serviceScenes.default);
    expect(page.heading).to.equal('Web hosting P-10012 Company website Active');
    expect(page.part('facts'))
      .to.contain('Product Web hosting Business')
      .and.to.contain('Price €19.90 a month plus tax')
      .and.to.contain('Cancel by Feb 15, 2027')
      .and.to.contain('Renews by itself Yes')
      .and.to.contain('Paid with Visa ••••4242');
    expect(page.part('extras')).to.contain('10 GB of space 3 €2.50 a month €90.00').and.to.contain('Set-up 1 €49.00 once —');
    expect(page.part('totals')).to.equal(
      'Total with all that belongs to it €47.32 a month €567.80 a year, plus tax $17.00 a month $204.00 a year, plus tax',
    );
  });

  it('opens what belongs to it in place, with the focus, unless the page wants it elsewhere', async () => {
    const page = await mountReady<PortalService>(serviceScenes.default);
    const refuse = (event: Event) => event.preventDefault();
    page.element.addEventListener('portal-service-open', refuse);
    await page.press('Certificate “Organisation”');
    expect(page.element.serviceId).to.equal('ser_web');
    page.element.removeEventListener('portal-service-open', refuse);
    await page.press('Certificate “Organisation”');
    await until(() => page.heading.includes('P-10013'));
    expect(page.focused?.localName).to.equal('h2');
    expect(page.part('facts')).to.contain('Belongs to Company website');
  });

  it('has links only to what the person may see', async () => {
    const whole = await mountReady<PortalService>(serviceScenes.linked);
    expect(whole.texts('[part="links"] > *')).to.deep.equal(['View contract', 'View DNS records']);
    expect(whole.root.querySelector('[part="links"] a:last-child')!.getAttribute('href')).to.equal('/dns-records?zone=zon_1');
    const billing = await mountReady<PortalService>({ ...serviceScenes.default, permissions: personas.billing });
    expect(billing.texts('[part="links"] > *')).to.deep.equal([]);
  });

  it('shows a secret when it is asked for, and hides it again after the time that the server says', async () => {
    const handlers = [getServices(), revealServiceSecret(1)];
    const page = await mountReady<PortalService>({ ...serviceScenes.default, handlers });
    await until(() => page.button('Show: PIN'));
    expect(page.part('secrets')).to.contain('Password of the control panel Not shown to anyone yet');
    expect(page.part('secrets')).to.contain('PIN Last shown to Bruno Billing, Nov 3, 2026, 9:30 AM');
    await page.press('Show: PIN');
    await until(() => page.root.querySelector('[part="secret"]'));
    expect(page.part('secret')).to.equal('secret of sec_2');
    expect(page.sent('POST').length).to.equal(1);
    await until(() => !page.root.querySelector('[part="secret"]'));
    expect(markup(page.element)).not.to.contain('secret of sec_2');
  });

  it('forgets a secret that is shown when the right is taken away, and does not show it when the right comes back', async () => {
    const page = await mountReady<PortalService>(serviceScenes.default);
    await page.press('Show: PIN');
    await until(() => page.root.querySelector('[part="secret"]'));
    page.provision!.update({ permissions: personas['no-permissions'] });
    await settled(page.element, 'denied');
    page.provision!.update({ permissions: personas.owner });
    await settled(page.element);
    await until(() => page.button('Show: PIN'));
    expect(page.root.querySelectorAll('[part="secret"]').length).to.equal(0);
  });

  it('does not keep a secret that arrives after the element was left', async () => {
    let answer!: () => void;
    const late = new Promise<void>((resolve) => (answer = resolve));
    const reveal = msw.post('*/reveal', async () => {
      await late;
      return Response.json({ id: 'sec_2', value: 'late', seconds: 60 });
    });
    const page = await mountReady<PortalService>({ ...serviceScenes.default, handlers: [getServices(), reveal] });
    await page.press('Show: PIN');
    await until(() => page.sent('POST').length === 1);
    page.element.remove();
    await Promise.resolve();
    page.host.append(page.element);
    const before = page.requests.length;
    answer();
    await until(() => page.requests.length > before);
    await settled(page.element);
    await until(() => page.button('Show: PIN')?.ariaDisabled === 'false');
    expect(page.root.querySelectorAll('[part="secret"]').length).to.equal(0);
  });

  it('neither offers nor shows anything to change to who may only look', async () => {
    const page = await mountReady<PortalService>(serviceScenes.readOnly);
    expect(page.part('actions')).to.equal('');
    expect(page.root.querySelectorAll('[part="secrets"]').length).to.equal(0);
  });

  it('sends what differs against the version that was read, tells the page, and says what was saved', async () => {
    const page = await mountReady<PortalService>(serviceScenes.default);
    const changed: (string | null)[] = [];
    page.element.addEventListener('portal-service-changed', (event) => changed.push(event.service.label));
    await page.press('Edit');
    await until(() => page.dialog?.querySelector('form'));
    await page.fill('label', '  Main site ');
    await page.fill('paymentMethodId', 'pm_2');
    page.submit();
    await until(() => page.part('notice'));
    const [request] = page.sent('PATCH');
    expect(request!.headers.get('If-Match')).to.equal('"1"');
    expect(await request!.json()).to.deep.equal({ label: 'Main site', paymentMethodId: 'pm_2' });
    expect(changed).to.deep.equal(['Main site']);
    expect(page.part('notice')).to.equal('Main site has been saved.');
    expect(page.root.querySelectorAll('dialog').length).to.equal(0);
  });

  it('says when a service would end before it is renewed no longer', async () => {
    const page = await mountReady<PortalService>(serviceScenes.default);
    await page.press('Edit');
    await until(() => page.dialog?.querySelector('form'));
    expect(text(page.dialog)).to.contain('The next term begins on Mar 1, 2027.');
    await page.tick('autoRenew');
    await page.says('The service then ends on Feb 28, 2027.');
  });

  it('cancels to the day that was chosen, after saying what it means; without a day it asks for one', async () => {
    const page = await mountReady<PortalService>(serviceScenes.default);
    await page.press('Cancel service');
    await until(() => page.dialog?.querySelector('form'));
    expect(text(page.dialog))
      .to.contain('At the end of the term, on Feb 28, 2027')
      .and.to.contain('What belongs to the service is cancelled with it.')
      .and.to.contain('The loyalty discount is lost.');
    page.submit();
    await page.says('Please choose when it should end.');
    expect((page.focused as HTMLInputElement).name).to.equal('when');
    expect(page.sent('PUT').length).to.equal(0);
    page.root.querySelector<HTMLElement>('[value="end-of-term"]')!.click();
    await page.fill('reason', 'Too large');
    page.submit();
    await until(() => page.part('notice'));
    expect(await page.sent('PUT')[0]!.json()).to.deep.equal({ when: 'end-of-term', lastDay: '2027-02-28', reason: 'Too large' });
    expect(page.part('notice')).to.equal('Company website has been cancelled; its last day is Feb 28, 2027.');
  });

  it('shows the present days when the chosen one no longer holds, and keeps the reason', async () => {
    const page = await mountReady<PortalService>(serviceScenes.default);
    await page.press('Cancel service');
    await until(() => page.dialog?.querySelector('form'));
    page.root.querySelector<HTMLElement>('[value="end-of-term"]')!.click();
    await page.fill('reason', 'Too large');
    const later = [{ when: 'end-of-term', lastDay: '2027-03-31' }];
    page.answerWith([getServices([aFullService({ cancelOptions: later })]), cancelService(409, 'urn:problem:day-changed')]);
    page.submit();
    await page.says('on Mar 31, 2027');
    expect(text(page.dialog)).to.contain('can no longer be cancelled to this day');
    expect(page.field('reason')!.value).to.equal('Too large');
  });

  it('withdraws a cancellation', async () => {
    const page = await mountReady<PortalService>(serviceScenes.cancelled);
    expect(page.text).to.contain('ends on Feb 28, 2027. Your reason: We move elsewhere.');
    await page.press('Withdraw the cancellation');
    await until(() => page.dialog?.querySelector('form'));
    page.submit();
    await until(() => page.part('notice'));
    expect(page.sent('DELETE').length).to.equal(1);
    expect(page.part('notice')).to.equal('The cancellation of Company website has been withdrawn.');
  });
});
