import { html } from 'lit';
import { delay, http as msw } from 'msw';
import { aCodeUse, checkMailedCode, checkMailedCodeFails, setPassword, setPasswordThenSignIn } from '../mocks/account.js';
import { problem } from '../mocks/http.js';
import type { Scene, Scenes } from './scene.js';

const markup = html`<portal-set-password code-param="code" sign-in-href="/sign-in" request-href="/request-account"></portal-set-password>`;
const guest = { markup, permissions: null, handlers: [checkMailedCode(), setPassword()] } satisfies Scene;
const longName = 'Prof. Dr. Maximiliane Freifrau von Hohenstein-Schwarzburg und zu Rechenzentrum';

/** A guest's element: it is never denied, loads nothing and has no rows; those scenes show what is nearest to them. */
export const setPasswordScenes = {
  default: guest,
  loading: { ...guest, handlers: [msw.post('*/mailed-codes/check', () => delay('infinite'))] },
  empty: { ...guest, noProvider: true },
  error: { ...guest, handlers: [msw.post('*/mailed-codes/check', () => problem(500, 'No'))] },
  expired: { ...guest, handlers: [checkMailedCodeFails(410, 'code-expired')] },
  used: { ...guest, handlers: [checkMailedCodeFails(410, 'code-used')] },
  hasAccount: { ...guest, handlers: [checkMailedCodeFails(409, 'already-has-account')] },
  needsReview: { ...guest, handlers: [checkMailedCodeFails(409, 'needs-review')] },
  secondFactor: { ...guest, handlers: [checkMailedCode(), setPasswordThenSignIn()] },
  denied: { ...guest, handlers: [msw.post('*/mailed-codes/check', () => problem(403, 'No'))] },
  readOnly: { markup, handlers: guest.handlers },
  longText: { ...guest, handlers: [checkMailedCode(aCodeUse({ name: longName, clientName: `${longName} GmbH & Co. KG` })), setPassword()] },
  manyRows: { ...guest, markup: html`<portal-set-password .email=${'fiona@acme.example'}></portal-set-password>` },
  narrow: { ...guest, width: 320 },
  rightToLeft: { ...guest, rightToLeft: true, locale: { language: 'ar' } },
  dark: { ...guest, dark: true },
} satisfies Scenes;
