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
import { mountReady, openFilters, text, until, type Mounted } from '../support/mount.js';
import { mergesThreeWays } from '../support/three-way.js';

const pressIn = async (root: ShadowRoot, name: string) => {
  const find = () => [...root.querySelectorAll<HTMLElement>('button')].findLast((each) => (each.ariaLabel ?? text(each)) === name);
  await until(find);
  find()!.click();
};

saysWhatCouldNotBeLoaded('portal-contacts', scenes.default, [
  {
    module: 'src/contacts/contact-panel.ts',
    need: (root) => pressIn(root, 'Bruno Billing'),
    here: (root) => root.querySelector('dialog'),
    leave: (root) => pressIn(root, 'Close'),
  },
  {
    module: 'src/contacts/permissions/permission-panel.ts',
    need: (root) => pressIn(root, 'Edit account of Bruno Billing'),
    here: (root) => root.querySelector('[role="treegrid"]'),
    leave: (root) => pressIn(root, 'Cancel'),
  },
  {
    module: 'src/contacts/invite-panel.ts',
    need: (root) => pressIn(root, 'Invite a person'),
    here: (root) => root.querySelector('dialog form'),
    leave: (root) => pressIn(root, 'Cancel'),
  },
]);

keepsThePortalContract('portal-contacts', scenes);

mergesThreeWays<PortalContacts, ReturnType<typeof aContact>>('Editing the details of a person', {
  scene: scenes.default,
  record: aContact(),
  path: '/contacts/per_2',
  open: async ({ element }) => {
    await pressIn(element.shadowRoot!, 'Bruno Billing');
    await pressIn(element.shadowRoot!, 'Edit details');
  },
  mine: { name: 'contact-title', value: 'Controller', sent: { title: 'Controller' } },
  clash: { change: { title: 'Head of finance' }, value: 'Head of finance' },
  theirs: { change: { phone: '+49 30 99' }, name: 'contact-phone', value: '+49 30 99' },
  save: 'Save',
});

type Person = Mounted<PortalContacts> & { root: ShadowRoot; server: ContactServer };

describe('<portal-contacts>', () => {
  const contracts = listContracts([aContract(), aContract({ id: 'con_rack', name: 'Rack 4', number: 'S-3001' })]);

  async function begin({
    server = new ContactServer(),
    permissions,
    width,
  }: { server?: ContactServer; permissions?: PermissionSet; width?: number } = {}): Promise<Person> {
    const scene = { ...scenes.default, handlers: [...server.handlers, contracts], permissions, width };
    const mounted = await mountReady<PortalContacts>(scene);
    return { ...mounted, server, root: mounted.element.shadowRoot! };
  }

  const named = (each: Element) => each.getAttribute('aria-label') ?? text(each);
  const dialog = ({ root }: Person) => root.querySelector('dialog');
  const find = ({ root }: Person, name: string) =>
    [...root.querySelectorAll<HTMLElement>('button')].findLast((each) => named(each) === name);
  const press = async (person: Person, name: string) => {
    await until(() => find(person, name));
    find(person, name)!.click();
    await person.element.updateComplete;
  };
  const says = (person: Person, words: string) => until(() => text(dialog(person)).includes(words));
  const notice = ({ root }: Person) => text(root.querySelector('[part="notice"]'));
  const fill = ({ root }: Person, name: string, value: string) => {
    const field = root.querySelector<HTMLInputElement>(`dialog [name="${name}"]`)!;
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const sent = async ({ requests }: Person, method: string) => {
    const request = requests.findLast((each) => each.method === method)!;
    return {
      url: new URL(request.url).pathname,
      version: request.headers.get('If-Match'),
      body: (await request.clone().json()) as unknown,
    };
  };

  const editAccount = async (person: Person, name = 'Bruno Billing') => {
    await press(person, `Edit account of ${name}`);
    await until(() => person.root.querySelector('[role="treegrid"]') && person.root.querySelector('[value="accounting"]'));
  };
  const toggle = async (person: Person, name: string) => {
    [...person.root.querySelectorAll<HTMLElement>('[role="switch"]')].find((each) => text(each).startsWith(name))!.click();
    await person.element.updateComplete;
  };
  const row = ({ root }: Person, resource: string) => root.querySelector<HTMLElement>(`[data-resource="${resource}"]`);
  const cell = (person: Person, resource: string, column: number) =>
    row(person, resource)!.querySelectorAll<HTMLElement>('[role="gridcell"]')[column]!;
  const open = async (person: Person, resource: string) => {
    row(person, resource)!.querySelector<HTMLElement>('th')!.click();
    await person.element.updateComplete;
  };
  const summary = (person: Person) => text(person.root.querySelector('[part="permission-summary"]'));

  describe('the list', () => {
    it('shows who may see how much, and a status it does not know in the words of the company', async () => {
      const { root } = await begin();
      const table = text(root.querySelector('tbody'));
      expect(table).to.contain('Accounting 8 of 33 pages').and.to.contain('Held by audit').and.to.contain('Never');
    });

    it('offers nothing but reading to whoever may only view', async () => {
      const person = await begin({ permissions: personas['read-only'] });
      expect([...person.root.querySelectorAll('button')].some((each) => /Edit|Invite/.test(text(each)))).to.equal(false);
      await press(person, 'Bruno Billing');
      await says(person, 'Sees and does everything in billing and services');
      const offered = [...dialog(person)!.querySelectorAll('.actions button')].map((each) => text(each));
      expect(offered).to.deep.equal(['Changes']);
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
      const person = await begin();
      await editAccount(person);
      expect(summary(person)).to.contain('Sees and does everything in billing and services');
      await toggle(person, 'Deny access to invoices');
      expect(summary(person)).to.contain('Does not see invoices').and.to.contain('Sees quotes').and.not.to.contain('Pays invoices');
      expect(text(dialog(person))).to.contain('2 changes');
      await press(person, 'Save permissions');
      await until(() => notice(person) === 'The permissions of Bruno Billing have been saved. They apply at once.');
      expect(await sent(person, 'PUT')).to.deep.equal({
        url: '/api/v1/contacts/per_2/permissions',
        version: '"1"',
        body: { ...accounting, role: 'custom', deny: { 'billing.invoices': ['view'] } },
      });
      await editAccount(person);
      await toggle(person, 'Deny access to invoices');
      expect(summary(person)).to.contain('Sees and does everything in billing and services');
    });

    it('says of pages without sentences of their own by name who sees them, and who does more', async () => {
      const person = await begin();
      await editAccount(person);
      expect(summary(person)).to.contain('Does not see: Domain management');
      await open(person, 'domains');
      cell(person, 'domains.list', 0).click();
      await person.element.updateComplete;
      expect(summary(person)).to.contain('Sees: Domains').and.to.contain('Does not see: Look up a domain');
      cell(person, 'domains.list', 2).click();
      await person.element.updateComplete;
      expect(summary(person)).to.contain('Sees, and may do some things: Domains');
    });

    it('is one tab stop, in which the keys of a tree move and change', async () => {
      const person = await begin();
      await editAccount(person);
      const { root, element } = person;
      const stops = () => root.querySelectorAll('[role="treegrid"] [tabindex="0"]');
      const focused = () => root.activeElement as HTMLElement;
      const key = async (name: string, more: KeyboardEventInit = {}) => {
        focused().dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, ...more }));
        await element.updateComplete;
        await Promise.resolve();
        expect(stops().length).to.equal(1);
      };
      const where = () => focused().dataset['resource'] ?? named(focused());
      (stops()[0] as HTMLElement).focus();
      expect(where()).to.equal('client-portal');
      await key('ArrowDown');
      await key('ArrowDown');
      expect(where()).to.equal('billing');
      expect(row(person, 'billing')!.getAttribute('aria-expanded')).to.equal('false');
      await key('ArrowRight');
      expect(row(person, 'billing')!.getAttribute('aria-expanded')).to.equal('true');
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
      expect(row(person, 'billing.quotes') === null).to.equal(true);
      await key('End');
      expect(where()).to.equal('preferences');
      await key('Home', { ctrlKey: true });
      expect(where()).to.equal('client-portal');
    });

    it('closes everything below a denied node, and says which one', async () => {
      const person = await begin();
      await editAccount(person);
      await open(person, 'billing');
      cell(person, 'billing', 0).click();
      await person.element.updateComplete;
      const below = cell(person, 'billing.quotes', 2);
      expect(named(below)).to.equal('Quotes, Change: denied, because Billing and services is denied');
      expect(text(below)).to.contain('Denied at Billing and services');
      below.click();
      await person.element.updateComplete;
      expect(text(dialog(person))).to.contain('2 changes');
    });

    it('locks what the editing person does not hold, and roles that would give more', async () => {
      const all = ['view', 'create', 'update', 'delete'] as const;
      const permissions: PermissionSet = { allow: { 'profile.contacts': [...all], 'billing.quotes': [...all] } };
      const person = await begin({ permissions });
      await editAccount(person);
      await open(person, 'billing');
      expect(named(cell(person, 'billing.invoices', 0))).to.contain('You do not hold this yourself');
      expect(cell(person, 'billing.quotes', 0).getAttribute('aria-readonly')).to.equal('false');
      expect(person.root.querySelector<HTMLElement>('[role="switch"]')!.getAttribute('aria-disabled')).to.equal('true');
      await toggle(person, 'Deny access to invoices');
      expect(text(dialog(person))).to.contain('Nothing has been changed yet.');
      const roles = [...person.root.querySelectorAll<HTMLInputElement>('[name="role"]')];
      expect(roles.filter(({ disabled }) => disabled).map(({ value }) => value)).to.deep.equal(['owner', 'technical', 'read-only']);
    });

    it('finds a page by its name, with what is above it', async () => {
      const person = await begin();
      await editAccount(person);
      fill(person, 'find-page', 'dns rec');
      await person.element.updateComplete;
      const rows = [...person.root.querySelectorAll<HTMLElement>('[data-resource]')].map((each) => each.dataset['resource']);
      expect(rows).to.deep.equal(['client-portal', 'devices', 'devices.dns-records']);
    });

    it('keeps what was chosen when somebody else was faster, shows what they changed, and saves both', async () => {
      const person = await begin();
      await editAccount(person);
      await toggle(person, 'Deny access to invoices');
      person.server.change('per_2', { grants: { ...accounting, role: 'custom', deny: { 'billing.quotes': ['update'] } } });
      await press(person, 'Save permissions');
      await until(() => person.root.querySelector('[part="conflict"]'));
      expect(text(person.root.querySelector('[part="conflict"]'))).to.contain('Quotes Change: inherited → denied');
      expect(summary(person)).to.contain('Does not see invoices').and.not.to.contain('Accepts and declines quotes');
      await press(person, 'Save permissions');
      await until(() => notice(person) !== '');
      const { version, body } = await sent(person, 'PUT');
      expect(version).to.equal('"2"');
      expect((body as typeof accounting).deny).to.deep.equal({ 'billing.quotes': ['update'], 'billing.invoices': ['view'] });
    });

    for (const choice of ['Use their change', 'Keep mine'])
      it(`lets the person choose where both have changed the same permission: ${choice.toLowerCase()}`, async () => {
        const person = await begin();
        await editAccount(person);
        await toggle(person, 'Deny access to invoices');
        const allow = { ...accounting.allow, 'billing.invoices': ['view' as const] };
        person.server.change('per_2', { grants: { ...accounting, role: 'custom', allow, deny: { 'billing.quotes': ['update'] } } });
        await press(person, 'Save permissions');
        await until(() => person.root.querySelector('[part="clash"]'));
        expect(text(person.root.querySelector('[part="clash"]'))).to.contain('Invoices View: inherited → allowed');
        const attempts = person.requests.filter(({ method }) => method === 'PUT').length;
        await press(person, 'Save permissions');
        expect(person.root.activeElement?.closest('[part="clash"]') === null).to.equal(false);
        expect(person.requests.filter(({ method }) => method === 'PUT').length).to.equal(attempts);
        await press(person, choice);
        await until(() => !person.root.querySelector('[part="clash"]'));
        const isDenied = summary(person).includes('Does not see invoices');
        expect(isDenied).to.equal(choice === 'Keep mine');
        expect(summary(person)).not.to.contain('Accepts and declines quotes');
      });

    it('does not make a conflict of a change to the details', async () => {
      const person = await begin();
      await editAccount(person);
      await toggle(person, 'Deny access to invoices');
      person.server.change('per_2', { title: 'Head of accounting' });
      await press(person, 'Save permissions');
      await until(() => notice(person) !== '');
      expect(person.server.find('per_2')!.grants.deny).to.deep.equal({ 'billing.invoices': ['view'] });
    });

    it('says in plain words why the server refuses', async () => {
      const server = new ContactServer();
      const person = await begin({ server });
      await editAccount(person);
      await toggle(person, 'Deny access to invoices');
      person.answerWith([
        http.put(
          '/contacts/{contactId}/permissions',
          () => problem(409, 'Conflict', { type: 'https://portal.example/problems/last-owner' }) as never,
        ),
        ...server.handlers,
      ]);
      await press(person, 'Save permissions');
      await says(person, 'This is the last owner. Make somebody else an owner first');
      expect(summary(person)).to.contain('Does not see invoices');
    });

    it('keeps what was chosen while the right is gone, and when the dialog was closed by mistake', async () => {
      const person = await begin();
      await editAccount(person);
      await toggle(person, 'Deny access to invoices');
      person.provision!.update({ permissions: personas['no-permissions'] });
      await until(() => person.root.childElementCount === 0);
      person.provision!.update({ permissions: personas.owner });
      await until(() => person.root.querySelector('[part="permission-summary"]'));
      expect(summary(person)).to.contain('Does not see invoices');
      dialog(person)!.close();
      await until(() => !dialog(person));
      await editAccount(person);
      expect(summary(person)).to.contain('Does not see invoices');
      await press(person, 'Cancel');
      await editAccount(person);
      expect(summary(person)).not.to.contain('Does not see invoices');
    });

    it('limits a person to some contracts, and hides fields', async () => {
      const grants = someGrants({ allow: { contracts: ['view'] }, contractIds: ['con_gone'] });
      const person = await begin({ server: new ContactServer([aContact({ grants, role: 'custom' })]) });
      await editAccount(person);
      await until(() => person.root.querySelector('[name="contract-con_rack"]'));
      expect(text(dialog(person))).to.contain('1 contract that is not listed here is chosen too.');
      person.root.querySelector<HTMLElement>('[name="contract-con_rack"]')!.click();
      person.root.querySelector<HTMLElement>('[name="hide-calls.cost"]')!.click();
      await person.element.updateComplete;
      expect(summary(person)).to.contain('Only 2 contracts and what belongs to them').and.to.contain('Hidden: Cost of calls');
      await press(person, 'Save permissions');
      await until(() => notice(person) !== '');
      expect((await sent(person, 'PUT')).body).to.deep.equal({
        ...grants,
        hiddenFields: ['calls.cost'],
        contractIds: ['con_gone', 'con_rack'],
      });
    });

    for (const width of [undefined, 320])
      it(`is accessible, ${width ? 'narrow' : 'wide'}`, async () => {
        const person = await begin({ width });
        await editAccount(person);
        await open(person, 'billing');
        await toggle(person, 'Deny access to invoices');
        await expect(person.element).to.be.accessible();
      });
  });

  describe('inviting', () => {
    it('asks for what is needed, and sends the role that was chosen', async () => {
      const person = await begin();
      await press(person, 'Invite a person');
      await until(() => person.root.querySelector('[value="accounting"]'));
      await expect(person.element).to.be.accessible();
      await press(person, 'Send the invitation');
      await until(() => text(person.root.querySelector('#contact-name-error')) === 'Please fill this in.');
      await until(() => person.root.activeElement?.id === 'contact-name');
      fill(person, 'contact-name', 'Gerd Guest');
      fill(person, 'contact-email', 'gerd');
      await until(() => text(person.root.querySelector('#contact-email-error')) === 'This is not an e-mail address.');
      expect(person.requests.some(({ method }) => method === 'POST')).to.equal(false);
      fill(person, 'contact-email', 'gerd@acme.example');
      person.root.querySelector<HTMLElement>('[value="accounting"]')!.click();
      await person.element.updateComplete;
      expect(summary(person)).to.contain('Sees and does everything in billing and services');
      await press(person, 'Send the invitation');
      await until(() => notice(person) === 'Gerd Guest has been invited by mail.');
      const { body } = await sent(person, 'POST');
      expect(body).to.deep.equal({ name: 'Gerd Guest', email: 'gerd@acme.example', title: null, phone: null, grants: accounting });
      await until(() => text(person.root.querySelector('tbody')).includes('Gerd Guest'));
    });

    it('keeps the details and the role over a right that comes back', async () => {
      const person = await begin();
      await press(person, 'Invite a person');
      await until(() => person.root.querySelector('[value="accounting"]'));
      fill(person, 'contact-name', 'Gerd Guest');
      person.root.querySelector<HTMLElement>('[value="accounting"]')!.click();
      person.provision!.update({ permissions: personas['no-permissions'] });
      await until(() => person.root.childElementCount === 0);
      person.provision!.update({ permissions: personas.owner });
      await until(() => person.root.querySelector<HTMLInputElement>('[value="accounting"]')?.checked);
      expect(person.root.querySelector<HTMLInputElement>('#contact-name')!.value).to.equal('Gerd Guest');
    });

    it('says at the address that the person is there already, and keeps what was typed', async () => {
      const person = await begin();
      await press(person, 'Invite a person');
      await until(() => person.root.querySelector('#contact-name'));
      fill(person, 'contact-name', 'Bruno again');
      fill(person, 'contact-email', 'billing@acme.example');
      await press(person, 'Send the invitation');
      await until(() => text(person.root.querySelector('#contact-email-error')).includes('listed here already'));
      expect(person.root.querySelector<HTMLInputElement>('#contact-name')!.value).to.equal('Bruno again');
    });
  });

  describe('a person', () => {
    it('is told apart from oneself and from the last owner, who can be neither deactivated nor deleted', async () => {
      const last = aContact({ id: 'per_9', name: 'Otto Other', role: 'owner', allowedActions: ['update', 'set-permissions'] });
      const person = await begin({ server: new ContactServer([...someContacts, last]) });
      await press(person, 'Olivia Owner');
      await says(person, 'This is you. You cannot deactivate or delete your own account here');
      dialog(person)!.close();
      await until(() => !dialog(person));
      await press(person, 'Otto Other');
      await says(person, 'This is the last owner and can be neither deactivated nor deleted');
    });

    it('is deleted only after it was said what is lost', async () => {
      const person = await begin();
      await press(person, 'Bruno Billing');
      await press(person, 'Delete');
      await says(person, 'The account of Bruno Billing is deleted, with its details and permissions, and all its sessions end.');
      expect(person.requests.some(({ method }) => method === 'DELETE')).to.equal(false);
      await press(person, 'Delete');
      await until(() => notice(person) === 'Bruno Billing has been deleted.');
      await until(() => !text(person.root.querySelector('tbody')).includes('Bruno'));
    });

    for (const [name, action, done] of [
      ['Ines Inactive', 'Reactivate', 'Ines Inactive can sign in again.'],
      ['Bruno Billing', 'Deactivate', 'Bruno Billing can no longer sign in.'],
      ['Fiona Field', 'Send the invitation again', 'The invitation of Fiona Field has been sent again.'],
      ['Fiona Field', 'Withdraw the invitation', 'The invitation of Fiona Field has been withdrawn.'],
      ['Tessa Tech', 'Reset the second factor', 'The second factor of Tessa Tech has been reset.'],
    ] as const)
      it(`${action.toLowerCase()}: confirmed first, then said`, async () => {
        const person = await begin();
        await press(person, name);
        await press(person, action);
        await until(() => person.root.querySelectorAll('dialog form footer button').length === 2);
        await press(person, action);
        await until(() => notice(person) === done);
      });

    it('gets a new e-mail address only with the password of whoever changes it, which is dropped with the right', async () => {
      const person = await begin();
      await press(person, 'Bruno Billing');
      await press(person, 'Edit details');
      await until(() => person.root.querySelector('#contact-email'));
      expect(person.root.querySelector('#contact-password') === null).to.equal(true);
      fill(person, 'contact-email', 'bruno@acme.example');
      await until(() => person.root.querySelector('#contact-password'));
      fill(person, 'contact-password', 'guess');
      await press(person, 'Save');
      await until(() => text(person.root.querySelector('#contact-password-error')) === 'This password is not right.');
      person.provision!.update({ permissions: personas['no-permissions'] });
      await until(() => person.root.childElementCount === 0);
      person.provision!.update({ permissions: personas.owner });
      await until(() => person.root.querySelector('#contact-password'));
      expect(person.root.querySelector<HTMLInputElement>('#contact-password')!.value).to.equal('');
      expect(person.root.querySelector<HTMLInputElement>('#contact-email')!.value).to.equal('bruno@acme.example');
      fill(person, 'contact-password', 'portal-demo');
      await press(person, 'Save');
      await until(() => notice(person) === 'The details of Bruno Billing have been saved.');
      expect((await sent(person, 'PATCH')).body).to.deep.equal({ email: 'bruno@acme.example', password: 'portal-demo' });
    });

    it('has a history in words', async () => {
      const person = await begin();
      await press(person, 'Bruno Billing');
      await press(person, 'Changes');
      await says(person, 'Permissions changed');
      // Browsers differ in whether they tell the isolates around names.
      const history = text(dialog(person)).replace(/[\u2068\u2069]/g, '');
      expect(history).to.contain('Olivia Owner · Nov 20, 2026').and.to.contain('Invoices View: inherited → denied');
      expect(history).to.contain('Job title Clerk → Accounting').and.to.contain('Merged with another record');
    });
  });
});
