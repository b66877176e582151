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

type Changes = components['schemas']['NotificationChanges'];
type Cell = components['schemas']['NotificationCell'];

saysWhatCouldNotBeLoaded('portal-notification-settings', scenes.default, [
  { module: 'src/notifications/settings-panel.ts', here: (root) => root.querySelector('[part="table"]') },
]);

keepsThePortalContract('portal-notification-settings', scenes);

describe('<portal-notification-settings>', () => {
  /** With a server of its own, for it keeps what is saved. */
  const fresh = (handlers = notificationServer()) => ({ ...scenes.default, handlers });
  const root = (element: PortalNotificationSettings) => element.shadowRoot!;
  const part = (element: PortalNotificationSettings, name: string) => text(root(element).querySelector(`[part="${name}"]`));
  const box = (element: PortalNotificationSettings, label: string) =>
    root(element).querySelector<HTMLInputElement>(`input[aria-label="${label}"]`)!;
  const button = (element: PortalNotificationSettings, label: string) =>
    [...root(element).querySelectorAll('button')].find((each) => text(each) === label)!;
  const row = (element: PortalNotificationSettings, index: number) =>
    [...root(element).querySelectorAll(`[part="row"]:nth-child(${index + 1}) > *`)].map(
      (cell) => text(cell) || !!cell.querySelector(':checked'),
    );
  const saved = (requests: Request[]) =>
    Promise.all(requests.filter(({ method }) => method === 'PATCH').map(async (each) => ((await each.clone().json()) as Changes).changes));

  it('shows what each person gets, what is fixed, and why', async () => {
    const { element } = await mountReady<PortalNotificationSettings>(fresh());
    expect(row(element, 0)).to.deep.equal(['Olivia Owner You owner@acme.example', true, true, 'Always', true, true, true, 'Always']);
    const never = 'Not allowed';
    expect(row(element, 2)).to.deep.equal(['Tessa Tech tech@acme.example', never, never, never, never, true, true, true]);
    expect(part(element, 'reasons')).to.contain('have to reach the owners').and.to.contain('may not get billing mail');
    expect(root(element).querySelectorAll('th[scope="col"]').length).to.equal(8);
    expect(root(element).querySelectorAll('th[scope="row"]').length).to.equal(3);
  });

  it('saves what was switched, and nothing else', async () => {
    const { element, requests } = await mountReady<PortalNotificationSettings>(fresh());
    expect(part(element, 'staged')).to.equal('');
    box(element, 'New invoices by E-mail for Olivia Owner').click();
    box(element, 'Support by E-mail for Tessa Tech').click();
    box(element, 'Renewals by E-mail for Bruno Billing').click();
    box(element, 'Renewals by E-mail for Bruno Billing').click();
    await until(() => part(element, 'staged').includes('2 changes are not saved yet.'));
    button(element, 'Save').click();
    await until(() => part(element, 'notice') === 'Saved.');
    expect(await saved(requests)).to.deep.equal([
      [
        { contactId: 'mem_owner', category: 'invoice', channel: 'email', enabled: false },
        { contactId: 'mem_tech', category: 'support', channel: 'email', enabled: false },
      ],
    ]);
    expect(requests.find(({ method }) => method === 'PATCH')!.headers.get('If-Match')).to.equal('"1"');
    await until(() => part(element, 'staged') === '' && !box(element, 'New invoices by E-mail for Olivia Owner').checked);
    expect(root(element).activeElement!.getAttribute('part')).to.equal('notice');
  });

  it('puts everything back that is discarded', async () => {
    const { element, requests } = await mountReady<PortalNotificationSettings>(fresh());
    const invoices = box(element, 'New invoices by E-mail for Olivia Owner');
    invoices.click();
    await until(() => button(element, 'Discard'));
    button(element, 'Discard').click();
    await until(() => part(element, 'notice') === 'The changes have been discarded.');
    expect(invoices.checked).to.equal(true);
    expect((await saved(requests)).length).to.equal(0);
  });

  it('keeps what was switched when somebody else was faster, and shows what they did', async () => {
    const [owner, ...others] = somePeople();
    const meanwhile = someSettings({
      people: [owner!, { ...others[0]!, cells: someCells(({ category }) => ({ enabled: category !== 'abuse' })) }],
    });
    const { element, requests } = await mountReady<PortalNotificationSettings>(fresh(notificationServer(someSettings(), meanwhile)));
    box(element, 'New invoices by E-mail for Olivia Owner').click();
    await until(() => button(element, 'Save'));
    button(element, 'Save').click();
    await until(() => part(element, 'stale').includes('Someone else') && row(element, 1).at(-1) === false);
    expect(box(element, 'New invoices by E-mail for Olivia Owner').checked).to.equal(false);
    button(element, 'Save').click();
    await until(() => part(element, 'notice') === 'Saved.');
    expect((await saved(requests)).at(-1)).to.deep.equal([
      { contactId: 'mem_owner', category: 'invoice', channel: 'email', enabled: false },
    ]);
  });

  it('has nothing left to save where somebody else has switched the same, or it can no longer be switched', async () => {
    const [owner, ...others] = somePeople();
    const now = (cell: Cell): Partial<Cell> => {
      if (cell.category === 'receipt') return { locked: true, reason: 'agreed', reasonLabel: 'Agreed in your contract' };
      return { ...ofOwner(cell), ...(cell.category === 'invoice' && { enabled: false }) };
    };
    const meanwhile = someSettings({ people: [{ ...owner!, cells: someCells(now) }, ...others] });
    const { element, requests } = await mountReady<PortalNotificationSettings>(fresh(notificationServer(someSettings(), meanwhile)));
    for (const category of ['New invoices', 'Payment receipts', 'Renewals']) box(element, `${category} by E-mail for Olivia Owner`).click();
    await until(() => part(element, 'staged').includes('3 changes'));
    button(element, 'Save').click();
    await until(() => part(element, 'stale').includes('Someone else'));
    expect(part(element, 'staged')).to.contain('1 change is not saved yet.');
    expect(row(element, 0).slice(1, 3)).to.deep.equal([false, 'Always']);
    button(element, 'Save').click();
    await until(() => part(element, 'notice') === 'Saved.');
    expect((await saved(requests)).at(-1)).to.deep.equal([
      { contactId: 'mem_owner', category: 'renewal', channel: 'email', enabled: false },
    ]);
  });

  it('shows what others have saved when it is loaded again, unless something is switched here', async () => {
    const { element, provision, answerWith } = await mountReady<PortalNotificationSettings>(fresh());
    const [owner, ...others] = somePeople();
    answerWith(
      notificationServer(someSettings({ etag: '"7"', people: [{ ...owner!, cells: someCells(() => ({ enabled: false })) }, ...others] })),
    );
    provision!.update({ permissions: personas['no-permissions'] });
    await settled(element, 'denied');
    provision!.update({ permissions: personas.owner });
    await settled(element);
    expect(row(element, 0).slice(1)).to.deep.equal(Array.from({ length: 7 }, () => false));
  });

  it('loses nothing to an error or to a right that comes back, and asks before the page is left', async () => {
    const { element, provision, answerWith } = await mountReady<PortalNotificationSettings>(fresh());
    const leaves = () => dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(leaves()).to.equal(true);
    box(element, 'Support by E-mail for Olivia Owner').click();
    await until(() => button(element, 'Save'));
    expect(leaves()).to.equal(false);
    answerWith([msw.patch('*/notification-settings', () => problem(503, 'No'))]);
    button(element, 'Save').click();
    await until(() => part(element, 'error').includes('Something went wrong'));
    answerWith(notificationServer());
    provision!.update({ permissions: personas['no-permissions'] });
    await settled(element, 'denied');
    provision!.update({ permissions: personas.owner });
    await settled(element);
    await until(() => box(element, 'Support by E-mail for Olivia Owner'));
    expect(box(element, 'Support by E-mail for Olivia Owner').checked).to.equal(false);
    expect(part(element, 'staged')).to.contain('1 change is not saved yet.');
  });

  it('shows words instead of boxes to who may only look', async () => {
    const { element } = await mountReady<PortalNotificationSettings>(scenes.readOnly);
    expect(root(element).querySelectorAll('input').length).to.equal(0);
    expect(row(element, 0).slice(1, 4)).to.deep.equal(['Yes', 'Yes', 'Always']);
    expect(text(root(element).querySelector('.notice'))).to.equal('You can see these settings, but not change them.');
  });

  it('names each way where there are several, also those it does not know', async () => {
    const channels = [
      { id: 'email', label: 'Mail' },
      { id: 'pager', label: 'Pager' },
    ];
    const people = [aNotificationPerson({ cells: someCells(undefined, ['email', 'pager']) })];
    const { element, requests } = await mountReady<PortalNotificationSettings>(
      fresh(notificationServer(someSettings({ channels, people }))),
    );
    expect(row(element, 0)[1]).to.equal('E-mail Pager');
    box(element, 'Abuse reports by Pager for Olivia Owner').click();
    await until(() => button(element, 'Save'));
    button(element, 'Save').click();
    await until(() => part(element, 'notice') === 'Saved.');
    expect(await saved(requests)).to.deep.equal([[{ contactId: 'mem_owner', category: 'abuse', channel: 'pager', enabled: true }]]);
  });

  it('says the server’s reason for what is fixed for a reason it does not know', async () => {
    const { element } = await mountReady<PortalNotificationSettings>(scenes.longText);
    expect(row(element, 0)[1]).to.equal('Always');
    expect(part(element, 'reasons')).to.contain('Agreed in your contract');
  });
});
