import { expect } from '@open-wc/testing';
import { http as msw } from 'msw';
import '../../src/define/portal-notification-settings.js';
import type { PortalNotificationSettings } from '../../src/notifications/portal-notification-settings.js';
import type { components } from '../../src/index.js';
import { problem } from '../mocks/http.js';
import { aNotificationPerson, notificationServer, ofOwner, someCells, somePeople, someSettings } from '../mocks/notifications.js';
import { personas } from '../mocks/session.js';
import { notificationSettingsScenes as scenes } from '../scenes/notification-settings.js';
import { saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { mountReady, settled, text, until } from '../support/mount.js';
import { leaves, type Page } from '../support/page.js';

type Changes = components['schemas']['NotificationChanges'];
type Cell = components['schemas']['NotificationCell'];

saysWhatCouldNotBeLoaded('portal-notification-settings', scenes.default, [
  { module: 'src/notifications/settings-panel.ts', here: (root) => root.querySelector('[part="table"]') },
]);

keepsThePortalContract('portal-notification-settings', scenes);

describe('<portal-notification-settings>', () => {
  /** With a server of its own, for it keeps what is saved. */
  const fresh = (handlers = notificationServer()) => ({ ...scenes.default, handlers });
  const cells = (page: Page, row: number) => [...page.row(row).children].map((cell) => text(cell) || !!cell.querySelector(':checked'));
  const saved = async (page: Page) => ((await page.bodies('PATCH')) as Changes[]).map(({ changes }) => changes);

  it('shows what each person gets, what is fixed, and why', async () => {
    const page = await mountReady<PortalNotificationSettings>(fresh());
    expect(cells(page, 0)).to.deep.equal(['Olivia Owner You owner@acme.example', true, true, 'Always', true, true, true, 'Always']);
    const never = 'Not allowed';
    expect(cells(page, 2)).to.deep.equal(['Tessa Tech tech@acme.example', never, never, never, never, true, true, true]);
    expect(page.part('reasons')).to.contain('have to reach the owners').and.to.contain('may not get billing mail');
    expect(page.root.querySelectorAll('th[scope="col"]').length).to.equal(8);
    expect(page.root.querySelectorAll('th[scope="row"]').length).to.equal(3);
  });

  it('saves what was switched, and nothing else', async () => {
    const page = await mountReady<PortalNotificationSettings>(fresh());
    expect(page.part('staged')).to.equal('');
    await page.tick('New invoices by E-mail for Olivia Owner', 'Support by E-mail for Tessa Tech');
    await page.tick('Renewals by E-mail for Bruno Billing', 'Renewals by E-mail for Bruno Billing');
    await until(() => page.part('staged').includes('2 changes are not saved yet.'));
    await page.press('Save');
    await until(() => page.part('notice') === 'Saved.');
    expect(await saved(page)).to.deep.equal([
      [
        { contactId: 'mem_owner', category: 'invoice', channel: 'email', enabled: false },
        { contactId: 'mem_tech', category: 'support', channel: 'email', enabled: false },
      ],
    ]);
    expect(page.sent('PATCH')[0]!.headers.get('If-Match')).to.equal('"1"');
    await until(() => page.part('staged') === '' && !page.field('New invoices by E-mail for Olivia Owner')!.checked);
    expect(page.focused!.getAttribute('part')).to.equal('notice');
  });

  it('puts everything back that is discarded', async () => {
    const page = await mountReady<PortalNotificationSettings>(fresh());
    const invoices = page.field('New invoices by E-mail for Olivia Owner')!;
    invoices.click();
    await page.press('Discard');
    await until(() => page.part('notice') === 'The changes have been discarded.');
    expect(invoices.checked).to.equal(true);
    expect((await saved(page)).length).to.equal(0);
  });

  it('keeps what was switched when somebody else was faster, and shows what they did', async () => {
    const [owner, ...others] = somePeople();
    const meanwhile = someSettings({
      people: [owner!, { ...others[0]!, cells: someCells(({ category }) => ({ enabled: category !== 'abuse' })) }],
    });
    const page = await mountReady<PortalNotificationSettings>(fresh(notificationServer(someSettings(), meanwhile)));
    await page.tick('New invoices by E-mail for Olivia Owner');
    await page.press('Save');
    await until(() => page.part('stale').includes('Someone else') && cells(page, 1).at(-1) === false);
    expect(page.field('New invoices by E-mail for Olivia Owner')!.checked).to.equal(false);
    await page.press('Save');
    await until(() => page.part('notice') === 'Saved.');
    expect((await saved(page)).at(-1)).to.deep.equal([{ contactId: 'mem_owner', category: 'invoice', channel: 'email', enabled: false }]);
  });

  it('has nothing left to save where somebody else has switched the same, or it can no longer be switched', async () => {
    const [owner, ...others] = somePeople();
    const now = (cell: Cell): Partial<Cell> => {
      if (cell.category === 'receipt') return { locked: true, reason: 'agreed', reasonLabel: 'Agreed in your contract' };
      return { ...ofOwner(cell), ...(cell.category === 'invoice' && { enabled: false }) };
    };
    const meanwhile = someSettings({ people: [{ ...owner!, cells: someCells(now) }, ...others] });
    const page = await mountReady<PortalNotificationSettings>(fresh(notificationServer(someSettings(), meanwhile)));
    for (const category of ['New invoices', 'Payment receipts', 'Renewals']) await page.tick(`${category} by E-mail for Olivia Owner`);
    await until(() => page.part('staged').includes('3 changes'));
    await page.press('Save');
    await until(() => page.part('stale').includes('Someone else'));
    expect(page.part('staged')).to.contain('1 change is not saved yet.');
    expect(cells(page, 0).slice(1, 3)).to.deep.equal([false, 'Always']);
    await page.press('Save');
    await until(() => page.part('notice') === 'Saved.');
    expect((await saved(page)).at(-1)).to.deep.equal([{ contactId: 'mem_owner', category: 'renewal', channel: 'email', enabled: false }]);
  });

  it('shows what others have saved when it is loaded again, unless something is switched here', async () => {
    const page = await mountReady<PortalNotificationSettings>(fresh());
    const [owner, ...others] = somePeople();
    page.answerWith(
      notificationServer(someSettings({ etag: '"7"', people: [{ ...owner!, cells: someCells(() => ({ enabled: false })) }, ...others] })),
    );
    page.provision!.update({ permissions: personas['no-permissions'] });
    await settled(page.element, 'denied');
    page.provision!.update({ permissions: personas.owner });
    await settled(page.element);
    expect(cells(page, 0).slice(1)).to.deep.equal(Array.from({ length: 7 }, () => false));
  });

  it('loses nothing to an error or to a right that comes back, and asks before the page is left', async () => {
    const page = await mountReady<PortalNotificationSettings>(fresh());
    expect(leaves()).to.equal(true);
    await page.tick('Support by E-mail for Olivia Owner');
    await until(() => page.button('Save'));
    expect(leaves()).to.equal(false);
    page.answerWith([msw.patch('*/notification-settings', () => problem(503, 'No'))]);
    await page.press('Save');
    await until(() => page.part('error').includes('Something went wrong'));
    page.answerWith(notificationServer());
    page.provision!.update({ permissions: personas['no-permissions'] });
    await settled(page.element, 'denied');
    page.provision!.update({ permissions: personas.owner });
    await settled(page.element);
    await until(() => page.field('Support by E-mail for Olivia Owner'));
    expect(page.field('Support by E-mail for Olivia Owner')!.checked).to.equal(false);
    expect(page.part('staged')).to.contain('1 change is not saved yet.');
  });

  it('shows words instead of boxes to who may only look', async () => {
    const page = await mountReady<PortalNotificationSettings>(scenes.readOnly);
    expect(page.root.querySelectorAll('input').length).to.equal(0);
    expect(cells(page, 0).slice(1, 4)).to.deep.equal(['Yes', 'Yes', 'Always']);
    expect(text(page.root.querySelector('.notice'))).to.equal('You can see these settings, but not change them.');
  });

  it('names each way where there are several, also those it does not know', async () => {
    const channels = [
      { id: 'email', label: 'Mail' },
      { id: 'pager', label: 'Pager' },
    ];
    const people = [aNotificationPerson({ cells: someCells(undefined, ['email', 'pager']) })];
    const page = await mountReady<PortalNotificationSettings>(fresh(notificationServer(someSettings({ channels, people }))));
    expect(cells(page, 0)[1]).to.equal('E-mail Pager');
    await page.tick('Abuse reports by Pager for Olivia Owner');
    await page.press('Save');
    await until(() => page.part('notice') === 'Saved.');
    expect(await saved(page)).to.deep.equal([[{ contactId: 'mem_owner', category: 'abuse', channel: 'pager', enabled: true }]]);
  });

  it('says the server’s reason for what is fixed for a reason it does not know', async () => {
    const page = await mountReady<PortalNotificationSettings>(scenes.longText);
    expect(cells(page, 0)[1]).to.equal('Always');
    expect(page.part('reasons')).to.contain('Agreed in your contract');
  });
});
