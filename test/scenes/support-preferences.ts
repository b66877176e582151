import { html } from 'lit';
import { delay, http as msw } from 'msw';
import { problem } from '../mocks/http.js';
import { personas } from '../mocks/session.js';
import { somePreferences, supportPreferenceServer } from '../mocks/support-preferences.js';
import type { Scenes } from './scene.js';

const markup = html`<portal-support-preferences></portal-support-preferences>`;
const handlers = () => supportPreferenceServer();
const word = 'Rechenzentrumsbetriebsführungsgesellschaftsvertrag';
const colleagues = Array.from({ length: 40 }, (_, index) => ({ id: `mem_${index}`, name: `Person ${index + 1}` }));

export const supportPreferencesScenes = {
  default: { markup, handlers: handlers() },
  loading: { markup, handlers: [msw.get('*', () => delay('infinite'))], phase: 'loading' },
  /** Who has never chosen anything, is alone, and may not see tickets of others. */
  empty: {
    markup,
    handlers: supportPreferenceServer(
      somePreferences({ notifyClose: true, copies: [], colleagues: [], signature: '', othersPermitted: false, pinRenewedAt: null }),
    ),
  },
  error: { markup, handlers: [msw.get('*', () => problem(500, 'No'))], phase: 'error' },
  refused: { markup, handlers: [msw.get('*/support-preferences', () => problem(403, 'No'))], phase: 'denied' },
  denied: { markup, handlers: handlers(), permissions: personas['no-permissions'], phase: 'denied' },
  readOnly: { markup, handlers: supportPreferenceServer(somePreferences({ othersMail: true })), permissions: personas['read-only'] },
  longText: {
    markup,
    handlers: supportPreferenceServer(
      somePreferences({
        signature: `${word}\n`.repeat(4),
        copies: ['x'],
        colleagues: [{ id: 'x', name: word }],
        digest: word,
        replyOrder: word,
      }),
    ),
  },
  manyRows: {
    markup,
    handlers: supportPreferenceServer(somePreferences({ colleagues, copies: colleagues.slice(0, 10).map(({ id }) => id) })),
  },
  narrow: { markup, handlers: handlers(), width: 320 },
  rightToLeft: { markup, handlers: handlers(), rightToLeft: true, locale: { language: 'ar' } },
  dark: { markup, handlers: handlers(), dark: true },
} satisfies Scenes;
