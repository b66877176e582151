import { randomUUID } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/tables.js';
import { within } from '../database/within.js';
import { NoReport, readBounce, type Bounce, type BounceRecipient } from './bounce.js';
import { recordStep, tidy, type Step } from './record.js';
import type { MailState } from './states.js';

/** What became of something that came in as a report. */
export interface ReportOutcome {
  /** recorded: it is in the mail log; else why it is not, and it is kept whole. */
  outcome: 'recorded' | 'unreadable' | 'no-report' | 'unknown-mail' | 'too-large';
  /** A sentence for who runs the host. */
  detail: string;
}

/** The state that each action of RFC 3464 is; what only went further is sent, not delivered. */
const statesOfActions: Readonly<Record<string, MailState>> = {
  failed: 'bounced',
  delayed: 'deferred',
  delivered: 'delivered',
  relayed: 'sent',
  expanded: 'sent',
};

/** From the worst on: of several receivers none of whom is the mail's own, the worst counts. */
const worst = ['failed', 'delayed', 'expanded', 'relayed', 'delivered'];

/** A longer report is a mail that came back whole with its files; its head and the report stand at its beginning. */
const longestReport = 20_000_000;
const keptOfTooLong = 100_000;
/** A longer one is not taken at all. */
export const largestReport = 2 * longestReport;

/**
 * Takes a message that a mail server has sent back, and writes down what it says of a mail. What it cannot use it keeps whole and
 * names. It never answers, so nothing that comes back can give rise to something else that does.
 */
export async function takeReport(database: Kysely<Database>, raw: Buffer, cameTo?: string): Promise<ReportOutcome> {
  if (raw.length > longestReport)
    return await keep(database, raw.subarray(0, keptOfTooLong), 'too-large', `It is longer than ${longestReport} bytes`);
  let bounce: Bounce;
  try {
    bounce = await readBounce(raw, cameTo);
  } catch (error) {
    const problem = error instanceof NoReport ? 'no-report' : 'unreadable';
    return await keep(database, raw, problem, error instanceof Error ? error.message : String(error));
  }
  const mail = await mailOf(database, bounce);
  if (!mail) {
    const named = [...bounce.mails, ...bounce.about].join(', ');
    return await keep(database, raw, 'unknown-mail', `It is about no mail of the mail log: ${named || 'it names none'}`);
  }
  const recipient = recipientFor(bounce, mail.address);
  const step = stepOf(recipient, bounce.id);
  if (!step) return await keep(database, raw, 'no-report', `It says “${recipient.action}” of a mail, which no report does`);
  await within(database, (transaction) => recordStep(transaction, mail.message_id, step));
  return { outcome: 'recorded', detail: `${step.state}: ${mail.message_id}` };
}

/** The mail that a report is about. A Message-ID that several have got tells it together with the receiver. */
async function mailOf(database: Kysely<Database>, { mails, about, recipients }: Bounce) {
  const known = database.selectFrom('mails').select(['message_id', 'address']);
  for (const id of mails) {
    const mail = await known.where('message_id', '=', id).executeTakeFirst();
    if (mail) return mail;
  }
  if (about.length === 0) return undefined;
  const addresses = recipients.flatMap(({ original, recipient }) => [original ?? recipient, recipient]);
  return await known
    .where('own_id', 'in', about)
    .where(sql`lower(address)`, 'in', addresses)
    .orderBy('at', 'desc')
    .executeTakeFirst();
}

/** The part of a report that is about the receiver of a mail, as it was addressed or after it was forwarded. */
function recipientFor({ recipients }: Bounce, address: string): BounceRecipient {
  const own = address.toLowerCase();
  const rank = ({ action }: BounceRecipient) => (worst.includes(action) ? worst.indexOf(action) : worst.length);
  const byWorst = [...recipients].sort((one, other) => rank(one) - rank(other));
  return byWorst.find(({ original, recipient }) => (original ?? recipient) === own) ?? byWorst[0]!;
}

function stepOf({ action, status, diagnostic, server }: BounceRecipient, report: string): Step | undefined {
  const state = Object.hasOwn(statesOfActions, action) ? statesOfActions[action] : undefined;
  if (!state) return undefined;
  const words = diagnostic ?? '';
  const reason = status && !words.includes(status) ? `${status} ${words}` : words;
  return { state, reason, server, report };
}

async function keep(
  database: Kysely<Database>,
  source: Buffer,
  problem: Exclude<ReportOutcome['outcome'], 'recorded'>,
  why: string,
): Promise<ReportOutcome> {
  const id = `rep_${randomUUID()}`;
  const detail = tidy(why) ?? problem;
  await database.insertInto('mail_reports').values({ id, problem, detail, source }).execute();
  return { outcome: problem, detail: `${detail}. It is kept as ${id}.` };
}
