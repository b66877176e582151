import { html } from 'lit';
import { delay, http as msw } from 'msw';
import { passwordPolicy, requestPasswordReset } from '../mocks/account.js';
import { aSession, signIn, signInExpired, signInFails, signInWithCode, signOut } from '../mocks/session.js';
import type { Scene, Scenes } from './scene.js';

const markup = html`<portal-sign-in></portal-sign-in>`;
const guest = { markup, permissions: null, handlers: [signIn(), requestPasswordReset()] } satisfies Scene;
const longName = 'Prof. Dr. Maximiliane Freifrau von Hohenstein-Schwarzburg und zu Rechenzentrum';

/** A guest's element: it is never denied, loads nothing and has no rows; those scenes show what is nearest to them. */
export const signInScenes = {
  default: guest,
  loading: { ...guest, handlers: [msw.post('*/session', () => delay('infinite'))] },
  empty: { ...guest, noProvider: true },
  error: { ...guest, handlers: [signInFails(500)] },
  locked: { ...guest, handlers: [signInFails(401, 'account-locked')] },
  inactive: { ...guest, handlers: [signInFails(401, 'account-inactive')] },
  secondFactor: { ...guest, handlers: [signInWithCode()] },
  expired: { ...guest, handlers: [signInExpired(), passwordPolicy()] },
  tooMany: { ...guest, handlers: [signInFails(429, 'about:blank', { 'Retry-After': '300' })] },
  denied: { ...guest, handlers: [signInFails(401, 'wrong-credentials')] },
  readOnly: { markup: html`<portal-sign-in return-to="/overview"></portal-sign-in>`, handlers: [signOut()] },
  longText: {
    markup,
    handlers: [signOut()],
    session: aSession({
      person: { id: 'per_2', name: longName, email: 'a@b.example' },
      client: { id: 'cli_2', name: `${longName} GmbH & Co. KG` },
    }),
  },
  manyRows: {
    ...guest,
    markup: html`<portal-sign-in
      ><p slot="help">No account yet? <a href="/request-account">Request one</a></p></portal-sign-in
    >`,
  },
  narrow: { ...guest, width: 320 },
  rightToLeft: { ...guest, rightToLeft: true, locale: { language: 'ar' } },
  dark: { ...guest, dark: true },
} satisfies Scenes;
