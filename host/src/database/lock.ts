import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotStart } from '../configuration.js';

/** The data folder belongs to another running process. */
export class FolderInUse extends CannotStart {
  constructor(
    readonly folder: string,
    readonly pid: number,
  ) {
    super(`The data in ${folder} is in use by process ${pid}. Stop it first, or set PORTAL_DATA to another folder.`);
  }
}

interface Holder {
  pid: number;
  /** When the process started, where the system tells it; process ids are used again. */
  started: string | undefined;
  id: string;
}

/** Takes the folder for this process; resolves with the function that gives it back. The lock of a process that died is taken over. */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, 'lock');
  const holder: Holder = { pid: process.pid, started: await startOf(process.pid), id: randomUUID() };
  const own = `${file}.${holder.id}`;
  await writeFile(own, JSON.stringify(holder));
  try {
    while (!(await linked(own, file))) await removeStale(folder, file);
  } finally {
    await rm(own, { force: true });
  }
  return () => rm(file, { force: true });
}

/** Linking, unlike writing, makes the lock appear with its content at once. */
async function linked(own: string, file: string): Promise<boolean> {
  try {
    await link(own, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function removeStale(folder: string, file: string): Promise<void> {
  const text = await read(file);
  if (text === undefined) return;
  const holder = parse(text);
  if (holder && (await isRunning(holder))) throw new FolderInUse(folder, holder.pid);
  const aside = `${file}.${randomUUID()}`;
  await rename(file, aside).catch(() => {});
  // Another process may have replaced the stale lock with its own in between: that one is put back.
  if ((await read(aside)) !== text) await linked(aside, file).catch(() => {});
  await rm(aside, { force: true });
}

function parse(text: string): Holder | undefined {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return undefined;
  }
}

async function isRunning({ pid, started }: Holder): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return started === undefined || (await startOf(pid)) === started;
}

/** The start time of a process from /proc: the 22nd field, counted after the name, which may hold spaces. */
async function startOf(pid: number): Promise<string | undefined> {
  const stat = await read(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
}

const read = (file: string) => readFile(file, 'utf8').catch(() => undefined);
