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

const press = (root: ShadowRoot, name: string) => [...root.querySelectorAll('button')].find((each) => text(each) === name)!.click();

const leadsEverywhere = aFullService({ zoneId: 'zon_1', shows: ['contract', 'calls', 'traffic', 'dns-records'] });

saysWhatCouldNotBeLoaded('portal-service', { ...serviceScenes.default, handlers: [getServices([leadsEverywhere])] }, [
  { module: 'src/services/record-view.ts', here: (root) => root.querySelector('h2') },
  { module: 'src/services/secrets-panel.ts', here: (root) => root.querySelector('[part="secrets"]') },
  {
    module: 'src/services/actions-panel.ts',
    need: (root) => press(root, 'Edit'),
    here: (root) => root.querySelector('dialog form'),
    leave: (root) => press(root, 'Cancel'),
  },
  elementInDialog('portal-contract', (root) => press(root, 'View contract')),
  elementInDialog('portal-call-list', (root) => press(root, 'View call list')),
  elementInDialog('portal-traffic', (root) => press(root, 'View traffic statistics')),
  elementInDialog('portal-dns-records', (root) => press(root, 'View DNS records')),
]);

keepsThePortalContract('portal-service', serviceScenes);

keepsWhatItShows('portal-service', {
  scene: { ...serviceScenes.default, handlers: [getServices([leadsEverywhere]), listCalls(), ...serviceScenes.default.handlers] },
  open: (root) => press(root, 'View call list'),
  tag: 'portal-call-list',
  type: { selector: '[type="search"]', text: '030' },
});

mergesThreeWays<PortalService, ReturnType<typeof aFullService>>('Editing a service', {
  scene: serviceScenes.default,
  record: aFullService(),
  path: '/services/ser_web',
  open: ({ element }) => {
    press(element.shadowRoot!, 'Edit');
    return Promise.resolve();
  },
  mine: { name: 'label', value: 'Our website', sent: { label: 'Our website' } },
  clash: { label: 'Their website' },
  theirs: { change: { autoRenew: false }, name: 'autoRenew', value: false },
  save: 'Save',
});

describe('<portal-service>', () => {
  const root = (element: PortalService) => element.shadowRoot!;
  const find = <E extends HTMLElement = HTMLElement>(element: PortalService, selector: string) => root(element).querySelector<E>(selector)!;
  const part = (element: PortalService, name: string) => text(find(element, `[part~="${name}"]`));
  const button = (element: PortalService, name: string, inside = '') =>
    [...root(element).querySelectorAll<HTMLElement>(`${inside} button`)].find((each) => (each.ariaLabel ?? text(each)) === name)!;
  const sent = (requests: Request[], method: string) => requests.filter((request) => request.method === method);

  async function open(element: PortalService, name: string): Promise<HTMLFormElement> {
    button(element, name).click();
    await until(() => root(element).querySelector('dialog[open] form'));
    return find<HTMLFormElement>(element, 'dialog form');
  }

  function type(field: HTMLInputElement | HTMLTextAreaElement, value: string): void {
    field.value = value;
    field.dispatchEvent(new Event('input'));
  }

  it('shows its terms, every extra with its price, and what all of it comes to, by currency', async () => {
    const { element } = await mountReady<PortalService>(serviceScenes.default);
    expect(text(find(element, 'h2'))).to.equal('Web hosting P-10012 Company website Active');
    expect(part(element, 'facts'))
      .to.contain('Product Web hosting Business')
      .and.to.contain('Price €19.90 a month plus tax')
      .and.to.contain('Cancel by Feb 15, 2027')
      .and.to.contain('Renews by itself Yes')
      .and.to.contain('Paid with Visa ••••4242');
    expect(part(element, 'extras')).to.contain('10 GB of space 3 €2.50 a month €90.00').and.to.contain('Set-up 1 €49.00 once —');
    expect(part(element, 'totals')).to.equal(
      'Total with all that belongs to it €47.32 a month €567.80 a year, plus tax $17.00 a month $204.00 a year, plus tax',
    );
  });

  it('opens what belongs to it in place, with the focus, unless the page wants it elsewhere', async () => {
    const { element } = await mountReady<PortalService>(serviceScenes.default);
    const refuse = (event: Event) => event.preventDefault();
    element.addEventListener('portal-service-open', refuse);
    button(element, 'Certificate “Organisation”').click();
    expect(element.serviceId).to.equal('ser_web');
    element.removeEventListener('portal-service-open', refuse);
    button(element, 'Certificate “Organisation”').click();
    await until(() => text(root(element).querySelector('h2')).includes('P-10013'));
    expect(root(element).activeElement?.localName).to.equal('h2');
    expect(part(element, 'facts')).to.contain('Belongs to Company website');
  });

  it('has links only to what the person may see', async () => {
    const links = (element: PortalService) => [...root(element).querySelectorAll('[part="links"] > *')].map((each) => text(each));
    const whole = await mountReady<PortalService>(serviceScenes.linked);
    expect(links(whole.element)).to.deep.equal(['View contract', 'View DNS records']);
    expect(find(whole.element, '[part="links"] a:last-child').getAttribute('href')).to.equal('/dns-records?zone=zon_1');
    const billing = await mountReady<PortalService>({ ...serviceScenes.default, permissions: personas.billing });
    expect(links(billing.element)).to.deep.equal([]);
  });

  it('shows a secret when it is asked for, and hides it again after the time that the server says', async () => {
    const handlers = [getServices(), revealServiceSecret(1)];
    const { element, requests } = await mountReady<PortalService>({ ...serviceScenes.default, handlers });
    await until(() => button(element, 'Show: PIN'));
    expect(part(element, 'secrets')).to.contain('Password of the control panel Not shown to anyone yet');
    expect(part(element, 'secrets')).to.contain('PIN Last shown to Bruno Billing, Nov 3, 2026, 9:30 AM');
    button(element, 'Show: PIN').click();
    await until(() => root(element).querySelector('[part="secret"]'));
    expect(part(element, 'secret')).to.equal('secret of sec_2');
    expect(sent(requests, 'POST').length).to.equal(1);
    await until(() => !root(element).querySelector('[part="secret"]'));
    expect(markup(element)).not.to.contain('secret of sec_2');
  });

  it('forgets a secret that is shown when the right is taken away, and does not show it when the right comes back', async () => {
    const { element, provision } = await mountReady<PortalService>(serviceScenes.default);
    await until(() => button(element, 'Show: PIN'));
    button(element, 'Show: PIN').click();
    await until(() => root(element).querySelector('[part="secret"]'));
    provision!.update({ permissions: personas['no-permissions'] });
    await settled(element, 'denied');
    provision!.update({ permissions: personas.owner });
    await settled(element);
    await until(() => button(element, 'Show: PIN'));
    expect(root(element).querySelectorAll('[part="secret"]').length).to.equal(0);
  });

  it('does not keep a secret that arrives after the element was left', async () => {
    let answer!: () => void;
    const late = new Promise<void>((resolve) => (answer = resolve));
    const reveal = msw.post('*/reveal', async () => {
      await late;
      return Response.json({ id: 'sec_2', value: 'late', seconds: 60 });
    });
    const { element, host, requests } = await mountReady<PortalService>({ ...serviceScenes.default, handlers: [getServices(), reveal] });
    await until(() => button(element, 'Show: PIN'));
    button(element, 'Show: PIN').click();
    await until(() => sent(requests, 'POST').length === 1);
    element.remove();
    await Promise.resolve();
    host.append(element);
    const before = requests.length;
    answer();
    await until(() => requests.length > before);
    await settled(element);
    await until(() => button(element, 'Show: PIN')?.ariaDisabled === 'false');
    expect(root(element).querySelectorAll('[part="secret"]').length).to.equal(0);
  });

  it('neither offers nor shows anything to change to who may only look', async () => {
    const { element } = await mountReady<PortalService>(serviceScenes.readOnly);
    expect(part(element, 'actions')).to.equal('');
    expect(root(element).querySelectorAll('[part="secrets"]').length).to.equal(0);
  });

  it('sends what differs against the version that was read, tells the page, and says what was saved', async () => {
    const { element, requests } = await mountReady<PortalService>(serviceScenes.default);
    const changed: (string | null)[] = [];
    element.addEventListener('portal-service-changed', (event) => changed.push(event.service.label));
    const form = await open(element, 'Edit');
    type(form.querySelector<HTMLInputElement>('[name="label"]')!, '  Main site ');
    const method = form.querySelector<HTMLSelectElement>('[name="paymentMethodId"]')!;
    method.value = 'pm_2';
    method.dispatchEvent(new Event('change'));
    form.requestSubmit();
    await until(() => root(element).querySelector('[part="notice"]'));
    const [request] = sent(requests, 'PATCH');
    expect(request!.headers.get('If-Match')).to.equal('"1"');
    expect(await request!.json()).to.deep.equal({ label: 'Main site', paymentMethodId: 'pm_2' });
    expect(changed).to.deep.equal(['Main site']);
    expect(part(element, 'notice')).to.equal('Main site has been saved.');
    expect(root(element).querySelectorAll('dialog').length).to.equal(0);
  });

  it('says when a service would end before it is renewed no longer', async () => {
    const { element } = await mountReady<PortalService>(serviceScenes.default);
    const form = await open(element, 'Edit');
    expect(text(form)).to.contain('The next term begins on Mar 1, 2027.');
    form.querySelector<HTMLElement>('[name="autoRenew"]')!.click();
    await until(() => text(form).includes('The service then ends on Feb 28, 2027.'));
  });

  it('cancels to the day that was chosen, after saying what it means; without a day it asks for one', async () => {
    const { element, requests } = await mountReady<PortalService>(serviceScenes.default);
    const form = await open(element, 'Cancel service');
    expect(text(form))
      .to.contain('At the end of the term, on Feb 28, 2027')
      .and.to.contain('What belongs to the service is cancelled with it.')
      .and.to.contain('The loyalty discount is lost.');
    form.requestSubmit();
    await until(() => text(form).includes('Please choose when it should end.'));
    expect((root(element).activeElement as HTMLInputElement).name).to.equal('when');
    expect(sent(requests, 'PUT').length).to.equal(0);
    form.querySelector<HTMLElement>('[value="end-of-term"]')!.click();
    type(form.querySelector('textarea')!, 'Too large');
    form.requestSubmit();
    await until(() => root(element).querySelector('[part="notice"]'));
    expect(await sent(requests, 'PUT')[0]!.json()).to.deep.equal({ when: 'end-of-term', lastDay: '2027-02-28', reason: 'Too large' });
    expect(part(element, 'notice')).to.equal('Company website has been cancelled; its last day is Feb 28, 2027.');
  });

  it('shows the present days when the chosen one no longer holds, and keeps the reason', async () => {
    const { element, answerWith } = await mountReady<PortalService>(serviceScenes.default);
    const form = await open(element, 'Cancel service');
    form.querySelector<HTMLElement>('[value="end-of-term"]')!.click();
    type(form.querySelector('textarea')!, 'Too large');
    const later = [{ when: 'end-of-term', lastDay: '2027-03-31' }];
    answerWith([getServices([aFullService({ cancelOptions: later })]), cancelService(409, 'urn:problem:day-changed')]);
    form.requestSubmit();
    await until(() => text(form).includes('on Mar 31, 2027'));
    expect(text(form)).to.contain('can no longer be cancelled to this day');
    expect(form.querySelector('textarea')!.value).to.equal('Too large');
  });

  it('withdraws a cancellation', async () => {
    const { element, requests } = await mountReady<PortalService>(serviceScenes.cancelled);
    expect(text(find(element, 'section'))).to.contain('ends on Feb 28, 2027. Your reason: We move elsewhere.');
    const form = await open(element, 'Withdraw the cancellation');
    form.requestSubmit();
    await until(() => root(element).querySelector('[part="notice"]'));
    expect(sent(requests, 'DELETE').length).to.equal(1);
    expect(part(element, 'notice')).to.equal('The cancellation of Company website has been withdrawn.');
  });
});
