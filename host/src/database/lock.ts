import { randomUUID } from 'node:crypto';
import { link, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
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
  /** The time at which the process started, if the system tells it; process ids are used again. */
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
    while (!(await linked(own, file))) await removeStale(folder, file, own);
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

/** Only who holds a second lock, for a moment, may remove a stale one: else a fresh one could be removed by mistake. */
async function removeStale(folder: string, file: string, own: string): Promise<void> {
  const text = await read(file);
  if (text === undefined) return;
  const holder = parse(text);
  if (holder && (await isRunning(holder))) throw new FolderInUse(folder, holder.pid);
  const removal = `${file}.removal`;
  if (await linked(own, removal)) {
    if ((await read(file)) === text) await rm(file, { force: true });
    await rm(removal, { force: true });
  } else {
    const since = (await stat(removal).catch(() => undefined))?.mtimeMs ?? Date.now();
    if (Date.now() - since > 10_000) await rm(removal, { force: true });
    await setTimeout(20);
  }
}

function parse(text: string): Holder | undefined {
  try {
    const holder = JSON.parse(text) as Holder | null;
    return Number.isInteger(holder?.pid) ? (holder as Holder) : undefined;
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
