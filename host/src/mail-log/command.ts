import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { readConfiguration } from '../configuration.js';
import type { Demo } from '../demo.js';
import { openBeside } from '../beside.js';
import { takeReport, type ReportOutcome } from './reports.js';

const usage = `Usage: portal-elements-host bounce [--to <address>] < MESSAGE

Takes a message that a mail server has sent back, and writes into the mail log what became of the mail: bounced, deferred or delivered.
Called by the mail server for each message to the address in PORTAL_BOUNCE_MAIL, such as bounces+…@example.com.

Options:
  --to <address>      the address that the mail server took the message for
  --help              this text

The message goes to the running host, else to the database in PORTAL_DATA, or to PostgreSQL at DATABASE_URL; with the host's variables.
The exit code is 0 when it was taken, also where it could not be used: then it is kept in the table mail_reports, and said why.
It is 75 when it could not be taken now, so that the mail server tries again, and 64 when the command was not understood.`;

/** The exit codes that mail servers know (sysexits.h). */
const exit = { ok: 0, usage: 64, later: 75 } as const;

/** Does what the command line says with the message; resolves with the exit code. */
export async function runBounce(args: string[], demo: Demo, message: Readable): Promise<number> {
  let given: { to?: string | undefined; help?: boolean | undefined };
  try {
    given = parseArgs({ args, options: { to: { type: 'string' }, help: { type: 'boolean', short: 'h' } } }).values;
  } catch (error) {
    console.error(`${messageOf(error)}\n\n${usage}`);
    return exit.usage;
  }
  if (given.help) {
    console.log(usage);
    return exit.ok;
  }
  try {
    const { outcome, detail } = await take(await buffer(message), given.to, demo);
    console.log(`${outcome}. ${detail}`);
    return exit.ok;
  } catch (error) {
    console.error(messageOf(error));
    return exit.later;
  }
}

async function take(raw: Buffer, to: string | undefined, demo: Demo): Promise<ReportOutcome> {
  const target = await openBeside(readConfiguration(), demo);
  if (target.host) {
    const { host } = target;
    const query = to === undefined ? '' : `?${new URLSearchParams({ to }).toString()}`;
    const response = await fetch(`${host.url}/internal/bounces${query}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${host.token}`, 'content-type': 'message/rfc822' },
      body: new Uint8Array(raw),
    });
    if (!response.ok) throw new Error(`The running host answered ${response.status}.`);
    return (await response.json()) as ReportOutcome;
  }
  const { database, close } = target;
  try {
    return await takeReport(database, raw, to);
  } finally {
    await close();
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
