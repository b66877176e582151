import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/tables.js';
import { recordCancelled, recordStep, type Step } from '../mail-log/record.js';
import { readQueued, type Queued } from './queue.js';
import { PutOff, Refused, type Taken } from './transport.js';

export interface OutboxOptions {
  database: Kysely<Database>;
  /**
   * Sends a letter or looks at a request; resolves with nothing where nothing was to be sent. What it throws is logged, and it is tried
   * again later, unless a mail server has refused the mail.
   */
  deliver: (content: Queued, id: string) => Promise<Taken | undefined>;
  onFailure: (error: unknown, isLast: boolean) => void;
}

/** Wakes the outbox after something may have been put in, and stops it once what it is doing is done. */
export interface Outbox {
  wake(): void;
  stop(): Promise<void>;
}

/** Seconds before the next attempt; after the last it is given up. */
const pauses = [30, 120, 600, 1800, 3600, 7200, 14_400, 28_800];
/** The column holds milliseconds and rounds up as well: what is due at once may be so half a millisecond ahead. */
const isDue = sql<boolean>`due_at < now() + interval '1 millisecond'`;
/** Once a minute, for what failed and for what other processes left. */
const interval = 60_000;

/**
 * Sends what the outbox holds, each entry by one of the processes that share the database, and writes what became of it into the mail
 * log. No transaction is open while the mail server is asked; a process that dies meanwhile leaves its entry to the others.
 */
export function openOutbox({ database, deliver, onFailure }: OutboxOptions): Outbox {
  let stopped = false;
  let again = false;
  let working: Promise<void> | undefined;

  async function work(): Promise<void> {
    do {
      again = false;
      for (let entry = await take(); entry && !stopped; entry = await take()) await attempt(entry);
    } while (again && !stopped);
  }

  async function take() {
    const next = sql<string>`(select id from outbox where ${isDue} order by due_at, id limit 1 for update skip locked)`;
    return await database
      .updateTable('outbox')
      .set({ due_at: sql`now() + interval '5 minutes'`, attempts: sql`attempts + 1` })
      .where('id', '=', next)
      .returning(['id', 'content', 'attempts'])
      .executeTakeFirst();
  }

  async function attempt({ id, content, attempts }: { id: string; content: unknown; attempts: number }): Promise<void> {
    let taken: Taken | undefined;
    try {
      taken = await deliver(readQueued(content), id);
    } catch (error) {
      const pause = error instanceof Refused ? undefined : pauses[attempts - 1];
      onFailure(error, pause === undefined);
      return await (pause === undefined ? close(database, id, failureOf(error)) : putOff(database, id, failureOf(error), pause));
    }
    await close(database, id, taken ? { state: 'sent', reason: taken.reason } : { state: 'cancelled' });
  }

  const wake = () => {
    again = true;
    working ??= work()
      .catch((error: unknown) => onFailure(error, false))
      .finally(() => (working = undefined));
  };
  const timer = setInterval(wake, interval).unref();
  wake();
  return {
    wake,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await working;
    },
  };
}

/** What a failure makes of a mail that is not tried again. */
function failureOf(error: unknown): Step {
  if (error instanceof Refused) return { state: 'bounced', reason: error.message };
  return { state: 'failed', reason: error instanceof PutOff ? error.reason : null };
}

/** Takes an entry out, together with what is written down of it. */
const close = (database: Kysely<Database>, id: string, step: Step): Promise<void> =>
  inTransaction(database, async (transaction) => {
    await (step.state === 'cancelled' ? recordCancelled(transaction, id) : recordStep(transaction, id, step));
    await transaction.deleteFrom('outbox').where('id', '=', id).execute();
  });

/** Leaves an entry in until so many seconds are over. */
const putOff = (database: Kysely<Database>, id: string, { reason }: Step, pause: number): Promise<void> =>
  inTransaction(database, async (transaction) => {
    await recordStep(transaction, id, { state: 'deferred', reason });
    const due_at = sql<Date>`now() + ${pause} * interval '1 second'`;
    await transaction.updateTable('outbox').set({ due_at }).where('id', '=', id).execute();
  });

const inTransaction = (database: Kysely<Database>, act: (transaction: Kysely<Database>) => Promise<void>): Promise<void> =>
  database.isTransaction ? act(database) : database.transaction().execute(act);
