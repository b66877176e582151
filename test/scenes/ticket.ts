import { html } from 'lit';
import { delay, http as msw } from 'msw';
import { problem } from '../mocks/http.js';
import { aClosedTicket, aTicket, aTicketPost, getTicket, getTicketOptions, replyToTicket } from '../mocks/tickets.js';
import { personas } from '../mocks/session.js';
import type { Scenes } from './scene.js';

const markup = html`<portal-ticket ticket-id="one"></portal-ticket>`;
const withoutId = html`<portal-ticket></portal-ticket>`;
const talk = aTicket({
  posts: [
    ...aTicket().posts,
    aTicketPost({
      files: [{ id: 'upl_1', name: 'processes.log', mediaType: 'text/plain', size: 2048, uploadedAt: '2026-11-21T09:30:00Z' }],
      quoted: 'Pages take ten seconds after 18:00.',
    }),
    aTicketPost({ id: 'pst_4', author: { kind: 'client', name: 'Tom Tech' }, text: 'As attached.', leftOut: ['plan.docx', 'film.mp4'] }),
    aTicketPost({ id: 'pst_3', event: 'copied', text: 'Tom Tech', author: { kind: 'client', name: 'Olivia Owner' }, yours: true }),
  ],
  postCount: 4,
});
const handlers = [getTicketOptions(), getTicket(talk), replyToTicket()];
/** Every answer in the conversation of others. */
const many = Array.from({ length: 50 }, (_, index) => aTicketPost({ id: `pst_${index}`, text: `Answer ${index}` }));
const at = '*/api/v1/tickets/*';
const word = 'Rechenzentrumsbetriebsführungsgesellschaftsvertrag';
const long = aTicket({
  number: word,
  subject: word,
  openedBy: word,
  department: { id: 'tech', label: word },
  thing: { kind: 'service', id: 'x', label: word },
  fields: [{ label: word, kind: 'text', value: word }],
  copies: [{ id: 'x', name: word }],
  posts: [
    aTicketPost({
      author: { kind: 'staff', name: word },
      text: word,
      quoted: word,
      files: [{ id: 'y', name: word, mediaType: 'text/plain', size: 1, uploadedAt: '2026-11-21T09:30:00Z' }],
      leftOut: [`${word}.docx`, word],
    }),
  ],
});

export const ticketScenes = {
  default: { markup, handlers },
  loading: { markup, handlers: [msw.get(at, () => delay('infinite'))], phase: 'loading' },
  empty: { markup: withoutId, handlers: [], phase: 'error' },
  error: { markup, handlers: [msw.get(at, () => problem(400, 'This cannot be read'))], phase: 'error' },
  denied: { markup, handlers: [], permissions: personas['no-permissions'], phase: 'denied' },
  refused: { markup, handlers: [msw.get(at, () => problem(403, 'Not allowed'))], phase: 'denied' },
  readOnly: { markup, handlers, permissions: personas['read-only'] },
  longText: { markup, handlers: [getTicketOptions(), getTicket(long)] },
  manyRows: { markup, handlers: [getTicketOptions(), getTicket(aTicket({ posts: many, postCount: 120 }))] },
  narrow: { markup, handlers, width: 320 },
  rightToLeft: { markup, handlers, rightToLeft: true, locale: { language: 'ar' } },
  dark: { markup, handlers, dark: true },
  outOfReach: {
    markup,
    handlers: [
      getTicketOptions(),
      getTicket(aTicket({ asOf: '2026-11-21T09:30:00Z', posts: [aTicketPost({ yours: true, isPending: true })], postCount: 1 })),
    ],
  },
  closed: { markup, handlers: [getTicket(aClosedTicket())] },
  merged: {
    markup,
    handlers: [
      getTicket(
        aClosedTicket({
          status: 'merged',
          allowedActions: [],
          reopenUntil: null,
          posts: [],
          postCount: 0,
          mergedInto: { id: 'tkt_2', number: '10043', subject: 'Outage of the shop' },
        }),
      ),
    ],
  },
  rated: {
    markup,
    handlers: [
      getTicket(
        aClosedTicket({ allowedActions: [], rating: { score: 4, words: 'Quick', by: 'Olivia Owner', at: '2026-11-22T10:00:00Z' } }),
      ),
    ],
  },
} satisfies Scenes;
