import { html } from 'lit';
import { delay, http as msw } from 'msw';
import { problem } from '../mocks/http.js';
import { aCustomField, anEmptyProfile, aPendingChange, aProfile, profileFields, profileServer, someContacts } from '../mocks/profile.js';
import { personas } from '../mocks/session.js';
import type { Scenes } from './scene.js';

const markup = html`<portal-profile contacts-href="/people" invoices-href="/invoices"></portal-profile>`;
const handlers = () => profileServer();
const long = 'Gesellschaft für ausgesprochen langwierige Bezeichnungen und Donaudampfschifffahrtsangelegenheiten mbH';
const {
  billing: _billing,
  contacts: _contacts,
  ...alone
} = aProfile({
  pendingChanges: [],
  authentication: { secondFactor: false, secondFactorRequired: true, sessions: 1 },
});

export const profileScenes = {
  default: { markup, handlers: handlers() },
  loading: { markup, handlers: [msw.get('*', () => delay('infinite'))], phase: 'loading' },
  empty: { markup, handlers: profileServer(anEmptyProfile()) },
  error: { markup, handlers: [msw.get('*', () => problem(500, 'No'))], phase: 'error' },
  refused: { markup, handlers: [msw.get('*/profile', () => problem(403, 'No'))], phase: 'denied' },
  denied: { markup, handlers: handlers(), permissions: personas['no-permissions'], phase: 'denied' },
  readOnly: { markup, handlers: profileServer(aProfile({ fields: profileFields(false) })), permissions: personas['read-only'] },
  /** Who may view nothing but this. */
  alone: { markup, handlers: profileServer(alone), permissions: { allow: { 'profile.view': ['view'] } } },
  severalCurrencies: {
    markup,
    handlers: profileServer(
      aProfile({
        billing: {
          balance: [
            { amount: '-30.50', currency: 'CHF' },
            { amount: '1428.00', currency: 'EUR' },
          ],
          open: [
            { amount: '99.00', currency: 'CHF' },
            { amount: '1428.00', currency: 'EUR' },
          ],
          overdue: [{ amount: '1190.00', currency: 'EUR' }],
          openCount: 4,
          overdueCount: 2,
          nextInvoiceOn: null,
        },
      }),
    ),
  },
  longText: {
    markup,
    handlers: profileServer(
      aProfile({
        company: long,
        email: `${'someone.'.repeat(12)}somewhere@acme.example`,
        addressLines: [long, long],
        customFields: [aCustomField({ label: long, value: 'x'.repeat(200) })],
        pendingChanges: [aPendingChange({ field: 'company', oldValue: long, newValue: `${long} & Co. KG`, requestedBy: long })],
      }),
    ),
  },
  manyRows: {
    markup,
    handlers: profileServer(
      aProfile({
        customFields: Array.from({ length: 24 }, (_, index) =>
          aCustomField({ key: `field-${index}`, label: `Field ${index + 1}`, value: `${index}` }),
        ),
        contacts: { ...someContacts(), total: 240 },
      }),
    ),
  },
  narrow: { markup, handlers: handlers(), width: 320 },
  rightToLeft: { markup, handlers: handlers(), rightToLeft: true, locale: { language: 'ar' } },
  dark: { markup, handlers: handlers(), dark: true },
} satisfies Scenes;
