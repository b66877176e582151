import { parseArgs } from 'node:util';
import type { Kysely } from 'kysely';
import { owners } from '../../all-features.js';
import { openBeside, type Whereabouts } from '../../beside.js';
import { readConfiguration, type Configuration } from '../../configuration.js';
import type { Database } from '../../database/tables.js';
import { openSecretBox } from '../../database/secret-box.js';
import type { Demo } from '../../demo.js';
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

/** The exit codes that mail servers know (sysexits.h). */
const exit = { done: 0, usage: 64, refused: 69, later: 75 };

/** Does what the command line says; resolves with the exit code. */
export async function runTicketMail(args: string[], demo: Demo, input: AsyncIterable<Buffer> = process.stdin): Promise<number> {
  const envelope = understand(args);
  if (envelope === undefined) {
    console.log(usage);
    return exit.done;
  }
  if (typeof envelope === 'string') {
    console.error(`${envelope}\n\n${usage}`);
    return exit.usage;
  }
  try {
    const source = await readAll(input);
    if (source === undefined) {
      console.error(`The mail is larger than ${largestMail} bytes.`);
      return exit.refused;
    }
    const outcome = await take(readConfiguration(), demo, source, envelope);
    if (outcome.became === 'set-aside') console.error(`Set aside: ${outcome.reason}`);
    return exit.done;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return exit.later;
  }
}

/** The envelope, what is wrong with the command, or nothing when help is wanted. */
function understand(args: string[]): Envelope | string | undefined {
  try {
    const options = { from: { type: 'string' }, to: { type: 'string', multiple: true }, help: { type: 'boolean', short: 'h' } } as const;
    const { from, to = [], help } = parseArgs({ args, options }).values;
    // Postfix calls the empty sender so.
    return help ? undefined : { from: from === 'MAILER-DAEMON' || from === '<>' ? '' : from, to };
  } catch (error) {
    return (error as Error).message;
  }
}

async function readAll(input: AsyncIterable<Buffer>): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of input) {
    size += chunk.length;
    if (size > largestMail) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function take(configuration: Configuration, demo: Demo, source: Buffer, envelope: Envelope): Promise<Outcome> {
  const target = await openBeside(configuration, demo);
  if (target.host) return await send(target.host, source, envelope);
  try {
    return await receiveMail(await meansOf(configuration, target.database), source, envelope);
  } finally {
    await target.close();
  }
}

const meansOf = async (configuration: Configuration, database: Kysely<Database>) => ({
  database,
  settings: configuration,
  secretBox: await openSecretBox(configuration),
  payments: await paymentProvider('none'),
  owners,
});

async function send(host: Whereabouts, source: Buffer, { from, to }: Envelope): Promise<Outcome> {
  const query = new URLSearchParams(to.map((each): [string, string] => ['to', each]));
  if (from !== undefined) query.set('from', from);
  const response = await fetch(`${host.url}/internal/ticket-mail?${query.toString()}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${host.token}`, 'content-type': 'message/rfc822' },
    body: new Uint8Array(source),
  });
  if (!response.ok) throw new Error(`The running host answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Outcome;
}
