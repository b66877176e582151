import { sql, type Kysely, type SelectQueryBuilder } from 'kysely';
import type { components } from 'portal-elements/contract';
import type { Database } from '../database/tables.js';
import { sendCsv } from '../http/files/csv.js';
import type { Operation, OperationContext, Operations, OperationRequest } from '../http/operation.js';
import { fetchBatches, fetchPageOfNewest, type Listing } from '../http/paging.js';
import { wordQuery, wordsOf } from '../http/search-words.js';
import { sendMailCopy } from './copies.js';
import { accountKind, mailKindLabel, ticketKind, mailKinds } from './kinds.js';
import { listed, mailColumns, summaryOf, type MailRow } from './mail.js';
import { getMail, getMailSource } from './read.js';
import { notDelivered } from './states.js';
import { visibleTo } from './visible.js';

type Choice = components['schemas']['MailChoice'];
type MailFilter = Omit<OperationRequest<'listMails'>['query'], 'cursor' | 'limit'>;

/** A text is looked for among this many of the newest mails first. */
const few = 5000;

/** Counting more would take longer than the page itself. */
const countable = 1000;

const listing: Listing = { keys: { at: { column: 'at', type: 'timestamptz' } }, id: 'id' };

type Mails = SelectQueryBuilder<Database, 'mails', MailRow>;

const listMails: Operation<'listMails'> = async (context, { query, wantsCsv }, reply) => {
  const { cursor, limit = 50, ...filter } = query;
  const { database, clientId, contractIds, settings } = context;
  const chosen = await chosenBy(context, filter);
  const words = filter.q === undefined ? [] : wordsOf(filter.q);
  const holding = (mails: Mails): Mails =>
    words.length === 0 ? mails : mails.where(sql<boolean>`search @@ ${wordQuery(clientId, words)}::tsquery`);
  if (wantsCsv) return sendCsv(reply, 'mails', mailColumns, fetchBatches(holding(chosen), listing, '-at'));
  const isFirst = words.length > 0 && cursor === undefined;
  const latest = isFirst ? holding(newest(database, chosen)) : undefined;
  const all = isFirst ? apart(database, holding(chosen)) : holding(chosen);
  const request = { sort: '-at', limit, cursor, filter: [clientId, contractIds, filter] };
  const { rows, page } = await fetchPageOfNewest(latest, all, listing, request);
  const { state: _, ...others } = filter;
  const lost = (await chosenBy(context, others)).where('state', 'in', [...notDelivered]);
  const summary = { notDelivered: await count(database, holding(newest(database, lost))) };
  return { items: rows.map(summaryOf), page, summary, keptDays: settings.mailLogDays };
};

/** The mail that the filter chooses, but for words, of what the person may know of. */
async function chosenBy(context: OperationContext, { state, contactId, kind, from, to }: MailFilter): Promise<Mails> {
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
  return mails;
}

/** The newest of these, to look for words in. */
const newest = (database: Kysely<Database>, mails: Mails): Mails =>
  apart(database, mails.select('search').orderBy('at', 'desc').orderBy('id', 'desc').limit(few));

/** These, found before they are put in order: else the database takes words to be common, and reads all mail from the newest on. */
const apart = (database: Kysely<Database>, mails: Mails): Mails => database.selectFrom(mails.offset(0).as('mails')).select(listed);

async function count(database: Kysely<Database>, mails: Mails): Promise<number> {
  const { count: found } = await database
    .selectFrom(mails.clearSelect().select('id').limit(countable).as('found'))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return found;
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
  const kinds = Object.entries(mailKinds).filter(
    ([id, { resource }]) => id === accountKind || context.can(id === ticketKind ? 'support.tickets' : resource, 'view'),
  );
  return { people, kinds: kinds.map(([id]) => ({ id, label: mailKindLabel(id) })) };
};

/** The operations of the mail log. */
export const mailLogOperations = { listMails, getMailOptions, getMail, getMailSource, sendMailCopy } satisfies Partial<Operations>;
