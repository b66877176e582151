import { sql } from 'kysely';
import { kindOfFile } from '../../http/files/file-kind.js';
import { notFound, Problem } from '../../http/problem.js';
import type { StoredFile } from '../../http/uploads.js';
import { changing, newCopy } from '../own/change.js';
import { ownTickets } from '../own/adapter.js';
import { reopenUntil } from '../own/describe.js';
import { insertTicketOf, summaryById } from '../own/open.js';
import { normalEmail } from '../../session/email.js';
import { authorOf, insertOwnPost, insertPost, noteReply } from '../own/write.js';
import { ticketFiles } from '../files.js';
import type { TicketPort, TicketViewer } from '../port.js';
import type { Person } from './answers.js';
import { addressesOf, queueMessage } from './send.js';
import type { RequestTrackerSettings } from './settings.js';
import { notTaken, openSight, type Sight } from './sight.js';

/**
 * Tickets in Request Tracker 5. What clients may see of them is copied into the host's own tables, from which it is shown; private comments are never
 * asked for. Before each answer the copy is brought up to date, and where that cannot be done the answer says of when it is. Tickets that were in the host's own
 * tables before stay there.
 */
export function requestTracker(settings: RequestTrackerSettings): TicketPort {
  const sight = openSight(settings);
  return {
    ...ownTickets,
    ...lists(sight),
    ...conversation(sight),
    ...changes(sight),
    tellsCompany: true,
    departments: async (viewer) =>
      sight.clientOf(viewer) ? (await ownTickets.departments(viewer)).filter(({ id }) => settings.queues.has(id)) : [],
    async departmentOfDisputes(viewer) {
      const department = await ownTickets.departmentOfDisputes(viewer);
      return sight.clientOf(viewer) && department && settings.queues.has(department.id) ? department : undefined;
    },
    begin: (means) => sight.begin(means),
  };
}

function lists(sight: Sight): Pick<TicketPort, 'list' | 'all' | 'search' | 'allFound'> {
  return {
    async list(viewer, filter, page) {
      const asOf = await sight.lookAtAll(viewer);
      const found = await ownTickets.list(viewer, filter, page);
      return { ...found, summary: { ...found.summary, asOf } };
    },
    async *all(viewer, filter, sort) {
      await sight.lookAtAll(viewer);
      yield* ownTickets.all(viewer, filter, sort);
    },
    async search(viewer, filter, page) {
      const asOf = await sight.lookAtAll(viewer);
      const found = await ownTickets.search(viewer, filter, page);
      return { ...found, summary: { ...found.summary, asOf } };
    },
    async *allFound(viewer, filter, sort) {
      await sight.lookAtAll(viewer);
      yield* ownTickets.allFound(viewer, filter, sort);
    },
  };
}

function conversation(sight: Sight): Pick<TicketPort, 'read' | 'file' | 'open' | 'opened' | 'reply'> {
  return {
    async read(viewer, id, posts) {
      const { asOf } = await sight.lookAt(viewer, id);
      const ticket = await ownTickets.read(viewer, id, posts);
      const waiting = await unsentOf(viewer, id);
      return { ...ticket, asOf, posts: ticket.posts.map((post) => ({ ...post, isPending: waiting.has(post.id) })) };
    },

    async file(viewer, id, file): Promise<StoredFile> {
      const [, attachment] = /^rtf_(\d{1,10})$/.exec(file) ?? [];
      if (attachment === undefined) return await ownTickets.file(viewer, id, file);
      sight.require(await sight.lookAt(viewer, id));
      const stored = await ownTickets.file(viewer, id, file);
      const content = await sight.fileOf(viewer, file, Number(attachment));
      if (!content) throw notFound();
      // Only the content tells what it is.
      return {
        name: stored.name,
        mediaType: kindOfFile(content, stored.name, ticketFiles.mediaTypes) ?? 'application/octet-stream',
        content,
      };
    },

    async open(viewer, draft, transaction) {
      if (!transaction) return await viewer.database.transaction().execute((own) => this.open(viewer, draft, own));
      const { rows } = await sql<{ next: string }>`select nextval('ticket_numbers') as next`.execute(transaction);
      const { id, postId } = await insertTicketOf(viewer, draft, transaction, { number: -Number(rows[0]!.next) });
      await transaction.insertInto('tracked_tickets').values({ ticket_id: id, client_id: viewer.clientId }).execute();
      await queueMessage(transaction, { postId, ticketId: id });
      return await summaryById(transaction, viewer, id);
    },

    async opened(viewer, summary) {
      await sight.send(viewer.database, summary.id);
      return await summaryById(viewer.database, viewer, summary.id);
    },

    async reply(viewer, id, { text, fileIds }) {
      const { tracked } = await sight.lookAt(viewer, id);
      if (!tracked) return await ownTickets.reply(viewer, id, { text, fileIds });
      await changing(viewer, id, async (transaction, { status }) => {
        if (status === 'closed') throw new Problem(409, 'This ticket has been closed', { type: 'ticket-closed' });
        const at = new Date();
        const postId = await insertOwnPost(viewer, transaction, { ticketId: id, text, fileIds, at });
        const { author_kind: kind, author_name: name } = authorOf(viewer);
        await noteReply(transaction, { ticketId: id, kind, name, status: 'waiting-for-support', at });
        await queueMessage(transaction, { postId, ticketId: id });
      });
      await sight.send(viewer.database, id);
    },
  };
}

/** Posts of a ticket that have not been sent yet. */
async function unsentOf({ database }: TicketViewer, id: string): Promise<Set<string>> {
  const query = database.selectFrom('tracked_messages').select('post_id').where('ticket_id', '=', id).where('due_at', 'is not', null);
  return new Set((await query.execute()).map(({ post_id }) => post_id));
}

/** A person as Request Tracker takes it; groups have no address. */
const nameOf = ({ EmailAddress, Name }: Person) => EmailAddress || Name;
const isOf = ({ EmailAddress }: Person, address: string) => normalEmail(EmailAddress) === normalEmail(address);

function changes(sight: Sight): Pick<TicketPort, 'close' | 'reopen' | 'addCopy' | 'removeCopy'> {
  /** Puts a ticket into another status, as far as the person may. */
  const move = async (
    viewer: TicketViewer,
    id: string,
    to: 'closed' | 'open',
    own: (viewer: TicketViewer, id: string) => Promise<void>,
  ) => {
    const seen = await sight.lookAt(viewer, id);
    if (!seen.tracked) return await own(viewer, id);
    const number = sight.require(seen);
    const isToDo = await changing(viewer, id, (_transaction, row) => {
      const isClosed = row.state_group === 'closed';
      if (to === 'open' && isClosed && !reopenUntil(row))
        throw new Problem(409, 'This ticket cannot be opened again', { type: 'too-late' });
      return Promise.resolve(isClosed === (to === 'open'));
    });
    if (!isToDo) return;
    await sight.change(number, { Status: to === 'closed' ? 'resolved' : 'open' });
    await sight.lookAgain(viewer, number, authorOf(viewer));
    const { state_group } = await changing(viewer, id, (_transaction, row) => Promise.resolve(row));
    if ((state_group === 'closed') !== (to === 'closed')) throw notTaken();
  };

  /** Replaces the people in copy, which Request Tracker takes as a whole. */
  const copy = async (viewer: TicketViewer, id: string, number: number, change: (people: readonly Person[]) => string[]) => {
    await sight.changeCopies(viewer, number, change);
    await sight.lookAgain(viewer, number);
    return await addressesOf(viewer.database, id);
  };

  return {
    close: (viewer, id) => move(viewer, id, 'closed', (...own) => ownTickets.close(...own)),
    reopen: (viewer, id) => move(viewer, id, 'open', (...own) => ownTickets.reopen(...own)),

    async addCopy(viewer, id, contactId) {
      const seen = await sight.lookAt(viewer, id);
      if (!seen.tracked) return await ownTickets.addCopy(viewer, id, contactId);
      const number = sight.require(seen);
      const added = await changing(viewer, id, (transaction, row) => newCopy(viewer, transaction, row, contactId));
      if (!added) return;
      const parties = await copy(viewer, id, number, (people) => [...people.map(nameOf), added.email]);
      if (!parties.some((each) => each.id === contactId)) throw notTaken();
      await changing(viewer, id, (transaction) =>
        insertPost(transaction, { ticket_id: id, ...authorOf(viewer), event: 'copied', text: added.name }),
      );
    },

    async removeCopy(viewer, id, contactId) {
      const seen = await sight.lookAt(viewer, id);
      if (!seen.tracked) return await ownTickets.removeCopy(viewer, id, contactId);
      const number = sight.require(seen);
      await changing(viewer, id, () => Promise.resolve());
      const party = (await addressesOf(viewer.database, id)).find((each) => each.id === contactId && each.role === 'copy');
      if (!party) return;
      const parties = await copy(viewer, id, number, (people) => people.filter((each) => !isOf(each, party.email)).map(nameOf));
      if (parties.some((each) => each.id === contactId)) throw notTaken();
    },
  };
}
