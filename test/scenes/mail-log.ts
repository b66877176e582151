import { html } from 'lit';
import { delay, http as msw } from 'msw';
import { problem } from '../mocks/http.js';
import { aMail, aMailSummary, getMail, getMailOptions, listMails, sendMailCopy, someMails } from '../mocks/mail-log.js';
import { personas } from '../mocks/session.js';
import type { Scenes } from './scene.js';

const markup = html`<portal-mail-log invoice-href="/invoice?id={id}" ticket-href="/ticket?id={id}"></portal-mail-log>`;
const handlers = [listMails(someMails), getMailOptions(), getMail(), sendMailCopy()];
const filtered = 'state=bounced&contactId=mem_9&from=2026-11-01';
const at = '*/api/v1/mails';
const word = 'Rechenzentrumsbetriebsführungsgesellschaftsvertrag';
const long = {
  subject: `${word} ${word}`,
  to: { contactId: 'mem_3', name: word, address: `${word.toLowerCase()}@${word.toLowerCase()}.example` },
  kind: 'company-kind',
  kindLabel: word,
  state: 'bounced',
  stateLabel: 'Bounced',
  reason: `550 5.1.1 ${word.repeat(20)}`,
};

export const mailLogScenes = {
  default: { markup, handlers },
  loading: { markup, handlers: [msw.get(at, () => delay('infinite'))], phase: 'loading' },
  empty: { markup, handlers: [listMails([])], phase: 'empty' },
  error: { markup, handlers: [msw.get(at, () => problem(400, 'This cannot be read'))], phase: 'error' },
  denied: { markup, handlers: [], permissions: personas['no-permissions'], phase: 'denied' },
  refused: { markup, handlers: [msw.get(at, () => problem(403, 'Not allowed'))], phase: 'denied' },
  filtered: { markup: html`<portal-mail-log query=${filtered}></portal-mail-log>`, handlers },
  readOnly: { markup, handlers, permissions: personas['read-only'] },
  longText: {
    markup,
    handlers: [
      listMails([aMailSummary(long), aMailSummary()]),
      getMail(aMail({ ...long, text: word.repeat(30), from: `${word} <portal@nordkai.example>` })),
    ],
  },
  manyRows: { markup, handlers: [listMails(Array.from({ length: 120 }, (_, index) => aMailSummary({ id: String(index) })))] },
  narrow: { markup, handlers, width: 320 },
  rightToLeft: { markup, handlers, rightToLeft: true, locale: { language: 'ar' } },
  dark: { markup, handlers, dark: true },
} satisfies Scenes;
