import type { Readable } from 'node:stream';
import type { Demo } from '../demo.js';
import { runPipeCommand, type PipeCommand } from '../mail/pipe-command.js';
import { largestReport, takeReport, type ReportOutcome } from './reports.js';

const usage = `Usage: portal-elements-host bounce [--to <address>] < MESSAGE

Takes a message that a mail server has sent back, and writes into the mail log what became of the mail: bounced, deferred or delivered.
Called by the mail server for each message to the address in PORTAL_BOUNCE_MAIL, such as bounces+…@example.com.

Options:
  --to <address>      the address that the mail server took the message for
  --help              this text

The message goes to the running host, else to the database in PORTAL_DATA, or to PostgreSQL at DATABASE_URL; with the host's variables.
The exit code is 0 when it was taken, also where it could not be used: then it is kept in the table mail_reports, and said why.
It is 75 when it could not be taken now, so that the mail server tries again, 69 when it is too large for that, and 64 when the command was not
understood.`;

const addressOf = (to: unknown) => (typeof to === 'string' ? to : undefined);

const command: PipeCommand<ReportOutcome> = {
  usage,
  options: { to: { type: 'string' } },
  largest: largestReport,
  route: 'bounces',
  parameters: ({ to }) => new URLSearchParams(typeof to === 'string' ? { to } : {}),
  take: (source, { to }, { database }) => takeReport(database, source, addressOf(to)),
  say: ({ outcome, detail }) => console.log(`${outcome}. ${detail}`),
};

/** Takes a report of a mail server, as the command line says; resolves with the exit code. */
export const runBounce = (args: string[], demo: Demo, input: Readable): Promise<number> => runPipeCommand(command, { args, demo, input });
