import { html } from 'lit';
import { createTicket } from '../mocks/tickets.js';
import { personas } from '../mocks/session.js';
import type { Scenes } from './scene.js';

const markup = html`<portal-new-ticket></portal-new-ticket>`;
const handlers = [createTicket()];

/** It asks for nothing and has no rows: these scenes are as the first. */
export const newTicketScenes = {
  default: { markup, handlers },
  loading: { markup, handlers },
  empty: { markup, handlers },
  error: { markup, handlers },
  denied: { markup, handlers: [], permissions: personas['no-permissions'], phase: 'denied' },
  readOnly: { markup, handlers, permissions: personas['read-only'] },
  longText: { markup, handlers, locale: { language: 'de' } },
  manyRows: { markup, handlers },
  narrow: { markup, handlers, width: 320 },
  rightToLeft: { markup, handlers, rightToLeft: true, locale: { language: 'ar' } },
  dark: { markup, handlers, dark: true },
} satisfies Scenes;
