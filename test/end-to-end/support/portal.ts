import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { Kysely } from 'kysely';
import { useCompany } from '../../../host/src/company.js';
import { readConfiguration } from '../../../host/src/configuration.js';
import { openDatabase, type OpenDatabase } from '../../../host/src/database/database.js';
import { migrate } from '../../../host/src/migrate.js';
import type { Database } from '../../../host/src/database/tables.js';
import { demo, fillDemo } from '../../../host/demo/index.js';
import { mailTransport } from '../../../host/src/mail/transport.js';
import { testProvider } from '../../../host/src/payment-provider/test-provider.js';
import { buildServer } from '../../../host/src/server.js';
import { usePasswordCost } from '../../../host/src/session/password.js';

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
  useCompany(demo.company);
  usePasswordCost(10);
  const opened: OpenDatabase = await openDatabase(configuration);
  await migrate(opened.database);
  await fillDemo(opened.database);
  const server = await buildServer({
    database: opened.database,
    configuration: { ...configuration, site: demo.site },
    payments: testProvider,
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
