import { html } from 'lit';
import { delay, http as msw } from 'msw';
import { problem } from '../mocks/http.js';
import { aNotificationPerson, notificationServer, ofOwner, someCells, somePeople, someSettings } from '../mocks/notifications.js';
import { personas } from '../mocks/session.js';
import type { Scenes } from './scene.js';

const markup = html`<portal-notification-settings></portal-notification-settings>`;
const handlers = () => notificationServer();
const channels = [
  { id: 'email', label: 'E-mail' },
  { id: 'sms', label: 'SMS' },
];
const many = Array.from({ length: 40 }, (_, index) =>
  aNotificationPerson({
    contactId: `mem_${index}`,
    name: `Person ${index + 1}`,
    email: `person-${index + 1}@acme.example`,
    yourself: index === 0,
  }),
);

export const notificationSettingsScenes = {
  default: { markup, handlers: handlers() },
  /** Who may not update contacts. */
  own: { markup, handlers: notificationServer(someSettings({ people: [aNotificationPerson({ cells: someCells() })] })) },
  severalChannels: {
    markup,
    handlers: notificationServer(
      someSettings({ channels, people: somePeople().map((person) => ({ ...person, cells: someCells(ofOwner, ['email', 'sms']) })) }),
    ),
  },
  loading: { markup, handlers: [msw.get('*', () => delay('infinite'))], phase: 'loading' },
  empty: { markup, handlers: notificationServer(someSettings({ categories: [], people: [] })) },
  error: { markup, handlers: [msw.get('*', () => problem(500, 'No'))], phase: 'error' },
  refused: { markup, handlers: [msw.get('*/notification-settings', () => problem(403, 'No'))], phase: 'denied' },
  denied: { markup, handlers: handlers(), permissions: personas['no-permissions'], phase: 'denied' },
  readOnly: {
    markup,
    handlers: notificationServer(someSettings({ people: [aNotificationPerson({ editable: false })] })),
    permissions: personas['read-only'],
  },
  longText: {
    markup,
    handlers: notificationServer(
      someSettings({
        categories: [
          { id: 'other', label: 'Everything that has to do with datacentres, their power supply and access to them', billing: false },
          { id: 'invoice', label: 'New invoices', billing: true },
        ],
        people: [
          aNotificationPerson({
            name: 'Karl-Theodor Maria Nikolaus Johann Jacob Philipp Franz Joseph Sylvester',
            email: `${'someone.'.repeat(12)}somewhere@acme.example`,
            cells: [
              {
                category: 'other',
                channel: 'email',
                enabled: true,
                locked: true,
                reason: 'agreed',
                reasonLabel: 'Agreed in your contract '.repeat(8),
              },
              { category: 'invoice', channel: 'email', enabled: true, locked: false },
            ],
          }),
        ],
      }),
    ),
  },
  manyRows: { markup, handlers: notificationServer(someSettings({ people: many })) },
  narrow: { markup, handlers: handlers(), width: 320 },
  rightToLeft: { markup, handlers: handlers(), rightToLeft: true, locale: { language: 'ar' } },
  dark: { markup, handlers: handlers(), dark: true },
} satisfies Scenes;
