import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { useCompany } from './company.js';
import { CannotStart, type Configuration } from './configuration.js';
import { openDatabase, type OpenDatabase } from './database/database.js';
import { demoState, type Demo } from './demo.js';
import { migrate } from './migrate.js';

/** Where the running host can be asked, and the token that lets a command in. */
export interface RunningHost {
  pid: number;
  url: string;
  token: string;
}

/** What a command works on, beside the host: the host that has the embedded database open, else the database. */
export type Beside = { host: RunningHost } | ({ host?: undefined } & OpenDatabase);

export async function openBeside(configuration: Configuration, demo: Demo): Promise<Beside> {
  const host = configuration.databaseUrl === undefined ? await runningHost(configuration.dataFolder) : undefined;
  if (host) return { host };
  useCompany(configuration.company ?? demo.company);
  const { database, close } = await openDatabase(configuration);
  await migrate(database);
  if (configuration.company === undefined && configuration.databaseUrl !== undefined && (await demoState(database)) === 'absent') {
    await close();
    throw new CannotStart('PORTAL_COMPANY is missing: DATABASE_URL is no demo, and needs the file of the company that runs the portal.');
  }
  return { database, close };
}

async function runningHost(dataFolder: string): Promise<RunningHost | undefined> {
  const text = await readFile(join(dataFolder, 'host.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const found = JSON.parse(text) as RunningHost;
  try {
    process.kill(found.pid, 0);
    await fetch(found.url, { method: 'HEAD' });
    return found;
  } catch {
    return undefined;
  }
}
