import { html } from 'lit';
import { changePassword, getAccountSecurity, passwordPolicy } from '../mocks/account.js';
import { aSession, personas, signOut, switchClient } from '../mocks/session.js';
import { problem } from '../mocks/http.js';
import { http as msw } from 'msw';
import type { Scenes } from './scene.js';

const markup = html`<portal-user-menu></portal-user-menu>`;
const clients = [
  { id: 'cli_acme', name: 'Acme GmbH', number: 'C-1001' },
  { id: 'cli_globex', name: 'Globex', number: 'C-1002' },
];
const handlers = [
  signOut(),
  getAccountSecurity(),
  passwordPolicy(),
  changePassword(),
  switchClient(aSession({ client: clients[1]!, clients })),
];
const longName = 'Maximiliane Freifrau von Hohenstein-Schwarzburg und zu Rechenzentrum';

export const userMenuScenes = {
  default: { markup, handlers },
  loading: { markup, handlers, session: undefined, noProvider: true, phase: 'pending' },
  empty: { markup: html`<portal-user-menu sign-in-href="/sign-in"></portal-user-menu>`, handlers, permissions: null },
  error: { markup, handlers: [msw.delete('*/session', () => problem(500, 'No'))] },
  denied: { markup, handlers, permissions: null, phase: 'denied' },
  readOnly: { markup, handlers, permissions: personas['read-only'] },
  longText: {
    markup,
    handlers,
    session: aSession({ person: { id: 'per_2', name: longName, email: `${'long.'.repeat(12)}name@acme.example` } }),
  },
  manyRows: {
    markup: html`<portal-user-menu><a href="/profile">Profile</a></portal-user-menu>`,
    handlers,
  },
  profile: { markup: html`<portal-user-menu profile-href="/people"></portal-user-menu>`, handlers },
  clients: { markup, handlers, session: aSession({ clients }) },
  narrow: { markup, handlers, width: 320 },
  rightToLeft: { markup, handlers, rightToLeft: true, locale: { language: 'ar' } },
  dark: { markup, handlers, dark: true },
} satisfies Scenes;
