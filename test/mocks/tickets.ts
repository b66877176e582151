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
export const listTickets = (all: TicketSummary[] = [aTicketSummary()], answer?: components['schemas']['TicketPage']) =>
  http.get('/tickets', ({ request, query, response }) => {
    const found = all.filter((each) => JSON.stringify(each).includes(query.get('q') ?? ''));
    return response(200).json(answer ?? { ...cutPage(found, request), summary: { seesOthers: true, waiting: 2 } });
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
  etag: '"v1"',
  you: { id: 'mem_owner', name: 'Olivia Owner' },
  preferences: { replyOrder: 'newest-first', signature: '', copies: [] },
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
      leftOut: [],
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

type TicketPost = Ticket['posts'][number];

export const aTicketPost = (part: Partial<TicketPost> = {}): TicketPost => ({
  id: 'pst_2',
  author: { kind: 'staff', name: 'Nora Lind' },
  yours: false,
  at: '2026-11-21T09:30:00Z',
  event: null,
  text: 'Which page is it?',
  quoted: null,
  files: [],
  leftOut: [],
  ...part,
});

export const getTicket = (record: Ticket | (() => Ticket) = aTicket()) =>
  http.get('/tickets/{ticketId}', ({ params, response }) =>
    // This is another operation.
    params.ticketId === 'options' ? undefined : response(200).json(typeof record === 'function' ? record() : record),
  );

const anUpload = { id: 'upl_1', name: 'Log.pdf', mediaType: 'application/pdf', size: 8, uploadedAt: '2026-11-22T09:30:00Z' };

/** Takes a file for a new ticket. */
export const uploadTicketFile = () => http.post('/tickets/files', ({ response }) => response(201).json(anUpload));

/** Takes a file for an answer. */
export const uploadPostFile = () => http.post('/tickets/{ticketId}/files', ({ response }) => response(201).json(anUpload));

/** Takes the answer into the conversation. */
export const replyToTicket = (record: Ticket = aTicket()) =>
  http.post('/tickets/{ticketId}/posts', async ({ request, response }) => {
    const { text } = await request.clone().json();
    const post = aTicketPost({ id: 'pst_mine', author: { kind: 'client', name: 'Olivia Owner' }, yours: true, text });
    return response(201).json({
      ...record,
      status: 'waiting-for-support',
      posts: [...record.posts, post],
      postCount: record.postCount + 1,
    });
  });

export const closeTicket = (record: Ticket = aClosedTicket()) =>
  http.put('/tickets/{ticketId}/closure', ({ response }) => response(200).json(record));

export const aClosedTicket = (part: Partial<Ticket> = {}): Ticket =>
  aTicket({
    status: 'closed',
    statusLabel: 'Closed',
    group: 'closed',
    reopenUntil: '2026-12-05T09:00:00Z',
    allowedActions: ['reopen', 'rate'],
    ...part,
  });

export const rateTicket = (record: Ticket = aClosedTicket()) =>
  http.put('/tickets/{ticketId}/rating', ({ response }) => response(200).json(record));

export const addTicketCopy = (record: Ticket = aTicket()) =>
  http.put('/tickets/{ticketId}/copies/{contactId}', ({ response }) => response(200).json(record));

type TicketOptions = components['schemas']['TicketOptions'];

export const ticketOptions = (part: Partial<TicketOptions> = {}): TicketOptions => ({
  you: { id: 'mem_owner', name: 'Olivia Owner' },
  preferences: { replyOrder: 'newest-first', signature: '', copies: [] },
  departments: [
    {
      id: 'tech',
      label: 'Technical support',
      expectation: { answerHours: 4, serviceTimes: 'Monday to Friday, 8:00 to 18:00' },
      priorities: ['low', 'normal', 'high'],
      fields: [
        { id: 'affected', label: 'What is affected', kind: 'choice', required: true, choices: ['One service', 'Everything'] },
        { id: 'address', label: 'IP address', kind: 'text', required: false, choices: [] },
        { id: 'callback', label: 'Please call us back', kind: 'yes-no', required: false, choices: [] },
      ],
    },
    { id: 'billing', label: 'Billing', expectation: { answerHours: null, serviceTimes: null }, priorities: ['low', 'normal'], fields: [] },
  ],
  priorities: [
    { id: 'low', label: 'Low' },
    { id: 'normal', label: 'Normal' },
    { id: 'high', label: 'High' },
  ],
  colleagues: [
    { id: 'mem_tech', name: 'Tom Tech' },
    { id: 'mem_billing', name: 'Bruno Billing' },
  ],
  maxCopies: 10,
  files: aTicket().files,
  ...part,
});

export const getTicketOptions = (options: TicketOptions = ticketOptions()) =>
  http.get('/tickets/options', ({ response }) => response(200).json(options));

type TicketThing = components['schemas']['TicketThing'];

const things: TicketThing[] = [
  { kind: 'service', id: 'ser_shop', label: 'D-50012 The shop' },
  { kind: 'invoice', id: 'inv_1', label: '2026-0042' },
];

export const listTicketThings = (items: TicketThing[] = things) =>
  http.get('/ticket-things', ({ query, response }) => {
    const id = query.get('id');
    return response(200).json({ items: items.filter((each) => !id || each.id === id) });
  });

/** Answers as the contract's example does. */
export const createTicket = (record: TicketSummary = aTicketSummary()) =>
  http.post('/tickets', ({ response }) => response(201).json(record));

type TicketFound = components['schemas']['TicketFound'];
type TicketSearchOptions = components['schemas']['TicketSearchOptions'];

export const aTicketFound = (part: Partial<TicketFound> = {}): TicketFound => ({
  ...aTicketSummary(),
  excerpts: [
    {
      place: 'subject',
      by: null,
      at: null,
      pieces: [
        { text: 'The shop is slow in the ', marked: false },
        { text: 'evening', marked: true },
      ],
    },
    {
      place: 'post',
      by: { kind: 'staff', name: 'Nora Lind' },
      at: '2026-11-21T09:30:00Z',
      pieces: [
        { text: '… the pool is full in the ', marked: false },
        { text: 'evening', marked: true },
        { text: ', as you can see. Is there a campaign? …', marked: false },
      ],
    },
    {
      place: 'file',
      by: { kind: 'client', name: 'Olivia Owner' },
      at: '2026-11-20T08:12:00Z',
      pieces: [
        { text: 'Slow ', marked: false },
        { text: 'evenings', marked: true },
        { text: '.log', marked: false },
      ],
    },
  ],
  ...part,
});

/** Searches as the server does, but for its words. */
export const searchTickets = (all: TicketFound[] = [aTicketFound()], numbered: components['schemas']['TicketReference'] | null = null) =>
  http.get('/ticket-search', ({ request, query, response }) => {
    const found = all.filter((each) => JSON.stringify(each).includes(query.get('q') ?? ''));
    return response(200).json({ ...cutPage(found, request), summary: { seesOthers: true, numbered: query.get('q') ? numbered : null } });
  });

export const getTicketSearchOptions = (
  options: TicketSearchOptions = {
    departments: [
      { id: 'tech', label: 'Technical support' },
      { id: 'billing', label: 'Billing' },
    ],
    authors: [
      { id: 'mem_owner', name: 'Olivia Owner' },
      { id: 'mem_tech', name: 'Tom Tech' },
    ],
  },
) => http.get('/ticket-search/options', ({ response }) => response(200).json(options));
