import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { useCompany } from '../src/company.js';
import { openDatabase, type OpenDatabase } from '../src/database/database.js';
import { migrate } from '../src/migrate.js';
import { demo, fillDemo } from '../demo/index.js';
import { demoPassword } from '../demo/people.js';
import { testProvider } from '../src/payment-provider/test-provider.js';
import { apiPrefix, buildServer } from '../src/server.js';

export interface BenchHost {
  server: FastifyInstance;
  database: OpenDatabase['database'];
  url: string;
  /** The session of a person who may see all of the demo client's data. */
  cookie: string;
  close(): Promise<void>;
}

/** A host with the demo data on a free port, in an embedded database of its own or in an empty one that is given. */
export async function startBenchHost(databaseUrl?: string): Promise<BenchHost> {
  useCompany(demo.company);
  const dataFolder = await mkdtemp(join(tmpdir(), 'portal-bench-'));
  const { database, close } = await openDatabase({ databaseUrl, dataFolder });
  await migrate(database);
  await fillDemo(database);
  const server = await buildServer({
    database,
    configuration: { origins: [], secureCookies: false, trustProxy: false, logLevel: 'silent', requestsPerMinute: 0 },
    payments: testProvider,
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}${apiPrefix}`;
  const session = await fetch(`${url}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'portal-request': '1' },
    body: JSON.stringify({ email: 'owner@acme.example', password: demoPassword }),
  });
  return {
    server,
    database,
    url,
    cookie: session.headers.getSetCookie()[0]!.split(';')[0]!,
    async close() {
      await server.close();
      await close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
