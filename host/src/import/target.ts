import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { useCompany } from '../company.js';
import { CannotStart, type Configuration } from '../configuration.js';
import { demoState, type Demo } from '../demo.js';
import { openDatabase, type OpenDatabase } from '../database/database.js';
import { migrate } from '../migrate.js';
import { importFile } from './index.js';
import type { ImportFile, ImportProgress, ImportResult } from './types.js';

/** The destination of imported files. */
export interface ImportTarget {
  import(file: ImportFile & { content: Readable }, onProgress: (progress: ImportProgress) => void): Promise<ImportResult>;
  close(): Promise<void>;
}

/** A host that has the embedded database open. */
interface Whereabouts {
  pid: number;
  url: string;
  token: string;
}

/** The database itself, or the host that has the embedded one open. */
export async function openTarget(configuration: Configuration, demo: Demo): Promise<ImportTarget> {
  const host = await runningHost(configuration);
  if (host) return { import: (file, onProgress) => send(host, file, onProgress), close: () => Promise.resolve() };
  const { database, close } = await openOwn(configuration, demo);
  return { import: (file, onProgress) => importFile(database, file, onProgress), close };
}

/** The database itself, brought to the newest schema. */
export async function openOwn(configuration: Configuration, demo: Demo): Promise<OpenDatabase> {
  useCompany(configuration.company ?? demo.company);
  const opened = await openDatabase(configuration);
  const { database, close } = opened;
  await migrate(database);
  if (configuration.company === undefined && configuration.databaseUrl !== undefined && (await demoState(database)) === 'absent') {
    await close();
    throw new CannotStart('PORTAL_COMPANY is missing: DATABASE_URL is no demo, and needs the file of the company that runs the portal.');
  }
  return opened;
}

/** The host that has the embedded database open, if one has. */
export async function runningHost({ databaseUrl, dataFolder }: Configuration): Promise<Whereabouts | undefined> {
  if (databaseUrl !== undefined) return undefined;
  const text = await readFile(join(dataFolder, 'host.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const whereabouts = JSON.parse(text) as Whereabouts;
  try {
    process.kill(whereabouts.pid, 0);
    await fetch(whereabouts.url, { method: 'HEAD' });
    return whereabouts;
  } catch {
    return undefined;
  }
}

async function send(
  host: Whereabouts,
  file: ImportFile & { content: Readable },
  onProgress: (progress: ImportProgress) => void,
): Promise<ImportResult> {
  const { kind, clientId, contractId, format, columns, timeZone, sampling, filename, content } = file;
  const given = Object.entries({
    kind,
    client: clientId,
    contract: contractId,
    format,
    columns,
    timeZone,
    sampling: sampling?.toString(),
    filename,
  });
  const query = new URLSearchParams(given.filter((entry): entry is [string, string] => entry[1] !== undefined));
  const upload = request(`${host.url}/internal/import?${query.toString()}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${host.token}`, 'content-type': 'application/octet-stream' },
  });
  const answer = new Promise<Readable & { statusCode?: number }>((resolve, reject) =>
    upload.once('response', resolve).once('error', reject),
  );
  // The host answers while it reads, and may have its answer before it has the whole file.
  pipeline(content, upload).catch(() => {});
  try {
    return await readAnswer(await answer, onProgress);
  } finally {
    // What the host no longer wants to read would keep the connection, and the command, for as long as the host keeps idle ones.
    upload.destroy();
  }
}

async function readAnswer(
  response: Readable & { statusCode?: number },
  onProgress: (progress: ImportProgress) => void,
): Promise<ImportResult> {
  if (response.statusCode !== 200) throw new Error(`The running host answered ${response.statusCode}.`);
  let last: { result?: ImportResult; error?: string } = {};
  // To the end: an answer that is cut off is an error of its own.
  for await (const line of createInterface({ input: response })) {
    const message = JSON.parse(line) as { progress?: ImportProgress; result?: ImportResult; error?: string };
    if (message.progress) onProgress(message.progress);
    else last = message;
  }
  if (last.result) return last.result;
  if (last.error !== undefined) throw new Error(last.error);
  throw new Error('The running host stopped in the middle of the file.');
}
