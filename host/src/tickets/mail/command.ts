import type { Readable } from 'node:stream';
import { owners } from '../../all-features.js';
import { openSecretBox } from '../../database/secret-box.js';
import type { Demo } from '../../demo.js';
import { runPipeCommand, type PipeCommand } from '../../mail/pipe-command.js';
import { paymentProvider } from '../../payment-provider/choose.js';
import type { Envelope } from './message.js';
import { largestMail, receiveMail, type Outcome } from './receive.js';

const usage = `Usage: portal-elements-host ticket-mail [--from <address>] [--to <address>]… < mail

Takes an answer to a ticket, as a mail server has received it, from the standard input: for a pipe of Postfix or Exim.

  --from <address>  the sender of the envelope; empty, or MAILER-DAEMON, for a report or an automatic answer
  --to <address>    the address it has come to; can be given several times
  --help            this text

Goes to the running host, else to the database in PORTAL_DATA, or to PostgreSQL at DATABASE_URL; with the host's variables.
The exit code is 0 when the mail is stored, also where it was set aside; 64 when the command was not understood, 69 when the mail is too
large, and 75 when it cannot be taken now: then the mail server is to try again.`;

/** What the mail server has said of the mail. */
function envelopeOf({ from, to = [] }: Readonly<Record<string, unknown>>): Envelope {
  // Postfix calls the empty sender so.
  const isNobody = from === 'MAILER-DAEMON' || from === '<>';
  return { from: isNobody ? '' : (from as string | undefined), to: to as string[] };
}

const command: PipeCommand<Outcome> = {
  usage,
  options: { from: { type: 'string' }, to: { type: 'string', multiple: true } },
  largest: largestMail,
  route: 'ticket-mail',
  parameters(values) {
    const { from, to } = envelopeOf(values);
    const parameters = new URLSearchParams(to.map((each): [string, string] => ['to', each]));
    if (from !== undefined) parameters.set('from', from);
    return parameters;
  },
  take: async (source, values, { configuration, database }) => {
    const secretBox = await openSecretBox(configuration);
    const payments = await paymentProvider('none');
    return await receiveMail({ database, settings: configuration, secretBox, payments, owners }, source, envelopeOf(values));
  },
  say(outcome) {
    if (outcome.became === 'set-aside') console.error(`Set aside: ${outcome.reason}`);
  },
};

/** Takes a mail to tickets, as the command line says; resolves with the exit code. */
export const runTicketMail = (args: string[], demo: Demo, input: Readable = process.stdin): Promise<number> =>
  runPipeCommand(command, { args, demo, input });
