import type { Readable } from 'node:stream';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { openBeside } from '../beside.js';
import { readConfiguration, type Configuration } from '../configuration.js';
import type { OpenDatabase } from '../database/database.js';
import type { Demo } from '../demo.js';

/** The exit codes that mail servers know (sysexits.h): the mail is taken, the command is wrong, the mail can never be taken, or not now. */
const exit = { taken: 0, usage: 64, never: 69, later: 75 } as const;

type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

/** A command that a mail server runs for a mail, which it writes to the standard input. */
export interface PipeCommand<Outcome> {
  usage: string;
  /** What can be typed, beside `--help`. */
  options: NonNullable<ParseArgsConfig['options']>;
  /** The most bytes of a mail; mail servers allow less. */
  largest: number;
  /** Where the running host takes the mail, with what was typed. */
  route: string;
  parameters: (values: Values) => URLSearchParams;
  /** Takes the mail without a running host. */
  take: (source: Buffer, values: Values, own: { configuration: Configuration; database: OpenDatabase['database'] }) => Promise<Outcome>;
  /** Says what has become of it. */
  say: (outcome: Outcome) => void;
}

/** Does what the command line says with the mail; resolves with the exit code. */
export async function runPipeCommand<Outcome>(
  command: PipeCommand<Outcome>,
  { args, demo, input }: { args: string[]; demo: Demo; input: Readable },
): Promise<number> {
  const { usage, options, largest, say } = command;
  let values: Values;
  try {
    values = parseArgs({ args, options: { ...options, help: { type: 'boolean', short: 'h' } } }).values;
  } catch (error) {
    console.error(`${messageOf(error)}\n\n${usage}`);
    return exit.usage;
  }
  if (values['help']) {
    console.log(usage);
    return exit.taken;
  }
  try {
    const source = await readUpTo(largest, input);
    if (source === undefined) {
      console.error(`The mail is larger than ${largest} bytes.`);
      return exit.never;
    }
    say(await handOn(command, source, values, demo));
    return exit.taken;
  } catch (error) {
    console.error(messageOf(error));
    return exit.later;
  }
}

async function readUpTo(largest: number, input: Readable): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of input as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largest) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Gives the mail to the running host where that has the embedded database open, else to the database. */
async function handOn<Outcome>(
  { route, parameters, take }: PipeCommand<Outcome>,
  source: Buffer,
  values: Values,
  demo: Demo,
): Promise<Outcome> {
  const configuration = readConfiguration();
  const target = await openBeside(configuration, demo);
  if (target.host) {
    const { url, token } = target.host;
    const response = await fetch(`${url}/internal/${route}?${parameters(values).toString()}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'message/rfc822' },
      body: new Uint8Array(source),
    });
    if (!response.ok) throw new Error(`The running host answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as Outcome;
  }
  try {
    return await take(source, values, { configuration, database: target.database });
  } finally {
    await target.close();
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
