import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfiguration } from '../configuration.js';
import type { Demo } from '../demo.js';
import { callFormats } from './call-records.js';
import { importKinds } from './index.js';
import { ImportReport } from './report.js';
import type { ImportTarget } from './target.js';

const usage = `Usage: npm run import -- <kind> --client <id> [options] FILE…

Reads files into the portal. What is there already stays as it is, so that a file can be imported again.

  zones      zone files (RFC 1035)
  invoices   e-invoices and credit notes (UBL 2.1, EN 16931)
  calls      call records of Asterisk (Master.csv) or FreeSWITCH (mod_cdr_csv); needs --contract
  traffic    samples of traffic (stamp,ip,in,out) or flows of pmacct, as CSV; needs --contract

Options:
  --client <id>       whose files these are
  --contract <id>     the contract the calls or the traffic belong to
  --format <name>     who wrote the call records: asterisk or freeswitch; the file tells where it is not given
  --columns <names>   order of the columns of call records, as src,dst,start,duration,disposition; "-" passes one over
  --time-zone <zone>  zone of times without one, as Europe/Berlin; the client's where it is not given
  --sampling <n>      of flows, one packet of so many was counted; the file's sampling_rate where it is not given
  --help              this text

The data goes to the running host, else to the database in PORTAL_DATA, or to PostgreSQL at DATABASE_URL; with the host's variables.
The exit code is 1 when a record was skipped or a file could not be read, and 2 when the command was not understood.`;

/** The kinds of import that belong to a contract. */
const contractKinds = ['calls', 'traffic'];

const problems: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  EISDIR: 'This is a folder.',
  EACCES: 'The file may not be read.',
};

/** Does what the command line says; resolves with the exit code. The database and the demo are loaded only where there is something to import. */
export async function runImport(args: string[], demo: () => Promise<Demo>): Promise<number> {
  const command = understand(args);
  if (command === undefined) {
    console.log(usage);
    return 0;
  }
  if (typeof command === 'string') {
    console.error(`${command}\n\n${usage}`);
    return 2;
  }
  const report = new ImportReport();
  let target: ImportTarget | undefined;
  try {
    const { openTarget } = await import('./target.js');
    target = await openTarget(readConfiguration(), await demo());
    for (const path of command.files) await importOne(target, report, command, path);
    report.finish();
  } catch (error) {
    console.error(messageOf(error));
    return 1;
  } finally {
    await target?.close();
  }
  return report.isClean ? 0 : 1;
}

interface Command {
  kind: string;
  files: string[];
  clientId: string;
  contractId?: string;
  format?: string;
  columns?: string;
  timeZone?: string;
  sampling?: number;
}

/** The command, what is wrong with it, or nothing when help is wanted. */
function understand(args: string[]): Command | string | undefined {
  const text = { type: 'string' } as const;
  const options = {
    client: text,
    contract: text,
    format: text,
    columns: text,
    'time-zone': text,
    sampling: text,
    help: { type: 'boolean', short: 'h' },
  } as const;
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const { client, contract, format, columns, 'time-zone': timeZone, sampling, help } = values;
    if (help) return undefined;
    const [kind, ...files] = positionals;
    if (kind === undefined || !importKinds.includes(kind)) return `Say what to import: ${importKinds.join(', ')}.`;
    if (!client) return 'Say whose files these are: --client <id>';
    if (contractKinds.includes(kind) && !contract) return 'Say which contract this belongs to: --contract <id>';
    if (format && !callFormats.includes(format)) return `There is no format ${format}; ${callFormats.join(' and ')} are known.`;
    if (files.length === 0) return 'Name the files to import.';
    if (sampling && !/^[1-9]\d{0,6}$/.test(sampling)) return `--sampling is a whole number: ${sampling}`;
    if (timeZone && !isTimeZone(timeZone)) return `There is no time zone ${timeZone}.`;
    return {
      kind,
      files,
      clientId: client,
      ...(contract && { contractId: contract }),
      ...(format && { format }),
      ...(columns && { columns }),
      ...(timeZone && { timeZone }),
      ...(sampling && { sampling: Number(sampling) }),
    };
  } catch (error) {
    return messageOf(error);
  }
}

async function importOne(target: ImportTarget, report: ImportReport, { files: _, ...about }: Command, path: string): Promise<void> {
  report.begin();
  try {
    const { size } = await stat(path);
    const content = createReadStream(path);
    report.opened(path, size);
    const progress = (counts: Parameters<ImportReport['progress']>[2]) => report.progress(path, content.bytesRead, counts);
    report.end(path, await target.import({ ...about, filename: basename(path), content }, progress));
  } catch (error) {
    report.fail(path, messageOf(error));
  }
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function messageOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code && problems[code]) || message || String(error);
}
