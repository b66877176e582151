import type { components } from '../../src/api/schema.js';
import { cutPage, http } from './http.js';

type TicketSummary = components['schemas']['TicketSummary'];

export const aTicketSummary = (part: Partial<TicketSummary> = {}): TicketSummary => ({
  id: 'tkt_1',
  number: '10042',
  subject: 'The shop is slow in the evening',
  department: { id: 'tech', label: 'Technical support' },
  thing: { kind: 'service', id: 'ser_shop', label: 'D-50012 The shop' },
  status: 'waiting-for-client',
  statusLabel: 'Waiting for you',
  group: 'waiting',
  priority: 'high',
  priorityLabel: 'High',
  mine: true,
  openedBy: 'Olivia Owner',
  createdAt: '2026-11-20T08:12:00Z',
  lastActivityAt: '2026-11-21T09:30:00Z',
  lastReply: { at: '2026-11-21T09:30:00Z', by: { kind: 'staff', name: 'Nora Lind' } },
  ...part,
});

/** Searches and cuts pages as the server does. */
export const listTickets = (all: TicketSummary[] = [aTicketSummary()]) =>
  http.get('/tickets', ({ request, query, response }) => {
    const found = all.filter((each) => JSON.stringify(each).includes(query.get('q') ?? ''));
    return response(200).json({ ...cutPage(found, request), ...{ summary: { seesOthers: true, waiting: 2 } } });
  });

type Ticket = components['schemas']['Ticket'];

export const aTicket = (part: Partial<Ticket> = {}): Ticket => ({
  id: 'tkt_1',
  number: '10042',
  subject: 'The shop is slow in the evening',
  department: { id: 'tech', label: 'Technical support' },
  thing: { kind: 'service', id: 'ser_shop', label: 'D-50012 The shop' },
  status: 'waiting-for-client',
  statusLabel: 'Waiting for you',
  group: 'waiting',
  priority: 'high',
  priorityLabel: 'High',
  mine: true,
  openedBy: 'Olivia Owner',
  createdAt: '2026-11-20T08:12:00Z',
  lastActivityAt: '2026-11-21T09:30:00Z',
  lastReply: { at: '2026-11-21T09:30:00Z', by: { kind: 'staff', name: 'Nora Lind' } },
  you: { id: 'mem_owner', name: 'Olivia Owner' },
  posts: [
    {
      id: 'pst_1',
      author: { kind: 'client', name: 'Olivia Owner' },
      yours: true,
      at: '2026-11-20T08:12:00Z',
      event: null,
      text: 'Pages take ten seconds after 18:00.',
      quoted: null,
      files: [],
    },
  ],
  postCount: 1,
  copies: [{ id: 'mem_tech', name: 'Tom Tech' }],
  fields: [{ label: 'IP address', kind: 'text', value: '192.0.2.7' }],
  expectation: { answerHours: 4, serviceTimes: 'Monday to Friday, 8:00 to 18:00' },
  rating: null,
  reopenUntil: null,
  mergedInto: null,
  files: {
    mediaTypes: ['application/pdf', 'image/png', 'image/jpeg', 'text/plain'],
    extensions: ['.pdf', '.png', '.jpg', '.jpeg', '.txt', '.log'],
    maxBytes: 10000000,
    maxFiles: 5,
  },
  allowedActions: ['reply', 'close', 'copy'],
  ...part,
});

export const getTicket = (record: Ticket = aTicket()) => http.get('/tickets/{ticketId}', ({ response }) => response(200).json(record));

/** Answers as the contract's example does. */
export const createTicket = (record: TicketSummary = aTicketSummary()) =>
  http.post('/tickets', ({ response }) => response(201).json(record));
