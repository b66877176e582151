import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { useCompany } from './company.js';
import { CannotStart, type Configuration } from './configuration.js';
import { openDatabase, type OpenDatabase } from './database/database.js';
import { migrate } from './migrate.js';
import { openSecretBox, requireSameKey, type SecretBox } from './database/secret-box.js';
import { demoState, fillWith, type Demo } from './demo.js';
import { mailTransport } from './mail/transport.js';
import { paymentProvider } from './payment-provider/choose.js';
import type { PaymentProvider } from './payment-provider/provider.js';
import { buildServer } from './server.js';
import { usePasswordCost } from './session/password.js';
import { useTickets } from './tickets/port.js';
import { requestTracker } from './tickets/request-tracker/adapter.js';

export interface StartOptions {
  configuration: Configuration;
  /** Deletes the embedded database and starts over. */
  fresh?: boolean;
  /** Stands in for the company where none is configured. */
  demo: Demo;
  /** Fills an empty database with the demo data; always so with the embedded one where no company is configured. */
  withDemo?: boolean;
  /** Told what is being prepared. */
  onStep?: (name: string) => void;
  /** Told of each mail that was written into a file, where there is no mail server. */
  onMail?: (file: string, subject: string) => void;
}

export interface RunningHost {
  url: string;
  /** Tells whether the demo data and its accounts are in the database. */
  demo: boolean;
  /** Answers what has been asked, for ten seconds at most, and closes the database. */
  close(): Promise<void>;
}

const drainTimeout = 10_000;

/** Starts the host: opens and migrates the database, fills it with the demo data where that is wanted, and listens. */
export async function start({ configuration, fresh = false, demo, withDemo = false, onStep, onMail }: StartOptions): Promise<RunningHost> {
  const { databaseUrl, company } = configuration;
  if (fresh && databaseUrl !== undefined)
    throw new CannotStart('Only the embedded database can be started afresh; empty the one at DATABASE_URL yourself.');
  const isDemo = company === undefined;
  if (isDemo && databaseUrl !== undefined && !withDemo)
    throw new CannotStart('PORTAL_COMPANY is missing: DATABASE_URL is no demo, and needs the file of the company that runs the portal.');
  useCompany(company ?? demo.company);
  usePasswordCost(configuration.passwordCost);
  if (configuration.requestTracker) useTickets(requestTracker(configuration.requestTracker));
  const payments = await paymentProvider(configuration.payments ?? (isDemo ? 'test' : 'none'));
  const secretBox = await openSecretBox(configuration);
  const opened = await prepare(configuration, { fresh, demo: withDemo || isDemo ? demo : undefined, onStep, secretBox });
  try {
    const site = configuration.site ?? (isDemo ? demo.site : undefined);
    return await listen({ ...configuration, site }, { ...opened, secretBox, payments }, onMail);
  } catch (error) {
    await opened.close();
    throw error;
  }
}

type Preparation = { fresh: boolean; demo: Demo | undefined; onStep: StartOptions['onStep']; secretBox: SecretBox };

async function prepare(configuration: Configuration, preparation: Preparation): Promise<OpenDatabase> {
  const { fresh, demo, onStep, secretBox } = preparation;
  const opened = await openDatabase({ ...configuration, fresh });
  try {
    await requireFreePort(configuration);
    await migrate(opened.database);
    await requireSameKey(opened.database, secretBox);
    if (!demo) return opened;
    const state = await demoState(opened.database);
    if (state === 'absent') await fillWith(demo, opened.database, { onStep, secretBox });
    if (state !== 'partial' || configuration.databaseUrl !== undefined) return opened;
  } catch (error) {
    await opened.close();
    throw error;
  }
  // A process died while it filled this database, which so far nobody can have used.
  await opened.close();
  return prepare(configuration, { ...preparation, fresh: true });
}

async function listen(
  configuration: Configuration,
  { database, close, secretBox, payments }: OpenDatabase & { secretBox: SecretBox; payments: PaymentProvider },
  onMail: StartOptions['onMail'],
): Promise<RunningHost> {
  const embedded = configuration.databaseUrl === undefined;
  const importToken = randomBytes(32).toString('base64url');
  const demo = (await demoState(database)) === 'complete';
  const server = await buildServer({
    database,
    configuration,
    secretBox,
    payments,
    daily: true,
    sendMail: mailTransport(configuration, (file, { subject }) => onMail?.(file, subject)),
    ...(demo && { validateResponses: 'warn' }),
    ...(embedded && { importToken }),
  });
  const url = await bind(server, configuration);
  const hostFile = join(configuration.dataFolder, 'host.json');
  if (embedded) await writeFile(hostFile, JSON.stringify({ pid: process.pid, url, token: importToken }), { mode: 0o600 });
  return {
    url,
    demo,
    async close() {
      if (embedded) await rm(hostFile, { force: true });
      const timer = setTimeout(() => server.server.closeAllConnections(), drainTimeout);
      await server.close();
      clearTimeout(timer);
      await close();
    },
  };
}

async function bind(server: FastifyInstance, configuration: Configuration): Promise<string> {
  const { address, port } = configuration;
  try {
    await server.listen({ host: address, port });
  } catch (error) {
    await server.close();
    throw portError(error, configuration);
  }
  const bound = server.server.address() as AddressInfo;
  return `http://${bound.family === 'IPv6' ? `[${bound.address}]` : bound.address}:${bound.port}`;
}

/** A taken port is found out before the database is filled, which takes a while. */
async function requireFreePort(configuration: Configuration): Promise<void> {
  const probe = createServer().listen(configuration.port, configuration.address);
  try {
    await once(probe, 'listening');
  } catch (error) {
    throw portError(error, configuration);
  }
  probe.close();
  await once(probe, 'close');
}

function portError(error: unknown, { port, address }: Configuration): unknown {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN'].includes(code)) return new CannotStart(`HOST: ${address} is no address of this machine.`);
  if (code === 'EACCES') return new CannotStart(`PORT: only root may listen on ${port} here.`);
  if (code !== 'EADDRINUSE') return error;
  return new CannotStart(`Port ${port} is taken. Stop what uses it, or choose another: PORT=${port + 1} npm start`);
}
