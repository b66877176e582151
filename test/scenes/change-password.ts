import { html } from 'lit';
import { delay, http as msw } from 'msw';
import { anAccountSecurity, changePassword, getAccountSecurity, passwordPolicy } from '../mocks/account.js';
import { problem } from '../mocks/http.js';
import { personas } from '../mocks/session.js';
import type { Scenes } from './scene.js';

const markup = html`<portal-change-password></portal-change-password>`;
const handlers = [getAccountSecurity(), passwordPolicy(), changePassword()];

/** It has no rows; the scene shows a policy with more to say. */
export const changePasswordScenes = {
  default: { markup, handlers },
  loading: { markup, handlers: [msw.get('*', () => delay('infinite'))], phase: 'loading' },
  empty: {
    markup,
    handlers: [getAccountSecurity(anAccountSecurity({}, { managed: 'elsewhere', manageHref: '/sso' })), passwordPolicy()],
  },
  error: { markup, handlers: [msw.get('*', () => problem(500, 'No'))], phase: 'error' },
  refused: { markup, handlers: [msw.get('*/account/*', () => problem(403, 'No'))], phase: 'denied' },
  denied: { markup, handlers, permissions: personas['no-permissions'], phase: 'denied' },
  readOnly: { markup, handlers, permissions: personas['read-only'] },
  longText: { markup, handlers, locale: { language: 'de' } },
  manyRows: {
    markup,
    handlers: [getAccountSecurity(), passwordPolicy({ minLength: 16, maxLength: 64, refusesCommon: true }), changePassword()],
  },
  narrow: { markup, handlers, width: 320 },
  rightToLeft: { markup, handlers, rightToLeft: true, locale: { language: 'ar' } },
  dark: { markup, handlers, dark: true },
} satisfies Scenes;
