import { html } from 'lit';
import { delay, http as msw } from 'msw';
import { accountSessions, anAccountSecurity, anAccountSession, getAccountSecurity, secondFactor } from '../mocks/account.js';
import { problem } from '../mocks/http.js';
import { personas } from '../mocks/session.js';
import type { Scenes } from './scene.js';

const markup = html`<portal-account-security></portal-account-security>`;
const handlers = () => [getAccountSecurity(), ...secondFactor(), ...accountSessions()];
const isOn = anAccountSecurity({ enabled: true, since: '2026-06-01T08:00:00Z', recoveryCodesLeft: 9 });
const many = Array.from({ length: 24 }, (_, index) =>
  anAccountSession({
    id: `ses_${index}`,
    current: index === 0,
    device: `Firefox ${index + 100} on Linux`,
    address: `192.0.2.${index + 1}`,
  }),
);

export const accountSecurityScenes = {
  default: { markup, handlers: handlers() },
  on: { markup, handlers: [getAccountSecurity(isOn), ...secondFactor(), ...accountSessions()] },
  fewCodes: {
    markup,
    handlers: [
      getAccountSecurity(anAccountSecurity({ enabled: true, required: true, since: '2026-06-01T08:00:00Z', recoveryCodesLeft: 1 })),
      ...secondFactor(),
      ...accountSessions(),
    ],
  },
  loading: { markup, handlers: [msw.get('*', () => delay('infinite'))], phase: 'loading' },
  empty: { markup, handlers: [getAccountSecurity(anAccountSecurity({}, { changedAt: null })), ...accountSessions([anAccountSession()])] },
  error: { markup, handlers: [msw.get('*', () => problem(500, 'No'))], phase: 'error' },
  refused: { markup, handlers: [msw.get('*/account/*', () => problem(403, 'No'))], phase: 'denied' },
  denied: { markup, handlers: handlers(), permissions: null, phase: 'denied' },
  readOnly: {
    markup,
    handlers: [getAccountSecurity(anAccountSecurity({}, { managed: 'elsewhere', manageHref: '/sso' })), ...accountSessions()],
    permissions: personas['read-only'],
  },
  longText: {
    markup,
    handlers: [
      getAccountSecurity(isOn),
      ...accountSessions([
        anAccountSession({ device: `A browser of a very long name ${'long'.repeat(30)} on a system of an even longer name` }),
      ]),
    ],
  },
  manyRows: { markup, handlers: [getAccountSecurity(isOn), ...accountSessions(many)] },
  narrow: { markup, handlers: handlers(), width: 320 },
  rightToLeft: { markup, handlers: handlers(), rightToLeft: true, locale: { language: 'ar' } },
  dark: { markup, handlers: handlers(), dark: true },
} satisfies Scenes;
