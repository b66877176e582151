import type { components } from '../../src/index.js';
import { http, problem } from './http.js';

type Settings = components['schemas']['NotificationSettings'];
type Person = Settings['people'][number];
type Cell = Person['cells'][number];

export const notificationCategories: Settings['categories'] = [
  { id: 'invoice', label: 'New invoices', billing: true },
  { id: 'receipt', label: 'Payment receipts', billing: true },
  { id: 'overdue', label: 'Overdue notices', billing: true },
  { id: 'renewal', label: 'Renewals', billing: true },
  { id: 'maintenance', label: 'Maintenance', billing: false },
  { id: 'support', label: 'Support', billing: false },
  { id: 'abuse', label: 'Abuse reports', billing: false },
];

/** A cell for every category and channel; `fix` says what is particular to some. */
export const someCells = (fix: (cell: Cell, billing: boolean) => Partial<Cell> = () => ({}), channels = ['email']): Cell[] =>
  notificationCategories.flatMap(({ id, billing }) =>
    channels.map((channel) => {
      const cell: Cell = { category: id, channel, enabled: channel === 'email', locked: false };
      return { ...cell, ...fix(cell, billing) };
    }),
  );

const legal = { enabled: true, locked: true, reason: 'legal', reasonLabel: 'Has to reach the owners of the account' };
const forbidden = { enabled: false, locked: true, reason: 'not-permitted', reasonLabel: 'Has no permission for billing mail' };

export const ofOwner = (cell: Cell): Partial<Cell> =>
  ['overdue', 'abuse'].includes(cell.category) && cell.channel === 'email' ? legal : {};
export const withoutBilling = (_cell: Cell, billing: boolean): Partial<Cell> => (billing ? forbidden : {});

export const aNotificationPerson = (part: Partial<Person> = {}): Person => ({
  contactId: 'mem_owner',
  name: 'Olivia Owner',
  email: 'owner@acme.example',
  yourself: true,
  editable: true,
  cells: someCells(ofOwner),
  ...part,
});

export const somePeople = (): Person[] => [
  aNotificationPerson(),
  aNotificationPerson({
    contactId: 'mem_billing',
    name: 'Bruno Billing',
    email: 'billing@acme.example',
    yourself: false,
    cells: someCells(),
  }),
  aNotificationPerson({
    contactId: 'mem_tech',
    name: 'Tessa Tech',
    email: 'tech@acme.example',
    yourself: false,
    cells: someCells(withoutBilling),
  }),
];

export const someSettings = (part: Partial<Settings> = {}): Settings => ({
  etag: '"1"',
  categories: notificationCategories,
  channels: [{ id: 'email', label: 'E-mail' }],
  people: somePeople(),
  ...part,
});

/** Settings that keep what is changed; a change on an old version is refused. `meanwhile` is what somebody else sets before the first. */
export function notificationServer(settings = someSettings(), meanwhile?: Settings) {
  let [current, other] = [settings, meanwhile];
  const nextTag = () => `"${Number(current.etag.slice(1, -1)) + 1}"`;
  return [
    http.get('/notification-settings', ({ response }) => response(200).json(current)),
    http.patch('/notification-settings', async ({ request, response }) => {
      if (other) [current, other] = [{ ...other, etag: nextTag() }, undefined];
      if (request.headers.get('If-Match') !== current.etag) return problem(412, 'The settings have changed in the meantime');
      const { changes } = await request.clone().json();
      const changeOf = (person: Person, cell: Cell) =>
        changes.find((each) => each.contactId === person.contactId && each.category === cell.category && each.channel === cell.channel);
      current = {
        ...current,
        etag: nextTag(),
        people: current.people.map((person) => ({
          ...person,
          cells: person.cells.map((cell) => ({ ...cell, enabled: changeOf(person, cell)?.enabled ?? cell.enabled })),
        })),
      };
      return response(200).json(current);
    }),
  ];
}
