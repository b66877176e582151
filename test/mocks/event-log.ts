import type { components } from '../../src/api/schema.js';
import { cutPage, http } from './http.js';

type Event = components['schemas']['Event'];

export const anEvent = (part: Partial<Event> = {}): Event => ({
  id: 'evt_1',
  at: '2026-11-20T08:15:30Z',
  kind: 'updateService',
  kindLabel: 'Changed a service',
  category: 'services',
  categoryLabel: 'Services',
  actor: { kind: 'person', id: 'mem_1', name: 'Olivia Owner' },
  object: { type: 'service', typeLabel: 'Service', id: 'ser_1', label: 'D-50012 The shop', linked: true },
  address: '203.0.113.7',
  device: 'Firefox on Windows',
  outcome: 'done',
  ...part,
});

/** One of each side: a change, a sign-in, a failed one, the company's staff and system, and what has no link any more. */
export const someEvents: Event[] = [
  anEvent(),
  anEvent({ id: 'evt_2', kind: 'signIn', kindLabel: 'Signed in', category: 'sign-ins', categoryLabel: 'Sign-ins', object: null }),
  anEvent({
    id: 'evt_3',
    kind: 'signInFailed',
    kindLabel: 'Sign-in failed',
    category: 'sign-ins',
    categoryLabel: 'Sign-ins',
    actor: { kind: 'person', id: 'mem_2', name: 'Bruno Billing' },
    object: null,
    device: null,
  }),
  anEvent({
    id: 'evt_4',
    kind: 'routerReplaced',
    kindLabel: 'Replaced the router',
    category: 'contracts',
    categoryLabel: 'Contracts',
    actor: { kind: 'staff', id: null, name: 'Karin Kundendienst' },
    object: { type: 'contract', typeLabel: 'Contract', id: 'con_1', label: 'V-1001 Telephony', linked: true },
    address: null,
    device: null,
  }),
  anEvent({
    id: 'evt_5',
    kind: 'deleteDnsZone',
    kindLabel: 'Deleted a DNS zone',
    category: 'dns',
    categoryLabel: 'DNS',
    object: { type: 'dns-zone', typeLabel: 'DNS zone', id: 'zon_1', label: 'old.example', linked: false },
    outcome: 'unknown',
  }),
  anEvent({
    id: 'evt_6',
    kind: 'invoiceIssued',
    kindLabel: 'Issued an invoice',
    category: 'invoices',
    categoryLabel: 'Invoices',
    actor: { kind: 'system', id: null, name: 'Billing' },
    object: { type: 'invoice', typeLabel: 'Invoice', id: 'inv_1', label: 'R-2026-0001', linked: true },
    address: null,
    device: null,
  }),
];

export const getEventOptions = () =>
  http.get('/events/options', ({ response }) =>
    response(200).json({
      people: [
        { id: 'mem_2', label: 'Bruno Billing' },
        { id: 'mem_1', label: 'Olivia Owner' },
      ],
      categories: [
        { id: 'sign-ins', label: 'Sign-ins', kinds: [{ id: 'signIn', label: 'Signed in' }] },
        { id: 'services', label: 'Services', kinds: [{ id: 'updateService', label: 'Changed a service' }] },
      ],
    }),
  );

/** Filters and cuts pages as the server does. */
export const listEvents = (all: Event[] = [anEvent()]) =>
  http.get('/events', ({ request, query, response }) => {
    const is = (name: 'by' | 'category' | 'kind', value: string | null) => [null, value].includes(query.get(name));
    const found = all.filter(
      (each) =>
        JSON.stringify(each).includes(query.get('q') ?? '') &&
        is('by', each.actor.kind === 'person' ? each.actor.id : each.actor.kind) &&
        is('category', each.category) &&
        is('kind', each.kind) &&
        [null, each.object && `${each.object.type}/${each.object.id}`].includes(query.get('object')) &&
        (query.get('withoutSignIns') === null || each.category !== 'sign-ins'),
    );
    return response(200).json({ ...cutPage(found, request), keptDays: 730 });
  });
