import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/tables.js';
import { overdue } from '../invoices/filter.js';
import { announce } from './notification-event.js';

/** Days after the due date on which the reminders are sent, and for how many days each can be sent late. */
const reminders = [1, 8, 22];
const grace = 7;

/** The number of the reminder that is due so many days after the due date, from 1; undefined if none is. */
export function reminderDue(days: number): number | undefined {
  const stage = reminders.findIndex((first) => days >= first && days < first + grace) + 1;
  return stage === 0 ? undefined : stage;
}

/**
 * Has people reminded of invoices that are overdue on `today` (such as 2026-11-21): each once a stage, by whichever of several
 * processes comes first. What is disputed or with a collector is not reminded of.
 */
export async function remindOfOverdue(database: Kysely<Database>, today: string): Promise<void> {
  const invoices = await database
    .selectFrom('invoices')
    .select(['id', sql<number>`${today}::date - due_on`.as('days')])
    .where(overdue(today))
    .where('state', '=', 'issued')
    .where('disputed_at', 'is', null)
    .where(sql<boolean>`due_on > ${today}::date - ${reminders.at(-1)! + grace}::int`)
    .orderBy('due_on')
    .orderBy('id')
    .execute();
  for (const { id, days } of invoices) {
    const stage = reminderDue(days);
    if (stage !== undefined)
      await database.transaction().execute((transaction) => announce(transaction, { about: 'overdue', invoiceId: id, stage }));
  }
}
