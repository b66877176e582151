import type { Kysely } from 'kysely';
import type { Database } from '../../src/database/tables.js';
import type { Mail, Taken } from '../../src/mail/transport.js';
import { until } from './until.js';

export interface Mailbox {
  /** Everything sent so far. */
  mails: Mail[];
  send(mail: Mail): Promise<Taken>;
  /** What has been sent since the last call, once the outbox is empty. */
  since(database: Kysely<Database>): Promise<Mail[]>;
}

/** Takes the mail of a host. */
export function openMailbox(): Mailbox {
  const mails: Mail[] = [];
  let seen = 0;
  return {
    mails,
    send(mail) {
      mails.push(mail);
      return Promise.resolve({ reason: '250 Ok' });
    },
    async since(database) {
      await emptied(database);
      const fresh = mails.slice(seen);
      seen = mails.length;
      return fresh;
    },
  };
}

/** Waits until nothing is left to be sent. */
export const emptied = (database: Kysely<Database>): Promise<void> =>
  until('The outbox does not get empty', async () => !(await database.selectFrom('outbox').select('id').limit(1).executeTakeFirst()));

/** The long code of a mail's link. */
export const codeOf = ({ text }: Mail): string => /\/set-password\?code=([\w-]+)/.exec(text)?.[1] ?? '';

/** The short code of a mail. */
export const shortCodeOf = ({ text }: Mail): string => /(?<![\w-])([0-9A-Z]{4}-[0-9A-Z]{4})(?![\w-])/.exec(text)?.[1] ?? '';
