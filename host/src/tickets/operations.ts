import { sendCsv, type CsvColumn } from '../http/files/csv.js';
import { idempotent } from '../http/idempotency.js';
import type { Operation, OperationContext, Operations } from '../http/operation.js';
import { Problem } from '../http/problem.js';
import { describeRules, receiveUpload, sendFile } from '../http/uploads.js';
import { tellStaff } from '../mail/staff-mail.js';
import { ticketPreferences } from '../support-preferences/preferences.js';
import { colleaguesOf } from './colleagues.js';
import { draftOf } from './draft.js';
import { maxCopies, ticketFiles } from './files.js';
import { tickets, type TicketSummary } from './port.js';
import { mayChange, notYours } from './rights.js';
import { findThing, thingsOf } from './things.js';

const columns: CsvColumn<TicketSummary>[] = [
  { title: 'Number', value: ({ number }) => number },
  { title: 'Subject', value: ({ subject }) => subject },
  { title: 'Department', value: ({ department }) => department.label },
  { title: 'About', value: ({ thing }) => thing?.label },
  { title: 'Status', value: ({ statusLabel }) => statusLabel },
  { title: 'Priority', value: ({ priorityLabel }) => priorityLabel },
  { title: 'Opened by', value: ({ openedBy }) => openedBy },
  { title: 'Created', value: ({ createdAt }) => createdAt },
  { title: 'Last reply', value: ({ lastReply }) => lastReply?.at },
  { title: 'Last reply by', value: ({ lastReply }) => lastReply?.by.name },
];

const listTickets: Operation<'listTickets'> = async (context, { query, wantsCsv }, reply) => {
  const { cursor, limit = 50, sort = '-lastActivityAt', ...filter } = query;
  if (wantsCsv) return sendCsv(reply, 'tickets', columns, tickets.all(context, filter, sort));
  return await tickets.list(context, filter, { sort, limit, cursor });
};

const searchTickets: Operation<'searchTickets'> = async (context, { query, wantsCsv }, reply) => {
  requireTickets(context);
  const { cursor, limit = 50, sort = '-lastActivityAt', ...filter } = query;
  if (wantsCsv) return sendCsv(reply, 'tickets', columns, tickets.allFound(context, filter, sort));
  return await tickets.search(context, filter, { sort, limit, cursor });
};

const getTicketSearchOptions: Operation<'getTicketSearchOptions'> = async (context) => {
  requireTickets(context);
  return await tickets.searchOptions(context);
};

/** A search tells what is in tickets: who may not see these finds nothing. */
function requireTickets(context: OperationContext): void {
  if (!context.can('support.tickets', 'view')) throw new Problem(403, 'You may not do this');
}

const createTicket: Operation<'createTicket'> = (context, request, reply) =>
  idempotent(context, request, reply, async () => {
    const draft = await draftOf(context, request.body);
    const ticket = await context.database.transaction().execute(async (transaction) => {
      const opened = await tickets.open(context, draft, transaction);
      if (!tickets.tellsCompany)
        await tellStaff(context, transaction, `Ticket ${opened.number} has been opened: ${opened.subject}`, draft.text);
      return opened;
    });
    return { status: 201, body: await tickets.opened(context, ticket) };
  });

const getTicketOptions: Operation<'getTicketOptions'> = async (context) => ({
  you: { id: context.caller!.membershipId, name: context.caller!.person.name },
  preferences: await ticketPreferences(context),
  departments: await tickets.departments(context),
  priorities: await tickets.priorities(context),
  colleagues: await colleaguesOf(context),
  maxCopies,
  files: describeRules(ticketFiles),
});

const listTicketThings: Operation<'listTicketThings'> = async (context, { query: { kind, id } }) => {
  if (id !== undefined && kind === undefined) throw new Problem(400, 'An id needs its kind');
  const found = id === undefined ? await thingsOf(context) : [await findThing(context, kind!, id)];
  const wanted = found.flatMap((each) => (each && (kind === undefined || each.kind === kind) ? [each] : []));
  return { items: wanted.map(({ kind: of, id: thing, label }) => ({ kind: of, id: thing, label })) };
};

const uploadTicketFile: Operation<'uploadTicketFile'> = async (context, { raw }, reply) => {
  reply.code(201);
  return await receiveUpload(context, raw, ticketFiles);
};

const uploadTicketReplyFile: Operation<'uploadTicketReplyFile'> = async (context, { path, raw }, reply) => {
  const { allowedActions, mine } = await tickets.read(context, path.ticketId, 1);
  if (!mayChange(context, mine)) throw notYours();
  if (!allowedActions.includes('reply')) throw new Problem(409, 'This ticket cannot be answered', { type: 'not-answerable' });
  reply.code(201);
  return await receiveUpload(context, raw, ticketFiles);
};

const replyToTicket: Operation<'replyToTicket'> = (context, request, reply) =>
  idempotent(context, request, reply, async () => {
    const { text, fileIds = [] } = request.body;
    await tickets.reply(context, request.path.ticketId, { text, fileIds });
    return { status: 201, body: await shown(context, request.path.ticketId) };
  });

/** A ticket as the person wants it shown. */
const shown = async (context: OperationContext, id: string, posts?: number) => ({
  ...(await tickets.read(context, id, posts)),
  preferences: await ticketPreferences(context),
});

/** Operations on tickets; where they are kept is a matter of the port. */
export const ticketOperations = {
  listTickets,
  searchTickets,
  getTicketSearchOptions,
  createTicket,
  getTicketOptions,
  listTicketThings,
  uploadTicketFile,
  uploadTicketReplyFile,
  replyToTicket,

  getTicket: (context, { path, query }) => shown(context, path.ticketId, query.posts),

  async getTicketFile(context, { path }, reply) {
    return sendFile(reply, await tickets.file(context, path.ticketId, path.file));
  },

  async closeTicket(context, { path }) {
    await tickets.close(context, path.ticketId);
    return await shown(context, path.ticketId);
  },

  async reopenTicket(context, { path }) {
    await tickets.reopen(context, path.ticketId);
    return await shown(context, path.ticketId);
  },

  async addTicketCopy(context, { path }) {
    await tickets.addCopy(context, path.ticketId, path.contactId);
    return await shown(context, path.ticketId);
  },

  async removeTicketCopy(context, { path }, reply) {
    await tickets.removeCopy(context, path.ticketId, path.contactId);
    reply.code(204);
  },

  async rateTicket(context, { path, body, headers }) {
    const rating = { score: body.score, words: body.words?.trim() || null };
    await tickets.rate(context, path.ticketId, rating, headers['if-match']);
    return await shown(context, path.ticketId);
  },
} satisfies Partial<Operations>;
