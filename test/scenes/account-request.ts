import { html } from 'lit';
import { delay, http as msw } from 'msw';
import { checkMailedCode, requestAccount, setPassword } from '../mocks/account.js';
import { problem } from '../mocks/http.js';
import type { Scene, Scenes } from './scene.js';

const markup = html`<portal-account-request sign-in-href="/sign-in"></portal-account-request>`;
const handlers = [requestAccount(), checkMailedCode(), setPassword()];
const guest = { markup, permissions: null, handlers } satisfies Scene;
const tooMany = () => {
  const answer = problem(429, 'Too many requests');
  answer.headers.set('Retry-After', '300');
  return answer;
};

/** A guest's element: it is never denied, loads nothing and has no rows; those scenes show what is nearest to them. */
export const accountRequestScenes = {
  default: guest,
  loading: { ...guest, handlers: [msw.post('*/account-requests', () => delay('infinite'))] },
  empty: { ...guest, markup: html`<portal-account-request></portal-account-request>` },
  error: { ...guest, handlers: [msw.post('*/account-requests', () => problem(500, 'No'))] },
  tooMany: { ...guest, handlers: [msw.post('*/account-requests', tooMany)] },
  denied: { ...guest, handlers: [msw.post('*/account-requests', () => problem(403, 'No'))] },
  readOnly: { ...guest, noProvider: true },
  longText: {
    ...guest,
    markup: html`<portal-account-request sign-in-href="/sign-in"
      ><p slot="captcha">
        The page’s own check against robots stands here, between what is asked for and the button.
      </p></portal-account-request
    >`,
  },
  manyRows: { markup, handlers },
  narrow: { ...guest, width: 320 },
  rightToLeft: { ...guest, rightToLeft: true, locale: { language: 'ar' } },
  dark: { ...guest, dark: true },
} satisfies Scenes;
