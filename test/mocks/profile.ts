import type { components } from '../../src/index.js';
import { http, problem } from './http.js';

type Schemas = components['schemas'];
type Profile = Schemas['Profile'];

const field = (name: string, required = false, needsApproval = false) => ({ name, editable: true, required, needsApproval });

export const profileFields = (editable = true): Profile['fields'] =>
  [
    field('name', true, true),
    field('company', true, true),
    field('addressLines', true),
    field('city', true),
    field('region'),
    field('postcode'),
    field('country', true),
    field('email', true),
    field('billingEmail'),
    field('phone'),
    field('mobile'),
    field('vatId', false, true),
    field('registrationId'),
    field('language'),
    field('timeZone', true),
  ].map((each) => ({ ...each, editable }));

export const aCustomField = (part: Partial<Schemas['ProfileCustomField']> = {}): Schemas['ProfileCustomField'] => ({
  key: 'cost-centre',
  label: 'Cost centre',
  type: 'text',
  required: false,
  editable: true,
  value: '4711',
  hint: 'Printed on every invoice.',
  ...part,
});

export const customFields = (): Schemas['ProfileCustomField'][] => [
  aCustomField(),
  aCustomField({ key: 'order-number-required', label: 'Order number needed on invoices', type: 'boolean', value: 'true', hint: '' }),
  aCustomField({
    key: 'industry',
    label: 'Industry',
    type: 'choice',
    value: 'trade',
    hint: '',
    choices: [
      { value: 'trade', label: 'Trade' },
      { value: 'public', label: 'Public administration' },
    ],
  }),
  aCustomField({ key: 'account-manager', label: 'Your contact at Nordkai', editable: false, value: 'Jonas Petersen', hint: '' }),
];

export const aPendingChange = (part: Partial<Schemas['PendingProfileChange']> = {}): Schemas['PendingProfileChange'] => ({
  field: 'vatId',
  oldValue: 'DE111111111',
  newValue: 'DE222222222',
  requestedAt: '2026-11-19T09:30:00Z',
  requestedBy: 'Olivia Owner',
  ...part,
});

export const someContacts = (): NonNullable<Profile['contacts']> => ({
  items: [
    { id: 'mem_1', name: 'Bruno Billing', email: 'billing@acme.example', title: 'Accounting', phone: null, roleLabel: 'Accounting' },
    {
      id: 'mem_2',
      name: 'Olivia Owner',
      email: 'owner@acme.example',
      title: 'Managing director',
      phone: '+49301234500',
      roleLabel: 'Owner',
    },
    { id: 'mem_3', name: 'Tessa Tech', email: 'tech@acme.example', title: null, phone: '+49301234520', roleLabel: 'Technical' },
  ],
  total: 7,
});

export const aProfile = (part: Partial<Profile> = {}): Profile => ({
  etag: '"1"',
  clientNumber: 'C-1001',
  contractNumber: 'V-20011',
  type: 'company',
  typeLabel: 'Company',
  name: 'Olivia Owner',
  company: 'Acme GmbH',
  addressLines: ['Köpenicker Straße 148', 'Aufgang C'],
  city: 'Berlin',
  region: null,
  postcode: '10997',
  country: 'DE',
  email: 'office@acme.example',
  billingEmail: 'billing@acme.example',
  phone: '+49301234500',
  mobile: null,
  vatId: 'DE111111111',
  registrationId: 'HRB 000001 B',
  language: 'de',
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  fields: profileFields(),
  customFields: customFields(),
  pendingChanges: [aPendingChange()],
  authentication: {
    passwordManaged: 'here',
    passwordChangedAt: '2026-05-02T08:00:00Z',
    secondFactor: true,
    secondFactorRequired: false,
    sessions: 2,
  },
  billing: {
    balance: [{ amount: '1428.00', currency: 'EUR' }],
    open: [{ amount: '1428.00', currency: 'EUR' }],
    overdue: [{ amount: '238.00', currency: 'EUR' }],
    openCount: 3,
    overdueCount: 1,
    nextInvoiceOn: '2026-12-01',
  },
  contacts: someContacts(),
  ...part,
});

/** What a client has told who has told nothing yet. */
export const anEmptyProfile = (): Profile =>
  aProfile({
    contractNumber: null,
    name: null,
    addressLines: [],
    city: null,
    postcode: null,
    country: null,
    email: null,
    billingEmail: null,
    phone: null,
    vatId: null,
    registrationId: null,
    language: null,
    customFields: [],
    pendingChanges: [],
    billing: { balance: [], open: [], overdue: [], openCount: 0, overdueCount: 0, nextInvoiceOn: null },
    contacts: { items: [], total: 0 },
  });

const nextTag = (etag: string) => `"${Number(etag.slice(1, -1)) + 1}"`;

export const refuses = (...errors: { pointer: string; code: string; detail: string }[]) =>
  problem(422, 'Some fields need another look', { errors });

/**
 * A profile that keeps what is changed, as the host does: name, company and VAT number wait for approval, another e-mail address
 * needs the password of the demo, and a change on an old version is refused.
 */
export function profileServer(profile = aProfile()) {
  let current = profile;
  return [
    http.get('/profile', ({ response }) => response(200).json(current)),
    http.patch('/profile', async ({ request, response }) => {
      if (request.headers.get('If-Match') !== current.etag) return problem(412, 'The profile has changed in the meantime');
      const { password, customFields: custom = {}, ...body } = await request.clone().json();
      if (body.phone === '12') return refuses({ pointer: '/phone', code: 'invalid-phone', detail: 'Wrong' });
      if (body.email && password !== 'portal-demo') return refuses({ pointer: '/password', code: 'wrong-password', detail: 'Wrong' });
      const approved = ['name', 'company', 'vatId'] as const;
      const { name, company, vatId, ...direct } = body;
      const wanted = { name, company, vatId };
      const pending = approved
        .filter((each) => wanted[each] !== undefined)
        .map((each) => aPendingChange({ field: each, oldValue: current[each], newValue: wanted[each] ?? null }));
      const kept = current.pendingChanges.filter((each) => !pending.some(({ field: name }) => name === each.field));
      current = {
        ...current,
        etag: nextTag(current.etag),
        ...(direct as Partial<Profile>),
        customFields: current.customFields.map((each) => ({ ...each, value: custom[each.key] ?? each.value })),
        pendingChanges: [...kept, ...pending],
      };
      return response(200).json(current);
    }),
    http.delete('/profile/pending-changes/{field}', ({ params, response }) => {
      current = {
        ...current,
        etag: nextTag(current.etag),
        pendingChanges: current.pendingChanges.filter((each) => each.field !== params.field),
      };
      return response(200).json(current);
    }),
  ];
}
