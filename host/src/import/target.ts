import { request } from 'node:http';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openBeside, type RunningHost } from '../beside.js';
import type { Configuration } from '../configuration.js';
import type { Demo } from '../demo.js';
import { importFile } from './index.js';
import type { ImportFile, ImportProgress, ImportResult } from './types.js';

/** The destination of imported files. */
export interface ImportTarget {
  import(file: ImportFile & { content: Readable }, onProgress: (progress: ImportProgress) => void): Promise<ImportResult>;
  close(): Promise<void>;
}

/** The database itself, or the host that has the embedded one open. */
export async function openTarget(configuration: Configuration, demo: Demo): Promise<ImportTarget> {
  const target = await openBeside(configuration, demo);
  if (target.host) return { import: (file, onProgress) => send(target.host, file, onProgress), close: () => Promise.resolve() };
  const { database, close } = target;
  return { import: (file, onProgress) => importFile(database, file, onProgress), close };
}

async function send(
  host: RunningHost,
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
