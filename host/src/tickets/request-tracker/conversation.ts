import { sql, type Kysely } from 'kysely';
import type { Database } from '../../database/tables.js';
import { within } from '../../database/within.js';
import { kindOfFile } from '../../http/files/file-kind.js';
import { notFound, Problem } from '../../http/problem.js';
import type { StoredFile } from '../../http/uploads.js';
import { ticketFiles } from '../files.js';
import { ownTickets } from '../own/adapter.js';
import { changing } from '../own/change.js';
import { insertTicketOf, summaryById } from '../own/open.js';
import { authorOf, insertOwnPost, noteReply } from '../own/write.js';
import type { TicketDraft, TicketPort, TicketSummary, TicketViewer } from '../port.js';
import { queueMessage } from './send.js';
import type { Sight } from './sight.js';

/** What is read and written in tickets. What is written is stored with the order to send it, and shown until it is there. */
export function conversation(sight: Sight): Pick<TicketPort, 'read' | 'file' | 'open' | 'opened' | 'reply'> {
  return {
    async read(viewer, id, posts) {
      const { asOf } = await sight.lookAt(viewer, id);
      const ticket = await ownTickets.read(viewer, id, posts);
      const unsent = await unsentOf(viewer, id);
      return { ...ticket, asOf, posts: ticket.posts.map((post) => ({ ...post, isPending: unsent.has(post.id) })) };
    },

    file: (viewer, id, file) => readFile(sight, viewer, id, file),

    open: (viewer, draft, transaction) => within(transaction ?? viewer.database, (within) => open(viewer, draft, within)),

    async opened(viewer, { id }) {
      await sight.send(viewer.database, id);
      return await summaryById(viewer.database, viewer, id);
    },

    async reply(viewer, id, post) {
      const { tracked } = await sight.lookAt(viewer, id);
      if (!tracked) return await ownTickets.reply(viewer, id, post);
      await keepReply(viewer, id, post);
      await sight.send(viewer.database, id);
    },
  };
}

async function readFile(sight: Sight, viewer: TicketViewer, id: string, file: string): Promise<StoredFile> {
  const [, attachment] = /^rtf_([1-9]\d{0,9})$/.exec(file) ?? [];
  if (attachment === undefined) return await ownTickets.file(viewer, id, file);
  const seen = await sight.lookAt(viewer, id);
  const { name } = await ownTickets.file(viewer, id, file);
  sight.require(seen);
  const content = await sight.fileOf(viewer, file, Number(attachment));
  if (!content) throw notFound();
  // Only the content tells what it is.
  return { name, mediaType: kindOfFile(content, name, ticketFiles.mediaTypes) ?? 'application/octet-stream', content };
}

async function open(viewer: TicketViewer, draft: TicketDraft, transaction: Kysely<Database>): Promise<TicketSummary> {
  const { rows } = await sql<{ next: string }>`select nextval('ticket_numbers') as next`.execute(transaction);
  const { id, postId } = await insertTicketOf(viewer, draft, transaction, { number: -Number(rows[0]!.next) });
  await transaction.insertInto('tracked_tickets').values({ ticket_id: id, client_id: viewer.clientId }).execute();
  await queueMessage(transaction, { postId, ticketId: id });
  return await summaryById(transaction, viewer, id);
}

const keepReply = (viewer: TicketViewer, id: string, { text, fileIds }: { text: string; fileIds: readonly string[] }): Promise<void> =>
  changing(viewer, id, async (transaction, { status }) => {
    if (status === 'closed') throw new Problem(409, 'This ticket has been closed', { type: 'ticket-closed' });
    const at = new Date();
    const postId = await insertOwnPost(viewer, transaction, { ticketId: id, text, fileIds, at });
    const { author_kind: kind, author_name: name } = authorOf(viewer);
    await noteReply(transaction, { ticketId: id, kind, name, status: 'waiting-for-support', at });
    await queueMessage(transaction, { postId, ticketId: id });
  });

/** Posts of a ticket that have not been sent yet. */
async function unsentOf({ database }: TicketViewer, id: string): Promise<Set<string>> {
  const query = database.selectFrom('tracked_messages').select('post_id').where('ticket_id', '=', id).where('due_at', 'is not', null);
  return new Set((await query.execute()).map(({ post_id }) => post_id));
}
