import { sql, type Selectable } from 'kysely';
import type { components } from 'portal-elements/contract';
import { notFound } from '../../http/problem.js';
import { describeRules, findUpload, uploadsOf, type StoredFile, type UploadedFile } from '../../http/uploads.js';
import { ticketFiles } from '../files.js';
import type { Ticket, TicketViewer } from '../port.js';
import type { TicketPostTable } from '../tables.js';
import { actionsOf, ratingEtag, reopenUntil, summaryOf } from './describe.js';
import { findTicket, type TicketRow } from './scope.js';

type Post = components['schemas']['TicketPost'];
type PostRow = Selectable<TicketPostTable>;

/** A ticket with its last posts. */
export async function readOwn(viewer: TicketViewer, id: string, posts = 50): Promise<Ticket> {
  const row = await findTicket(viewer.database, viewer, id);
  const { count, last } = await postsOf(viewer, id, posts);
  const { label: _, ...expectation } = await departmentOf(viewer, row.department_id);
  return {
    ...summaryOf(row, viewer),
    etag: ratingEtag(row),
    you: { id: viewer.caller?.membershipId ?? '', name: viewer.caller?.person.name ?? '' },
    posts: last,
    postCount: count,
    copies: await copiesOf(viewer, id),
    fields: row.facts,
    expectation,
    rating: ratingOf(row),
    reopenUntil: reopenUntil(row)?.toISOString() ?? null,
    mergedInto: await targetOf(viewer, row),
    files: describeRules(ticketFiles),
    allowedActions: actionsOf(row, viewer),
  };
}

/** Posts that clients see; the one place that reads them for a client. */
const seenPosts = ({ database }: TicketViewer, ticketId: string) =>
  database.selectFrom('ticket_posts').where('ticket_id', '=', ticketId).where('hidden', '=', false);

async function postsOf(viewer: TicketViewer, ticketId: string, most: number): Promise<{ count: number; last: Post[] }> {
  const seen = seenPosts(viewer, ticketId);
  const { count } = await seen.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  const rows = await seen.selectAll().orderBy('at', 'desc').orderBy('id', 'desc').limit(most).execute();
  const files = await uploadsOf(
    viewer.database,
    rows.map(({ id }) => id),
  );
  return { count, last: rows.reverse().map((row) => describePost(row, files.get(row.id) ?? [], viewer)) };
}

const describePost = (row: PostRow, files: UploadedFile[], viewer: TicketViewer): Post => ({
  id: row.id,
  author: { kind: row.author_kind, name: row.author_name },
  yours: row.author_id !== null && row.author_id === viewer.caller?.membershipId,
  at: row.at.toISOString(),
  event: row.event,
  text: row.text,
  quoted: row.quoted,
  files,
});

const departmentOf = ({ database }: TicketViewer, id: string) =>
  database
    .selectFrom('ticket_departments')
    .select(['label', 'answer_hours as answerHours', 'service_times as serviceTimes'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

const copiesOf = ({ database }: TicketViewer, ticketId: string) =>
  database
    .selectFrom('ticket_parties')
    .innerJoin('memberships', 'memberships.id', 'ticket_parties.membership_id')
    .innerJoin('people', 'people.id', 'memberships.person_id')
    .where('ticket_parties.ticket_id', '=', ticketId)
    .where('ticket_parties.role', '=', 'copy')
    .select(['memberships.id', sql<string>`coalesce(memberships.invited_as, people.name)`.as('name')])
    .orderBy('name')
    .execute();

function ratingOf({ rating, rating_words, rated_by, rated_at }: TicketRow): Ticket['rating'] {
  return rating === null || !rated_at ? null : { score: rating, words: rating_words, by: rated_by ?? '', at: rated_at.toISOString() };
}

/** The ticket that goes on in place of a merged one, at the end of the way where that was merged too. */
async function targetOf(viewer: TicketViewer, { id, merged_into }: TicketRow): Promise<Ticket['mergedInto']> {
  if (merged_into === null) return null;
  const { rows } = await sql<{ id: string; number: number; subject: string }>`
    with recursive way (id, target, step) as (
      select id, merged_into, 0 from tickets where id = ${id}
      union all select tickets.id, tickets.merged_into, step + 1 from tickets join way on tickets.id = way.target where step < 20)
    select tickets.id, number, subject from way join tickets on tickets.id = way.id where way.target is null`.execute(viewer.database);
  const [target] = rows;
  return target ? { ...target, number: String(target.number) } : null;
}

/** A file of a post that clients see. */
export async function fileOfOwn(viewer: TicketViewer, id: string, file: string): Promise<StoredFile> {
  await findTicket(viewer.database, viewer, id);
  const post = await seenPosts(viewer, id)
    .innerJoin('uploads', 'uploads.subject', 'ticket_posts.id')
    .where('uploads.id', '=', file)
    .select('ticket_posts.id')
    .executeTakeFirst();
  const found = post && (await findUpload(viewer, { id: file, subject: post.id }));
  if (!found) throw notFound();
  return found;
}
