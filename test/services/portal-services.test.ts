import { expect } from '@open-wc/testing';
import '../../src/define/portal-services.js';
import type { PortalServices } from '../../src/services/portal-services.js';
import { aService, getServices, listServices } from '../mocks/services.js';
import { servicesScenes } from '../scenes/services.js';
import { elementInDialog, saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { keepsWhatItShows } from '../support/kept-alive.js';
import { mountReady, openFilters, settled, text, until } from '../support/mount.js';

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
    open: async (root) => {
      const rename = () => [...root.querySelectorAll<HTMLElement>('button')].find((each) => text(each) === 'Edit');
      await until(rename);
      rename()!.click();
    },
  },
});

keepsThePortalContract('portal-services', servicesScenes);

describe('<portal-services>', () => {
  const root = (element: PortalServices) => element.shadowRoot!;
  const rows = (element: PortalServices) => [...root(element).querySelectorAll<HTMLElement>('[part="row"]')];
  const row = (element: PortalServices, name: string) => text(rows(element).find((each) => text(each).startsWith(name)));
  const button = (element: PortalServices, name: string) =>
    [...root(element).querySelectorAll('button')].find((each) => text(each) === name)!;
  const queries = (requests: Request[], path = '/services') =>
    requests
      .map(({ url }) => new URL(url))
      .filter(({ pathname }) => pathname.endsWith(path))
      .map(({ searchParams }) => searchParams);

  it('shows what a service is called, costs in its period and in a year, and which day matters next', async () => {
    const { element } = await mountReady<PortalServices>({ ...servicesScenes.default, width: 1100 });
    expect(row(element, 'Company website')).to.equal(
      'Company website Web hosting Business P-10012 Web hosting acme.example €19.90 a month €448.80 a year in all Renews Mar 1, 2027 Invoice Dec 1, 2026 Active',
    );
    expect(row(element, 'Certificate')).to.contain('€119.00 a year Renews').and.not.to.contain('in all');
    expect(row(element, 'Domain')).to.contain('€44.00 every two years €22.00 a year in all Ends Dec 18, 2026');
    expect(row(element, 'Online shop')).to.contain('Suspended The invoice of September is overdue.');
    expect(row(element, 'Video')).to.contain('Streaming — €45.00 a fortnight Starts Nov 26, 2026 Waiting');
  });

  it('sums up by month and by year, in the currencies that the server names', async () => {
    const { element } = await mountReady<PortalServices>(servicesScenes.default);
    expect(text(root(element).querySelector('[part="summary"]'))).to.equal('A month, plus tax €116.23 A year, plus tax €1,394.80');
  });

  it('leaves out what has ended until it is asked for', async () => {
    const { element, requests } = await mountReady<PortalServices>(servicesScenes.default);
    expect(queries(requests)[0]!.get('status')).to.equal('current');
    expect(text(root(element).querySelector('[part="ended"]'))).to.equal('1 service that has ended is not shown. Show ended ones too');
    button(element, 'Show ended ones too').click();
    await until(() => rows(element).length === 7);
    expect(queries(requests).at(-1)!.has('status')).to.equal(false);
    expect(row(element, 'Fax line')).to.contain('Ended Dec 31, 2021 Expired');
    expect(root(element).querySelectorAll('[part="ended"]').length).to.equal(0);
  });

  it('filters by what renews or ends within some days', async () => {
    const { element, requests } = await mountReady<PortalServices>(servicesScenes.default);
    const panel = await openFilters(element);
    const select = panel.querySelector('[value="365"]')!.closest('select')!;
    select.value = '30';
    select.dispatchEvent(new Event('change'));
    await until(() => queries(requests).at(-1)!.get('renewingWithin') === '30');
    expect(element.query).to.equal('renewingWithin=30');
  });

  it('saves the renewals that the filter shows as a calendar', async () => {
    const scene = { ...servicesScenes.default, markup: servicesScenes.withEnded.markup };
    const { element, requests } = await mountReady<PortalServices>(scene);
    element.query = 'type=domain&sort=-price';
    await until(() => queries(requests).at(-1)!.get('type') === 'domain');
    await settled(element, 'ready');
    button(element, 'Calendar of renewals').click();
    await until(() => queries(requests, '/service-renewals').length === 1);
    expect([...queries(requests, '/service-renewals')[0]!].sort()).to.deep.equal([
      ['status', 'current'],
      ['type', 'domain'],
    ]);
  });

  it('has neither prices nor a way to sort by them where these are kept from the person', async () => {
    const { element } = await mountReady<PortalServices>(servicesScenes.withoutPrices);
    expect(text(root(element).querySelector('section'))).not.to.match(/€|Price/);
    expect(root(element).querySelectorAll('[data-column="price"]').length).to.equal(0);
  });

  it('leads where the page says, or opens the service in place', async () => {
    const { element } = await mountReady<PortalServices>({
      ...servicesScenes.default,
      handlers: [listServices([aService({ id: 'ser/1' })]), getServices()],
    });
    element.itemHref = '/service?id={id}';
    await until(() => root(element).querySelector('tbody th a'));
    expect(root(element).querySelector('tbody th a')!.getAttribute('href')).to.equal('/service?id=ser%2F1');
    element.itemHref = undefined;
    await until(() => root(element).querySelector('tbody th button'));
    root(element).querySelector<HTMLElement>('tbody th button')!.click();
    await until(() => root(element).querySelector('portal-service')?.getAttribute('service-id') === 'ser/1');
  });
});
