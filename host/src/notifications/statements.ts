import { buffer } from 'node:stream/consumers';
import type { Kysely } from 'kysely';
import { effectiveOfContact } from '../contacts/contact.js';
import type { Database } from '../database/tables.js';
import { compareAmounts, money } from '../http/money.js';
import { periodSums, type PeriodSums } from '../ledger/balance.js';
import { makeStatement, statementName } from '../ledger/statement.js';
import { statementPdf } from '../ledger/statement-pdf.js';
import { bringUpToDate } from '../ledger/summary.js';
import { letterLanguage, writeLetter } from '../mail/template.js';
import { queue, type QueuedStatement } from '../mail/queue.js';
import type { Written } from '../mail-log/record.js';
import { isEmail } from '../session/email.js';
import { getsMail } from './categories.js';
import { isFirst } from './notification-event.js';
import { findChoosers } from './settings.js';

/** Days of a month on which the statement of the last one can still be sent; who asks for them later gets the next. */
const grace = 7;

/**
 * In the first days of a month has the statement of the last one sent to each contact who has asked for statements: once a contact
 * and month, by whichever of several processes comes first. `today` is a day such as 2026-11-02.
 */
export async function queueStatements(database: Kysely<Database>, today: string): Promise<void> {
  if (Number(today.slice(8)) > grace) return;
  const month = monthBefore(today);
  const contacts = await database
    .selectFrom('notification_settings')
    .innerJoin('memberships', 'memberships.id', 'notification_settings.membership_id')
    .where('category', '=', 'statement')
    .where('channel', '=', 'email')
    .where('enabled', '=', true)
    .where('memberships.status', '=', 'active')
    .select('memberships.id')
    .orderBy('memberships.id')
    .execute();
  for (const { id } of contacts)
    await database.transaction().execute(async (transaction) => {
      if (await isFirst(transaction, `statement ${id} ${month}`)) await queue(transaction, { kind: 'statement', month, membershipId: id });
    });
}

/**
 * The mail with a statement for each currency, unless the contact is no longer to get it, or there was nothing: neither a balance nor
 * an entry.
 */
export async function writeStatementMail(
  { database, publicUrl }: { database: Kysely<Database>; publicUrl: () => string },
  { month, membershipId }: QueuedStatement,
): Promise<Written | undefined> {
  const membership = await database.selectFrom('memberships').select('client_id').where('id', '=', membershipId).executeTakeFirst();
  const clientId = membership?.client_id ?? '';
  const [contact] = await findChoosers(database, clientId, membershipId);
  if (!contact || !isEmail(contact.email) || !getsMail('statement', effectiveOfContact(contact), contact.choices)) return undefined;
  await bringUpToDate(database, clientId);
  const period = { from: `${month}-01`, to: lastOf(month) };
  const all = await periodSums(database, clientId, period);
  const moved = all.filter(({ count, closing }) => count > 0 || compareAmounts(closing, '0') !== 0);
  if (moved.length === 0) return undefined;
  const language = letterLanguage(contact.locale);
  const attachments = [];
  for (const sums of moved) {
    const chosen = { sums, currencies: all.map(({ currency }) => currency) };
    const statement = await makeStatement(database, { clientId, currency: sums.currency }, period, { language, chosen });
    attachments.push({
      filename: statementName(statement),
      contentType: 'application/pdf',
      content: await buffer(statementPdf(statement)),
    });
  }
  const { name: client } = await database.selectFrom('clients').select('name').where('id', '=', clientId).executeTakeFirstOrThrow();
  const mail = writeLetter({
    letter: 'statement',
    language,
    values: { name: contact.name, client, period: monthName(language, month), amount: balances(language, moved) },
    link: new URL('/ledger', `${publicUrl()}/`).href,
  });
  return { mail: { to: contact.email, ...mail, attachments } };
}

/** The month before that of a day. */
function monthBefore(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 2, 1)).toISOString().slice(0, 7);
}

function lastOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

const monthName = (language: string, month: string) =>
  new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01`));

/** The closing balances, one a currency. */
function balances(language: string, sums: readonly PeriodSums[]): string {
  const amounts = sums.map(({ closing, currency }) =>
    new Intl.NumberFormat(language, { style: 'currency', currency }).format(money(closing, currency).amount as `${number}`),
  );
  return new Intl.ListFormat(language).format(amounts);
}
