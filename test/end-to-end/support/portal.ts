import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { Kysely } from 'kysely';
import { readConfiguration } from '../../../host/src/configuration.js';
import { openDatabase, type OpenDatabase } from '../../../host/src/database/database.js';
import { migrate } from '../../../host/src/database/migrate.js';
import type { Database } from '../../../host/src/database/tables.js';
import { fillDemo } from '../../../host/src/demo/index.js';
import { mailTransport } from '../../../host/src/mail/transport.js';
import { buildServer } from '../../../host/src/server.js';

/** The running portal: the reference host with its demo data and its sample website. */
export interface Portal {
  url: string;
  port: number;
  dataFolder: string;
  database: Kysely<Database>;
  /** Ends the host and closes its database; the folder stays for whoever starts it again. */
  close(): Promise<void>;
}

/** Starts the host in this process over a new folder, filled as `npm start` fills it; answers that break the contract become errors. */
export async function startPortal(): Promise<Portal> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'portal-'));
  const configuration = readConfiguration({ PORTAL_DATA: dataFolder, LOG_LEVEL: 'silent', PORTAL_REQUESTS_PER_MINUTE: '0' });
  const opened: OpenDatabase = await openDatabase(configuration);
  await migrate(opened.database);
  await fillDemo(opened.database);
  const server = await buildServer({
    database: opened.database,
    configuration,
    validateResponses: 'refuse',
    sendMail: mailTransport(configuration),
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = server.server.address() as AddressInfo;
  let closing: Promise<void> | undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    dataFolder,
    database: opened.database,
    close: () => (closing ??= server.close().then(() => opened.close())),
  };
}

export const removeFolder = (folder: string) => rm(folder, { recursive: true, force: true });
