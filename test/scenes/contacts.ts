import { html } from 'lit';
import { http as msw, delay } from 'msw';
import { aContact, ContactServer, someContacts } from '../mocks/contacts.js';
import { aContract, listContracts } from '../mocks/contracts.js';
import { problem } from '../mocks/http.js';
import { personas } from '../mocks/session.js';
import type { Scenes } from './scene.js';

const markup = html`<portal-contacts></portal-contacts>`;
const contracts = listContracts([aContract(), aContract({ id: 'con_rack', number: 'S-3001', name: 'Rack 4' })]);
const server = (contacts = someContacts) => [...new ContactServer(contacts).handlers, contracts];
const many = Array.from({ length: 120 }, (_, index) => {
  const number = String(index).padStart(3, '0');
  return aContact({ id: `per_${index}`, name: `Person ${number}`, email: `person-${number}@acme.example` });
});
const long = aContact({
  id: 'per_long',
  name: 'Maximiliana Freifrau von und zu Hohenlohe-Waldenburg-Schillingsfürst-Rechenzentrumsbetrieb',
  email: `${'accounting-department-of-the-northern-region'.repeat(2)}@subsidiary.acme.example`,
  title: 'Head of accounting, purchasing, legal affairs and everything that nobody else wants to do',
  status: 'waiting',
  statusLabel: 'Waiting for the second approval of the works council',
  role: 'auditor',
  roleLabel: 'Auditor of the parent company',
});

export const contactsScenes: Scenes = {
  default: { markup, handlers: server() },
  loading: { markup, handlers: [msw.get('*/contacts', () => delay('infinite'))], phase: 'loading' },
  empty: { markup, handlers: server([]), phase: 'empty' },
  noMatch: { markup: html`<portal-contacts query="q=nothing"></portal-contacts>`, handlers: server(), phase: 'no-match' },
  error: { markup, handlers: [msw.get('*/contacts', () => problem(400, 'Bad cursor'))], phase: 'error' },
  denied: { markup, handlers: [], permissions: personas.tech, phase: 'denied' },
  refused: { markup, handlers: [msw.get('*/contacts', () => problem(403, 'Not allowed'))], phase: 'denied' },
  readOnly: { markup, handlers: server(), permissions: personas['read-only'] },
  longText: { markup, handlers: server([long, ...someContacts]) },
  manyRows: { markup, handlers: server(many) },
  narrow: { markup, handlers: server(), width: 320 },
  rightToLeft: { markup, handlers: server(), rightToLeft: true, locale: { language: 'ar' } },
  dark: { markup, handlers: server(), dark: true },
};
