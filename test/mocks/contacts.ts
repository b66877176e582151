import type { components } from '../../src/api/schema.js';
import { resources, type Action } from '../../src/context/permissions.js';
import { cutPage, http, problem } from './http.js';

type Contact = components['schemas']['Contact'];
type Grants = components['schemas']['ContactGrants'];
type Roles = components['schemas']['ContactRoles'];
type Entry = components['schemas']['ContactChangeEntry'];

const all: Action[] = ['view', 'create', 'update', 'delete'];
const everything = ['update', 'set-permissions', 'deactivate', 'delete'];

export const someGrants = (part: Partial<Grants> = {}): Grants => ({
  role: 'custom',
  allow: {},
  deny: {},
  hiddenFields: [],
  contractIds: null,
  ...part,
});

export const accounting = someGrants({ role: 'accounting', allow: { billing: all } });
const owner = someGrants({ role: 'owner', allow: { 'client-portal': all } });
const technical = someGrants({
  role: 'technical',
  allow: { contracts: ['view'], devices: all, domains: all, support: all },
  hiddenFields: ['calls.cost'],
});
const readOnly = someGrants({ role: 'read-only', allow: { 'client-portal': ['view'] } });

export const someRoles: Roles = {
  items: [
    { id: 'owner', label: 'Owner', description: 'Everything.', grants: owner },
    { id: 'accounting', label: 'Accounting', description: 'Invoices and payments.', grants: accounting },
    { id: 'technical', label: 'Technical', description: 'Devices and DNS.', grants: technical },
    { id: 'read-only', label: 'Read only', description: 'Sees all.', grants: readOnly },
  ],
  fields: [
    { id: 'calls.cost', label: 'Cost of calls', resource: 'contracts.call-list' },
    { id: 'calls.recording', label: 'Recordings of calls', resource: 'contracts.call-list' },
  ],
};

export const aContact = (part: Partial<Contact> = {}): Contact => ({
  id: 'per_2',
  etag: '"1"',
  name: 'Bruno Billing',
  email: 'billing@acme.example',
  title: 'Accounting',
  phone: '+49 30 1234567',
  language: 'en',
  status: 'active',
  statusLabel: 'Active',
  invitationExpiresAt: null,
  lastSignInAt: '2026-11-20T07:00:00Z',
  secondFactor: false,
  role: 'accounting',
  roleLabel: 'Accounting',
  viewable: 8,
  viewableOf: 33,
  yourself: false,
  allowedActions: everything,
  grants: accounting,
  effective: { default: 'deny', allow: { billing: all }, hiddenFields: [] },
  ...part,
});

/** One of every state; yourself, and an owner who is not the last. */
export const someContacts: Contact[] = [
  aContact(),
  aContact({
    id: 'per_5',
    name: 'Fiona Field',
    email: 'fiona@acme.example',
    title: null,
    status: 'invited',
    statusLabel: 'Invited',
    invitationExpiresAt: '2026-11-28T09:00:00Z',
    lastSignInAt: null,
    role: 'read-only',
    roleLabel: 'Read only',
    viewable: 33,
    allowedActions: ['update', 'set-permissions', 'resend-invitation', 'cancel-invitation', 'delete'],
    grants: readOnly,
  }),
  aContact({
    id: 'per_6',
    name: 'Henrik Hold',
    email: 'henrik@acme.example',
    status: 'held',
    statusLabel: 'Held by audit',
    allowedActions: [],
  }),
  aContact({
    id: 'per_7',
    name: 'Ines Inactive',
    email: 'ines@acme.example',
    status: 'inactive',
    statusLabel: 'Inactive',
    role: 'custom',
    roleLabel: 'Custom',
    viewable: 0,
    grants: someGrants(),
    allowedActions: ['update', 'set-permissions', 'reactivate', 'delete'],
  }),
  aContact({
    id: 'per_8',
    name: 'Noel Nologin',
    email: 'noel@acme.example',
    status: 'no-login',
    statusLabel: 'No login',
    lastSignInAt: null,
    allowedActions: ['update', 'resend-invitation', 'delete'],
  }),
  aContact({
    id: 'per_1',
    name: 'Olivia Owner',
    email: 'owner@acme.example',
    title: 'Managing director',
    secondFactor: true,
    role: 'owner',
    roleLabel: 'Owner',
    viewable: 33,
    yourself: true,
    allowedActions: ['update'],
    grants: owner,
  }),
  aContact({
    id: 'per_3',
    name: 'Tessa Tech',
    email: 'tech@acme.example',
    title: 'Administration',
    status: 'locked',
    statusLabel: 'Locked',
    secondFactor: true,
    role: 'technical',
    roleLabel: 'Technical',
    viewable: 16,
    grants: technical,
    allowedActions: [...everything, 'reset-second-factor'],
  }),
];

export const someChanges: Entry[] = [
  {
    id: 'chg_2',
    at: '2026-11-20T07:00:00Z',
    action: 'permissions-changed',
    actionLabel: 'Permissions changed',
    by: { id: 'per_1', name: 'Olivia Owner' },
    before: accounting,
    after: { ...accounting, role: 'custom', deny: { 'billing.invoices': ['view'] } },
  },
  {
    id: 'chg_1',
    at: '2026-11-19T07:00:00Z',
    action: 'details-changed',
    actionLabel: 'Details changed',
    by: { id: 'per_1', name: 'Olivia Owner' },
    before: { title: 'Clerk' },
    after: { title: 'Accounting' },
  },
  {
    id: 'chg_0',
    at: '2026-11-18T07:00:00Z',
    action: 'merged',
    actionLabel: 'Merged with another record',
    by: { id: null, name: 'Nordkai' },
    before: null,
    after: null,
  },
];

/** A small back end of people: versions that go up, and refusals as the contract has them. */
export class ContactServer {
  constructor(
    public contacts: Contact[] = someContacts,
    public changes: Entry[] = someChanges,
  ) {}

  find(id: string): Contact | undefined {
    return this.contacts.find((each) => each.id === id);
  }

  /** Somebody else changes a person. */
  change(id: string, part: Partial<Contact>): Contact {
    const next = ({ etag }: Contact) => `"${Number(etag.slice(1, -1)) + 1}"`;
    this.contacts = this.contacts.map((each) => (each.id === id ? { ...each, ...part, etag: next(each) } : each));
    return this.find(id)!;
  }

  get handlers() {
    const stale = (request: Request, id: string) => request.headers.get('If-Match') !== this.find(id)?.etag;
    return [
      http.get('/contacts', ({ request, query, response }) => {
        const [text, status, role] = [query.get('q') ?? '', query.get('status'), query.get('role')];
        const found = this.contacts.filter(
          (each) => each.name.includes(text) && (status ?? each.status) === each.status && (role ?? each.role) === each.role,
        );
        const summaries = found.map(({ etag: _, grants: __, effective: ___, ...summary }) => summary);
        return response(200).json(cutPage(summaries, request));
      }),
      http.post('/contacts', async ({ request, response }) => {
        const body = await request.json();
        if (this.contacts.some(({ email }) => email === body.email)) {
          const errors = [{ pointer: '/email', code: 'already-a-contact', detail: 'Taken.' }];
          return problem(422, 'Some fields need another look', { errors });
        }
        const { name, email, title = null, phone = null, grants } = body;
        const part = { name, email, title, phone, grants, role: grants.role, roleLabel: grants.role };
        const contact = aContact({ id: 'per_new', ...part, status: 'invited', statusLabel: 'Invited', lastSignInAt: null });
        this.contacts = [...this.contacts, contact];
        return response(201).json(contact);
      }),
      http.get('/contacts/{contactId}', ({ params, response }) => {
        const contact = this.find(params.contactId);
        return contact ? response(200).json(contact) : problem(404, 'No such person');
      }),
      http.patch('/contacts/{contactId}', async ({ request, params, response }) => {
        if (stale(request, params.contactId)) return problem(412, 'Changed meanwhile');
        const { password, ...part } = await request.json();
        if (part.email && password !== 'portal-demo') {
          const errors = [{ pointer: '/password', code: 'wrong-password', detail: 'Wrong.' }];
          return problem(422, 'Some fields need another look', { errors });
        }
        return response(200).json(this.change(params.contactId, part));
      }),
      http.delete('/contacts/{contactId}', ({ params, response }) => {
        this.contacts = this.contacts.filter(({ id }) => id !== params.contactId);
        return response(204).empty();
      }),
      http.put('/contacts/{contactId}/permissions', async ({ request, params, response }) => {
        if (stale(request, params.contactId)) return problem(412, 'Changed meanwhile');
        const grants = await request.json();
        const viewable = resources.length - Object.keys(grants.deny).length;
        const part = { grants, role: grants.role, roleLabel: grants.role, viewable, viewableOf: resources.length };
        return response(200).json(this.change(params.contactId, part));
      }),
      http.put('/contacts/{contactId}/deactivation', ({ params, response }) =>
        response(200).json(this.change(params.contactId, { status: 'inactive', allowedActions: ['reactivate'] })),
      ),
      http.delete('/contacts/{contactId}/deactivation', ({ params, response }) =>
        response(200).json(this.change(params.contactId, { status: 'active', allowedActions: everything })),
      ),
      http.post('/contacts/{contactId}/invitation', ({ params, response }) =>
        response(200).json(this.change(params.contactId, { status: 'invited' })),
      ),
      http.delete('/contacts/{contactId}/invitation', ({ params, response }) =>
        response(200).json(this.change(params.contactId, { status: 'no-login' })),
      ),
      http.delete('/contacts/{contactId}/second-factor', ({ params, response }) =>
        response(200).json(this.change(params.contactId, { secondFactor: false, allowedActions: everything })),
      ),
      http.get('/contacts/{contactId}/changes', ({ response }) =>
        response(200).json({ items: this.changes, page: { nextCursor: null, prevCursor: null, total: this.changes.length } }),
      ),
      http.get('/contact-roles', ({ response }) => response(200).json(someRoles)),
    ];
  }
}
