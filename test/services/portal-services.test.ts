import { expect } from '@open-wc/testing';
import '../../src/define/portal-services.js';
import type { PortalServices } from '../../src/services/portal-services.js';
import { aService, getServices, listServices } from '../mocks/services.js';
import { servicesScenes } from '../scenes/services.js';
import { elementInDialog, saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { keepsWhatItShows } from '../support/kept-alive.js';
import { mountReady, openFilters, settled, text, until } from '../support/mount.js';
import { pageOf } from '../support/page.js';

saysWhatCouldNotBeLoaded('portal-services', servicesScenes.default, [
  elementInDialog('portal-service', (root) => root.querySelector<HTMLElement>('tbody .link')!.click()),
]);

keepsWhatItShows('portal-services', {
  scene: servicesScenes.default,
  open: (root) => root.querySelector<HTMLElement>('tbody .link')!.click(),
  tag: 'portal-service',
  type: {
    selector: '[name="label"]',
    text: 'Our shop',
    open: (root) => pageOf(root).press('Edit'),
  },
});

keepsThePortalContract('portal-services', servicesScenes);

describe('<portal-services>', () => {
  const queries = (requests: Request[], path = '/services') =>
    requests
      .map(({ url }) => new URL(url))
      .filter(({ pathname }) => pathname.endsWith(path))
      .map(({ searchParams }) => searchParams);

  it('shows what a service is called, costs in its period and in a year, and which day matters next', async () => {
    const page = await mountReady<PortalServices>({ ...servicesScenes.default, width: 1100 });
    expect(text(page.row('Company website'))).to.equal(
      'Company website Web hosting Business P-10012 Web hosting acme.example €19.90 a month €448.80 a year in all Renews Mar 1, 2027 Invoice Dec 1, 2026 Active',
    );
    expect(text(page.row('Certificate')))
      .to.contain('€119.00 a year Renews')
      .and.not.to.contain('in all');
    expect(text(page.row('Domain'))).to.contain('€44.00 every two years €22.00 a year in all Ends Dec 18, 2026');
    expect(text(page.row('Online shop'))).to.contain('Suspended The invoice of September is overdue.');
    expect(text(page.row('Video'))).to.contain('Streaming — €45.00 a fortnight Starts Nov 26, 2026 Waiting');
  });

  it('sums up by month and by year, in the currencies that the server names', async () => {
    const page = await mountReady<PortalServices>(servicesScenes.default);
    expect(page.part('summary')).to.equal('A month, plus tax €116.23 A year, plus tax €1,394.80');
  });

  it('leaves out what has ended until it is asked for', async () => {
    const page = await mountReady<PortalServices>(servicesScenes.default);
    expect(queries(page.requests)[0]!.get('status')).to.equal('current');
    expect(page.part('ended')).to.equal('1 service that has ended is not shown. Show ended ones too');
    await page.press('Show ended ones too');
    await until(() => page.rows.length === 7);
    expect(queries(page.requests).at(-1)!.has('status')).to.equal(false);
    expect(text(page.row('Fax line'))).to.contain('Ended Dec 31, 2021 Expired');
    expect(page.root.querySelectorAll('[part="ended"]').length).to.equal(0);
  });

  it('filters by what renews or ends within some days', async () => {
    const page = await mountReady<PortalServices>(servicesScenes.default);
    await openFilters(page.element);
    await page.fill('Renews or ends', '30');
    await until(() => queries(page.requests).at(-1)!.get('renewingWithin') === '30');
    expect(page.element.query).to.equal('renewingWithin=30');
  });

  it('saves the renewals that the filter shows as a calendar', async () => {
    const scene = { ...servicesScenes.default, markup: servicesScenes.withEnded.markup };
    const page = await mountReady<PortalServices>(scene);
    page.element.query = 'type=domain&sort=-price';
    await until(() => queries(page.requests).at(-1)!.get('type') === 'domain');
    await settled(page.element, 'ready');
    await page.press('Calendar of renewals');
    await until(() => queries(page.requests, '/service-renewals').length === 1);
    expect([...queries(page.requests, '/service-renewals')[0]!].sort()).to.deep.equal([
      ['status', 'current'],
      ['type', 'domain'],
    ]);
  });

  it('has neither prices nor a way to sort by them where these are kept from the person', async () => {
    const page = await mountReady<PortalServices>(servicesScenes.withoutPrices);
    expect(page.text).not.to.match(/€|Price/);
    expect(page.root.querySelectorAll('[data-column="price"]').length).to.equal(0);
  });

  it('leads where the page says, or opens the service in place', async () => {
    const page = await mountReady<PortalServices>({
      ...servicesScenes.default,
      handlers: [listServices([aService({ id: 'ser/1' })]), getServices()],
    });
    page.element.itemHref = '/service?id={id}';
    await until(() => page.root.querySelector('tbody th a'));
    expect(page.root.querySelector('tbody th a')!.getAttribute('href')).to.equal('/service?id=ser%2F1');
    page.element.itemHref = undefined;
    await until(() => page.root.querySelector('tbody th button'));
    page.root.querySelector<HTMLElement>('tbody th button')!.click();
    await until(() => page.root.querySelector('portal-service')?.getAttribute('service-id') === 'ser/1');
  });
});
