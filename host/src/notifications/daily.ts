import type { Kysely } from 'kysely';
import type { Database } from '../database/tables.js';
import { company, companyToday } from '../company.js';
import { settleAllPayments } from '../payments/payments.js';
import { queueTicketDigests } from '../tickets/mail/digest.js';
import { deleteOld } from '../database/retention.js';
import { deleteOldMails } from '../mail-log/retention.js';
import { remindOfOverdue } from './overdue.js';
import { queueStatements } from './statements.js';

interface DailyOptions {
  database: Kysely<Database>;
  /** The number of days for which events are kept. */
  eventLogDays: number;
  /** The number of days for which mail is kept. */
  mailLogDays: number;
  /** Mail may have been put into the outbox. */
  onMail: () => void;
  onFailure: (error: unknown) => void;
}

const interval = 60_000;
/** Nobody is reminded of money at night. */
const firstHour = 8;

/**
 * Books payments that have arrived without anybody looking; once a day deletes old events and mail, reminds of overdue invoices and sends digests
 * of tickets, and in the first days of a month statements. `stop` waits for what is under way.
 */
export function startDaily({ database, eventLogDays, mailLogDays, onMail, onFailure }: DailyOptions): { stop(): Promise<void> } {
  let remindedOn: string | undefined;
  let clearedOn: string | undefined;
  let working: Promise<void> | undefined;

  async function work(): Promise<void> {
    await settleAllPayments(database);
    const today = companyToday();
    if (clearedOn !== today) {
      await deleteOld(database, 'events', { days: eventLogDays, batch: 5000 });
      await deleteOldMails(database, mailLogDays);
      clearedOn = today;
    }
    if (remindedOn !== today && companyHour() >= firstHour) {
      await remindOfOverdue(database, today);
      await queueStatements(database, today);
      await queueTicketDigests(database, today);
      remindedOn = today;
    }
    onMail();
  }

  const begin = () => {
    working ??= work()
      .catch(onFailure)
      .finally(() => (working = undefined));
  };
  const timer = setInterval(begin, interval).unref();
  begin();
  return {
    async stop() {
      clearInterval(timer);
      await working;
    },
  };
}

function companyHour(): number {
  const clock = new Intl.DateTimeFormat('en', { timeZone: company.timeZone, hour: 'numeric', hourCycle: 'h23' });
  return Number(clock.format(new Date()));
}
