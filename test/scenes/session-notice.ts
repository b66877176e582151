import { html } from 'lit';
import { http as msw } from 'msw';
import { problem } from '../mocks/http.js';
import { aSession, getSession, renewSession, signIn } from '../mocks/session.js';
import type { Scenes } from './scene.js';

/** A session of which so many seconds are left. */
export const sessionWith = (seconds: number) =>
  aSession({ serverTime: '2026-11-21T09:00:00Z', expiresAt: new Date(Date.parse('2026-11-21T09:00:00Z') + seconds * 1000).toISOString() });

const markup = html`<portal-session-notice warn-before="300"></portal-session-notice>`;
// Looked at after a quarter of what is left: at once, so to say.
const near = { markup, session: sessionWith(0.01), handlers: [getSession(sessionWith(239)), renewSession(), signIn()] };

/** It has no rows and loads nothing; those scenes show what is nearest to them. Nobody is denied: it speaks of the session itself. */
export const sessionNoticeScenes = {
  default: near,
  loading: { ...near, session: sessionWith(28_800) },
  empty: { ...near, permissions: null, session: null },
  error: { ...near, handlers: [getSession(sessionWith(239)), msw.post('*/session/renewal', () => problem(500, 'No'))] },
  denied: { ...near, noProvider: true },
  readOnly: { ...near, handlers: [getSession(sessionWith(20)), renewSession()] },
  longText: { ...near, locale: { language: 'de' } },
  manyRows: { ...near, markup: html`${markup}${markup}` },
  narrow: { ...near, width: 320 },
  rightToLeft: { ...near, rightToLeft: true, locale: { language: 'ar' } },
  dark: { ...near, dark: true },
} satisfies Scenes;
