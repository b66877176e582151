import { sql } from 'kysely';
import type { components } from 'portal-elements/contract';
import { wordQuery, wordsOf } from '../event-log/record.js';
import { sendCsv } from '../http/files/csv.js';
import type { Operation, OperationContext, Operations, OperationRequest } from '../http/operation.js';
import { fetchBatches, fetchPage, type Listing } from '../http/paging.js';
import { sendMailCopy } from './copies.js';
import { accountKind, mailKindLabel, mailKinds } from './kinds.js';
import { listed, mailColumns, summaryOf } from './mail.js';
import { getMail, getMailSource } from './read.js';
import { notDelivered } from './states.js';
import { visibleTo } from './visible.js';

type Choice = components['schemas']['MailChoice'];
type MailFilter = Omit<OperationRequest<'listMails'>['query'], 'cursor' | 'limit'>;

/** What has a common word is found among the newest so many, without the index of words, which would have to give all that have it. */
const few = 5000;

/** Counting more would take longer than the page itself. */
const countable = 1000;

const listing: Listing = { keys: { at: { column: 'at', type: 'timestamptz' } }, id: 'id' };

const listMails: Operation<'listMails'> = async (context, { query, wantsCsv }, reply) => {
  const { cursor, limit = 50, ...filter } = query;
  const mails = await mailsOf(context, filter);
  if (wantsCsv) return sendCsv(reply, 'mails', mailColumns, fetchBatches(mails, listing, '-at'));
  const scope = [context.clientId, context.contractIds, filter];
  const request = { sort: '-at', limit, cursor, filter: scope };
  const early = query.q && cursor === undefined ? await fetchPage(await mailsOf(context, filter, few), listing, request) : undefined;
  const { rows, page } = early?.page.nextCursor ? early : await fetchPage(mails, listing, request);
  const summary = { notDelivered: await countNotDelivered(context, filter) };
  return { items: rows.map(summaryOf), page, summary, keptDays: context.settings.mailLogDays };
};

/** The mail that the filter chooses of what the person may know of; words are looked for in the `newest` so many alone where that is said. */
async function mailsOf(context: OperationContext, filter: MailFilter, newest?: number) {
  const { q, state, contactId, kind, from, to } = filter;
  const { timeZone } = context.caller!.client;
  const midnight = (day: string, later: number) => sql<Date>`((${day}::date + ${later}::integer)::timestamp at time zone ${timeZone})`;
  let mails = context.database
    .selectFrom('mails')
    .select(listed)
    .where(await visibleTo(context));
  if (state) mails = mails.where('state', '=', state);
  if (contactId) mails = mails.where('membership_id', '=', contactId);
  if (kind) mails = mails.where('kind', '=', kind);
  if (from) mails = mails.where('at', '>=', midnight(from, 0));
  if (to) mails = mails.where('at', '<', midnight(to, 1));
  const words = q === undefined ? [] : wordsOf(q);
  if (words.length === 0) return mails;
  if (newest !== undefined) {
    const latest = mails.select('search').orderBy('at', 'desc').orderBy('id', 'desc').limit(newest);
    mails = context.database.selectFrom(latest.as('mails')).select(listed);
  }
  return mails.where(sql<boolean>`search @@ ${wordQuery(context.clientId, words)}::tsquery`);
}

async function countNotDelivered(context: OperationContext, { state: _, ...filter }: MailFilter): Promise<number> {
  // Written out, as the index of just these has it.
  const mails = (await mailsOf(context, filter)).where(sql<boolean>`state in (${sql.join(notDelivered.map((each) => sql.lit(each)))})`);
  const { count } = await context.database
    .selectFrom(mails.clearSelect().select('id').limit(countable).as('found'))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

const getMailOptions: Operation<'getMailOptions'> = async (context) => {
  const { database, clientId } = context;
  const visible = await visibleTo(context);
  const latest = database
    .selectFrom('mails')
    .select('name as label')
    .where(visible)
    .where('membership_id', '=', sql.ref<string>('member.id'))
    .orderBy('at', 'desc')
    .limit(1);
  const { rows: people } = await sql<Choice>`
    select member.id, last.label from memberships as member cross join lateral (${latest}) as last
    where member.client_id = ${clientId} order by last.label, member.id`.execute(database);
  const kinds = Object.entries(mailKinds).filter(([id, { resource }]) => id === accountKind || context.can(resource, 'view'));
  return { people, kinds: kinds.map(([id]) => ({ id, label: mailKindLabel(id) })) };
};

/** The operations of the mail log. */
export const mailLogOperations = { listMails, getMailOptions, getMail, getMailSource, sendMailCopy } satisfies Partial<Operations>;
