import { expect } from '@open-wc/testing';
import '../../src/define/portal-contacts.js';
import type { PortalContacts } from '../../src/contacts/portal-contacts.js';
import type { PermissionSet } from '../../src/index.js';
import { aContact, accounting, ContactServer, someContacts, someGrants } from '../mocks/contacts.js';
import { aContract, listContracts } from '../mocks/contracts.js';
import { http, problem } from '../mocks/http.js';
import { personas } from '../mocks/session.js';
import { contactsScenes as scenes } from '../scenes/contacts.js';
import { saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { mountReady, openFilters, text, until } from '../support/mount.js';
import type { Page } from '../support/page.js';
import { nameOf, pageOf } from '../support/page.js';
import { mergesThreeWays } from '../support/three-way.js';

saysWhatCouldNotBeLoaded('portal-contacts', scenes.default, [
  {
    module: 'src/contacts/contact-panel.ts',
    need: (root) => pageOf(root).press('Bruno Billing'),
    here: (root) => root.querySelector('dialog'),
    leave: (root) => pageOf(root).press('Close'),
  },
  {
    module: 'src/contacts/permissions/permission-panel.ts',
    need: (root) => pageOf(root).press('Edit account of Bruno Billing'),
    here: (root) => root.querySelector('[role="treegrid"]'),
    leave: (root) => pageOf(root).press('Cancel'),
  },
  {
    module: 'src/contacts/invite-panel.ts',
    need: (root) => pageOf(root).press('Invite a person'),
    here: (root) => root.querySelector('dialog form'),
    leave: (root) => pageOf(root).press('Cancel'),
  },
]);

keepsThePortalContract('portal-contacts', scenes);

mergesThreeWays<PortalContacts, ReturnType<typeof aContact>>('Editing the details of a person', {
  scene: scenes.default,
  record: aContact(),
  path: '/contacts/per_2',
  open: (page) => page.press('Bruno Billing', 'Edit details'),
  mine: { name: 'contact-title', value: 'Controller', sent: { title: 'Controller' } },
  clash: { change: { title: 'Head of finance' }, value: 'Head of finance' },
  theirs: { change: { phone: '+49 30 99' }, name: 'contact-phone', value: '+49 30 99' },
  save: 'Save',
});

describe('<portal-contacts>', () => {
  const contracts = listContracts([aContract(), aContract({ id: 'con_rack', name: 'Rack 4', number: 'S-3001' })]);

  async function begin({
    server = new ContactServer(),
    permissions,
    width,
  }: { server?: ContactServer; permissions?: PermissionSet; width?: number } = {}) {
    const scene = { ...scenes.default, handlers: [...server.handlers, contracts], permissions, width };
    return Object.assign(await mountReady<PortalContacts>(scene), { server });
  }

  const sent = async (page: Page, method: string) => {
    const { url, headers } = page.sent(method).at(-1)!;
    return { url: new URL(url).pathname, version: headers.get('If-Match'), body: (await page.bodies(method)).at(-1) };
  };

  const editAccount = async (page: Page, name = 'Bruno Billing') => {
    await page.press(`Edit account of ${name}`);
    await until(() => page.root.querySelector('[role="treegrid"]') && page.root.querySelector('[value="accounting"]'));
  };
  const toggle = async (page: Page, name: string) => {
    [...page.root.querySelectorAll<HTMLElement>('[role="switch"]')].find((each) => text(each).startsWith(name))!.click();
    await page.element.updateComplete;
  };
  const row = ({ root }: Page, resource: string) => root.querySelector<HTMLElement>(`[data-resource="${resource}"]`);
  const cell = (page: Page, resource: string, column: number) =>
    row(page, resource)!.querySelectorAll<HTMLElement>('[role="gridcell"]')[column]!;
  const open = async (page: Page, resource: string) => {
    row(page, resource)!.querySelector<HTMLElement>('th')!.click();
    await page.element.updateComplete;
  };

  describe('the list', () => {
    it('shows who may see how much, and a status it does not know in the words of the company', async () => {
      const { root } = await begin();
      const table = text(root.querySelector('tbody'));
      expect(table).to.contain('Accounting 8 of 33 pages').and.to.contain('Held by audit').and.to.contain('Never');
    });

    it('offers nothing but reading to whoever may only view', async () => {
      const page = await begin({ permissions: personas['read-only'] });
      expect(page.texts('button').some((each) => /Edit|Invite/.test(each))).to.equal(false);
      await page.press('Bruno Billing');
      await page.says('Sees and does everything in billing and services');
      expect(page.texts('dialog .actions button')).to.deep.equal(['Changes']);
    });

    it('asks for the names of roles only when they are to be chosen from', async () => {
      const { element, root, requests } = await begin();
      expect(requests.some(({ url }) => url.includes('contact-roles'))).to.equal(false);
      await openFilters(element);
      await until(() => [...root.querySelectorAll('option')].some((each) => each.value === 'technical'));
    });
  });

  describe('the permissions of a person', () => {
    it('denies invoices with one click, says in words what that means, and saves the version that was seen', async () => {
      const page = await begin();
      await editAccount(page);
      expect(page.part('permission-summary')).to.contain('Sees and does everything in billing and services');
      await toggle(page, 'Deny access to invoices');
      expect(page.part('permission-summary'))
        .to.contain('Does not see invoices')
        .and.to.contain('Sees quotes')
        .and.not.to.contain('Pays invoices');
      expect(text(page.dialog)).to.contain('2 changes');
      await page.press('Save permissions');
      await until(() => page.part('notice') === 'The permissions of Bruno Billing have been saved. They apply at once.');
      expect(await sent(page, 'PUT')).to.deep.equal({
        url: '/api/v1/contacts/per_2/permissions',
        version: '"1"',
        body: { ...accounting, role: 'custom', deny: { 'billing.invoices': ['view'] } },
      });
      await editAccount(page);
      await toggle(page, 'Deny access to invoices');
      expect(page.part('permission-summary')).to.contain('Sees and does everything in billing and services');
    });

    it('says of pages without sentences of their own by name who sees them, and who does more', async () => {
      const page = await begin();
      await editAccount(page);
      expect(page.part('permission-summary')).to.contain('Does not see: Domain management');
      await open(page, 'domains');
      cell(page, 'domains.list', 0).click();
      await page.element.updateComplete;
      expect(page.part('permission-summary')).to.contain('Sees: Domains').and.to.contain('Does not see: Look up a domain');
      cell(page, 'domains.list', 2).click();
      await page.element.updateComplete;
      expect(page.part('permission-summary')).to.contain('Sees, and may do some things: Domains');
    });

    it('is one tab stop, in which the keys of a tree move and change', async () => {
      const page = await begin();
      await editAccount(page);
      const { root, element } = page;
      const stops = () => root.querySelectorAll('[role="treegrid"] [tabindex="0"]');
      const focused = () => root.activeElement as HTMLElement;
      const key = async (name: string, more: KeyboardEventInit = {}) => {
        focused().dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, ...more }));
        await element.updateComplete;
        await Promise.resolve();
        expect(stops().length).to.equal(1);
      };
      const where = () => focused().dataset['resource'] ?? nameOf(focused());
      (stops()[0] as HTMLElement).focus();
      expect(where()).to.equal('client-portal');
      await key('ArrowDown');
      await key('ArrowDown');
      expect(where()).to.equal('billing');
      expect(row(page, 'billing')!.getAttribute('aria-expanded')).to.equal('false');
      await key('ArrowRight');
      expect(row(page, 'billing')!.getAttribute('aria-expanded')).to.equal('true');
      await key('ArrowDown');
      await key('ArrowRight');
      expect(where()).to.equal('Invoices, View: allowed, inherited from Billing and services');
      await key(' ');
      expect(where()).to.equal('Invoices, View: denied here');
      expect(text(root.querySelector('.tree [role="status"]'))).to.equal('Invoices, View: denied here');
      await key('End');
      expect(where()).to.equal('Invoices, Delete: not allowed, because View is not allowed');
      await key(' ');
      expect(where()).to.equal('Invoices, Delete: not allowed, because View is not allowed');
      await key('Home');
      await key('ArrowLeft');
      expect(where()).to.equal('billing.invoices');
      await key('q');
      expect(where()).to.equal('billing.quotes');
      await key('ArrowLeft');
      expect(where()).to.equal('billing');
      await key('ArrowLeft');
      expect(row(page, 'billing.quotes') === null).to.equal(true);
      await key('End');
      expect(where()).to.equal('preferences');
      await key('Home', { ctrlKey: true });
      expect(where()).to.equal('client-portal');
    });

    it('closes everything below a denied node, and says which one', async () => {
      const page = await begin();
      await editAccount(page);
      await open(page, 'billing');
      cell(page, 'billing', 0).click();
      await page.element.updateComplete;
      const below = cell(page, 'billing.quotes', 2);
      expect(nameOf(below)).to.equal('Quotes, Change: denied, because Billing and services is denied');
      expect(text(below)).to.contain('Denied at Billing and services');
      below.click();
      await page.element.updateComplete;
      expect(text(page.dialog)).to.contain('2 changes');
    });

    it('locks what the editing person does not hold, and roles that would give more', async () => {
      const all = ['view', 'create', 'update', 'delete'] as const;
      const permissions: PermissionSet = { allow: { 'profile.contacts': [...all], 'billing.quotes': [...all] } };
      const page = await begin({ permissions });
      await editAccount(page);
      await open(page, 'billing');
      expect(nameOf(cell(page, 'billing.invoices', 0))).to.contain('You do not hold this yourself');
      expect(cell(page, 'billing.quotes', 0).getAttribute('aria-readonly')).to.equal('false');
      expect(page.root.querySelector<HTMLElement>('[role="switch"]')!.getAttribute('aria-disabled')).to.equal('true');
      await toggle(page, 'Deny access to invoices');
      expect(text(page.dialog)).to.contain('Nothing has been changed yet.');
      const roles = [...page.root.querySelectorAll<HTMLInputElement>('[name="role"]')];
      expect(roles.filter(({ disabled }) => disabled).map(({ value }) => value)).to.deep.equal(['owner', 'technical', 'read-only']);
    });

    it('finds a page by its name, with what is above it', async () => {
      const page = await begin();
      await editAccount(page);
      await page.fill('find-page', 'dns rec');
      const rows = [...page.root.querySelectorAll<HTMLElement>('[data-resource]')].map((each) => each.dataset['resource']);
      expect(rows).to.deep.equal(['client-portal', 'devices', 'devices.dns-records']);
    });

    it('keeps what was chosen when somebody else was faster, shows what they changed, and saves both', async () => {
      const page = await begin();
      await editAccount(page);
      await toggle(page, 'Deny access to invoices');
      page.server.change('per_2', { grants: { ...accounting, role: 'custom', deny: { 'billing.quotes': ['update'] } } });
      await page.press('Save permissions');
      await until(() => page.part('conflict'));
      expect(page.part('conflict')).to.contain('Quotes Change: inherited → denied');
      expect(page.part('permission-summary')).to.contain('Does not see invoices').and.not.to.contain('Accepts and declines quotes');
      await page.press('Save permissions');
      await until(() => page.part('notice') !== '');
      const { version, body } = await sent(page, 'PUT');
      expect(version).to.equal('"2"');
      expect((body as typeof accounting).deny).to.deep.equal({ 'billing.quotes': ['update'], 'billing.invoices': ['view'] });
    });

    for (const choice of ['Use their change', 'Keep mine'])
      it(`lets the person choose where both have changed the same permission: ${choice.toLowerCase()}`, async () => {
        const page = await begin();
        await editAccount(page);
        await toggle(page, 'Deny access to invoices');
        const allow = { ...accounting.allow, 'billing.invoices': ['view' as const] };
        page.server.change('per_2', { grants: { ...accounting, role: 'custom', allow, deny: { 'billing.quotes': ['update'] } } });
        await page.press('Save permissions');
        await until(() => page.part('clash'));
        expect(page.part('clash')).to.contain('Invoices View: inherited → allowed');
        const attempts = page.sent('PUT').length;
        await page.press('Save permissions');
        expect(page.focused?.closest('[part="clash"]') === null).to.equal(false);
        expect(page.sent('PUT').length).to.equal(attempts);
        await page.press(choice);
        await until(() => !page.root.querySelector('[part="clash"]'));
        const isDenied = page.part('permission-summary').includes('Does not see invoices');
        expect(isDenied).to.equal(choice === 'Keep mine');
        expect(page.part('permission-summary')).not.to.contain('Accepts and declines quotes');
      });

    it('does not make a conflict of a change to the details', async () => {
      const page = await begin();
      await editAccount(page);
      await toggle(page, 'Deny access to invoices');
      page.server.change('per_2', { title: 'Head of accounting' });
      await page.press('Save permissions');
      await until(() => page.part('notice') !== '');
      expect(page.server.find('per_2')!.grants.deny).to.deep.equal({ 'billing.invoices': ['view'] });
    });

    it('says in plain words why the server refuses', async () => {
      const server = new ContactServer();
      const page = await begin({ server });
      await editAccount(page);
      await toggle(page, 'Deny access to invoices');
      page.answerWith([
        http.put(
          '/contacts/{contactId}/permissions',
          () => problem(409, 'Conflict', { type: 'https://portal.example/problems/last-owner' }) as never,
        ),
        ...server.handlers,
      ]);
      await page.press('Save permissions');
      await page.says('This is the last owner. Make somebody else an owner first');
      expect(page.part('permission-summary')).to.contain('Does not see invoices');
    });

    it('keeps what was chosen while the right is gone, and when the dialog was closed by mistake', async () => {
      const page = await begin();
      await editAccount(page);
      await toggle(page, 'Deny access to invoices');
      page.provision!.update({ permissions: personas['no-permissions'] });
      await until(() => page.root.childElementCount === 0);
      page.provision!.update({ permissions: personas.owner });
      await until(() => page.root.querySelector('[part="permission-summary"]'));
      expect(page.part('permission-summary')).to.contain('Does not see invoices');
      page.dialog!.close();
      await until(() => !page.dialog);
      await editAccount(page);
      expect(page.part('permission-summary')).to.contain('Does not see invoices');
      await page.press('Cancel');
      await editAccount(page);
      expect(page.part('permission-summary')).not.to.contain('Does not see invoices');
    });

    it('limits a person to some contracts, and hides fields', async () => {
      const grants = someGrants({ allow: { contracts: ['view'] }, contractIds: ['con_gone'] });
      const page = await begin({ server: new ContactServer([aContact({ grants, role: 'custom' })]) });
      await editAccount(page);
      await until(() => page.root.querySelector('[name="contract-con_rack"]'));
      expect(text(page.dialog)).to.contain('1 contract that is not listed here is chosen too.');
      await page.tick('contract-con_rack', 'hide-calls.cost');
      expect(page.part('permission-summary'))
        .to.contain('Only 2 contracts and what belongs to them')
        .and.to.contain('Hidden: Cost of calls');
      await page.press('Save permissions');
      await until(() => page.part('notice') !== '');
      expect((await sent(page, 'PUT')).body).to.deep.equal({
        ...grants,
        hiddenFields: ['calls.cost'],
        contractIds: ['con_gone', 'con_rack'],
      });
    });

    for (const width of [undefined, 320])
      it(`is accessible, ${width ? 'narrow' : 'wide'}`, async () => {
        const page = await begin({ width });
        await editAccount(page);
        await open(page, 'billing');
        await toggle(page, 'Deny access to invoices');
        await expect(page.element).to.be.accessible();
      });
  });

  describe('inviting', () => {
    it('asks for what is needed, and sends the role that was chosen', async () => {
      const page = await begin();
      await page.press('Invite a person');
      await until(() => page.root.querySelector('[value="accounting"]'));
      await expect(page.element).to.be.accessible();
      await page.press('Send the invitation');
      await until(() => page.fault('contact-name') === 'Please fill this in.');
      await until(() => page.focused?.id === 'contact-name');
      await page.fill('contact-name', 'Gerd Guest');
      await page.fill('contact-email', 'gerd');
      await until(() => page.fault('contact-email') === 'This is not an e-mail address.');
      expect(page.sent('POST').length).to.equal(0);
      await page.fill('contact-email', 'gerd@acme.example');
      page.root.querySelector<HTMLElement>('[value="accounting"]')!.click();
      await page.element.updateComplete;
      expect(page.part('permission-summary')).to.contain('Sees and does everything in billing and services');
      await page.press('Send the invitation');
      await until(() => page.part('notice') === 'Gerd Guest has been invited by mail.');
      const { body } = await sent(page, 'POST');
      expect(body).to.deep.equal({ name: 'Gerd Guest', email: 'gerd@acme.example', title: null, phone: null, grants: accounting });
      await until(() => text(page.root.querySelector('tbody')).includes('Gerd Guest'));
    });

    it('keeps the details and the role over a right that comes back', async () => {
      const page = await begin();
      await page.press('Invite a person');
      await until(() => page.root.querySelector('[value="accounting"]'));
      await page.fill('contact-name', 'Gerd Guest');
      page.root.querySelector<HTMLElement>('[value="accounting"]')!.click();
      page.provision!.update({ permissions: personas['no-permissions'] });
      await until(() => page.root.childElementCount === 0);
      page.provision!.update({ permissions: personas.owner });
      await until(() => page.root.querySelector<HTMLInputElement>('[value="accounting"]')?.checked);
      expect(page.field('contact-name')!.value).to.equal('Gerd Guest');
    });

    it('says at the address that the person is there already, and keeps what was typed', async () => {
      const page = await begin();
      await page.press('Invite a person');
      await page.fill('contact-name', 'Bruno again');
      await page.fill('contact-email', 'billing@acme.example');
      await page.press('Send the invitation');
      await until(() => page.fault('contact-email').includes('listed here already'));
      expect(page.field('contact-name')!.value).to.equal('Bruno again');
    });
  });

  describe('a person', () => {
    it('is told apart from oneself and from the last owner, who can be neither deactivated nor deleted', async () => {
      const last = aContact({ id: 'per_9', name: 'Otto Other', role: 'owner', allowedActions: ['update', 'set-permissions'] });
      const page = await begin({ server: new ContactServer([...someContacts, last]) });
      await page.press('Olivia Owner');
      await page.says('This is you. You cannot deactivate or delete your own account here');
      page.dialog!.close();
      await until(() => !page.dialog);
      await page.press('Otto Other');
      await page.says('This is the last owner and can be neither deactivated nor deleted');
    });

    it('is deleted only after it was said what is lost', async () => {
      const page = await begin();
      await page.press('Bruno Billing');
      await page.press('Delete');
      await page.says('The account of Bruno Billing is deleted, with its details and permissions, and all its sessions end.');
      expect(page.sent('DELETE').length).to.equal(0);
      await page.press('Delete');
      await until(() => page.part('notice') === 'Bruno Billing has been deleted.');
      await until(() => !text(page.root.querySelector('tbody')).includes('Bruno'));
    });

    for (const [name, action, done] of [
      ['Ines Inactive', 'Reactivate', 'Ines Inactive can sign in again.'],
      ['Bruno Billing', 'Deactivate', 'Bruno Billing can no longer sign in.'],
      ['Fiona Field', 'Send the invitation again', 'The invitation of Fiona Field has been sent again.'],
      ['Fiona Field', 'Withdraw the invitation', 'The invitation of Fiona Field has been withdrawn.'],
      ['Tessa Tech', 'Reset the second factor', 'The second factor of Tessa Tech has been reset.'],
    ] as const)
      it(`${action.toLowerCase()}: confirmed first, then said`, async () => {
        const page = await begin();
        await page.press(name);
        await page.press(action);
        await until(() => page.root.querySelectorAll('dialog form footer button').length === 2);
        await page.press(action);
        await until(() => page.part('notice') === done);
      });

    it('gets a new e-mail address only with the password of whoever changes it, which is dropped with the right', async () => {
      const page = await begin();
      await page.press('Bruno Billing');
      await page.press('Edit details');
      await until(() => page.field('contact-email'));
      expect(page.field('contact-password') === undefined).to.equal(true);
      await page.fill('contact-email', 'bruno@acme.example');
      await page.fill('contact-password', 'guess');
      await page.press('Save');
      await until(() => page.fault('contact-password') === 'This password is not right.');
      page.provision!.update({ permissions: personas['no-permissions'] });
      await until(() => page.root.childElementCount === 0);
      page.provision!.update({ permissions: personas.owner });
      await until(() => page.field('contact-password'));
      expect(page.field('contact-password')!.value).to.equal('');
      expect(page.field('contact-email')!.value).to.equal('bruno@acme.example');
      await page.fill('contact-password', 'portal-demo');
      await page.press('Save');
      await until(() => page.part('notice') === 'The details of Bruno Billing have been saved.');
      expect((await sent(page, 'PATCH')).body).to.deep.equal({ email: 'bruno@acme.example', password: 'portal-demo' });
    });

    it('has a history in words', async () => {
      const page = await begin();
      await page.press('Bruno Billing');
      await page.press('Changes');
      await page.says('Permissions changed');
      // Browsers differ in whether they tell the isolates around names.
      const history = text(page.dialog).replace(/[\u2068\u2069]/g, '');
      expect(history).to.contain('Olivia Owner · Nov 20, 2026').and.to.contain('Invoices View: inherited → denied');
      expect(history).to.contain('Job title Clerk → Accounting').and.to.contain('Merged with another record');
    });
  });
});
