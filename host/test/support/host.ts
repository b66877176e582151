import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { after } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { sql, type Kysely } from 'kysely';
import { useCompany } from '../../src/company.js';
import { openDatabase } from '../../src/database/database.js';
import { passingSecretBox, type SecretBox } from '../../src/database/secret-box.js';
import { migrate } from '../../src/migrate.js';
import type { Database } from '../../src/database/tables.js';
import { demo } from '../../demo/index.js';
import { demoContracts } from '../../demo/contracts.js';
import { demoPassword, demoPeople } from '../../demo/people.js';
import { testProvider } from '../../src/payment-provider/test-provider.js';
import { apiPrefix, buildServer, type ServerOptions } from '../../src/server.js';
import { usePasswordCost } from '../../src/session/password.js';
import { emptyImage, migratedImage } from './images.js';

/** Again for each file: they share a process, and one that starts a host by its command has set this otherwise. */
function setUp(): void {
  useCompany(demo.company);
  // Hashes are made to be slow, and the tests sign in hundreds of times.
  usePasswordCost(10);
}

setUp();

type Options = Partial<ServerOptions['configuration']> & Pick<ServerOptions, 'log' | 'importToken' | 'sendMail'>;

/** A request to the API; objects become JSON bodies, and the anti-forgery header is sent unless `headers` says otherwise. */
export type Send = (method: string, path: string, options?: { body?: unknown; headers?: Record<string, string> }) => Promise<Response>;

export interface TestHost {
  url: string;
  server: FastifyInstance;
  database: Kysely<Database>;
  /** Seals what the database is not to tell. */
  secretBox: SecretBox;
  /** Sends without a session. */
  send: Send;
  /** Signs in; resolves with a function that sends with that session. */
  signIn(email: string, password?: string): Promise<Send>;
}

/** A database of its own without any table, closed after the tests of the file. */
export const emptyDatabase = (): Promise<Kysely<Database>> => ownDatabase(emptyImage);

/** A database of its own, migrated and empty, closed after the tests of the file. */
export async function startDatabase(): Promise<Kysely<Database>> {
  const database = await ownDatabase(migratedImage, migratedDatabase);
  await migrate(database);
  return database;
}

/** One that begins as the image of an embedded database, or as a copy of a template on the server that `PORTAL_TEST_DATABASE_URL` names. */
async function ownDatabase(image: () => Promise<Blob>, template?: () => Promise<string>): Promise<Kysely<Database>> {
  setUp();
  const { databaseUrl, drop } = server ? await createDatabase(await template?.()) : embedded;
  const { database, close } = await openDatabase({ databaseUrl, image: databaseUrl === undefined ? await image() : undefined });
  after(async () => {
    await close();
    await drop();
  });
  return database;
}

/** A host on a free port with the demo people and contracts, whose responses must keep to the contract. */
export async function startHost({ log, importToken, sendMail, ...changes }: Options = {}): Promise<TestHost> {
  const database = await startDatabase();
  await demoPeople(database);
  await demoContracts(database);
  const secretBox = passingSecretBox();
  const server = await buildServer({
    database,
    secretBox,
    configuration: {
      origins: [],
      secureCookies: false,
      trustProxy: false,
      logLevel: 'silent',
      requestsPerMinute: 0,
      site: demo.site,
      ...changes,
    },
    payments: testProvider,
    validateResponses: 'refuse',
    ...(log && { log }),
    ...(sendMail && { sendMail }),
    ...(importToken !== undefined && { importToken }),
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  after(() => server.close());
  const url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  const send = sender(url);
  return {
    url,
    server,
    database,
    secretBox,
    send,
    async signIn(email, password = demoPassword) {
      const response = await send('POST', '/session', { body: { email, password } });
      if (response.status !== 201) throw new Error(`Signing in answered ${response.status}: ${await response.text()}`);
      return sender(url, { cookie: cookieOf(response) });
    },
  };
}

/** The session cookie of a response, as it is sent back. */
export const cookieOf = (response: Response) => response.headers.getSetCookie()[0]!.split(';')[0]!;

const sender =
  (url: string, always: Record<string, string> = {}): Send =>
  (method, path, { body, headers } = {}) => {
    const content: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
    return fetch(`${url}${apiPrefix}${path}`, {
      method,
      headers: { 'portal-request': '1', ...content, ...always, ...headers },
      body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
    });
  };

const server = process.env['PORTAL_TEST_DATABASE_URL'];

/** The `skip` of tests of the embedded database, which PostgreSQL would only repeat. */
export const embeddedOnly: string | false = server !== undefined && 'This is about the embedded database.';
const embedded = { databaseUrl: undefined, drop: () => Promise.resolve() };

async function onServer(statement: string): Promise<void> {
  const { database, close } = await openDatabase({ databaseUrl: server });
  await sql.raw(statement).execute(database);
  await close();
}

async function createDatabase(template = 'template1') {
  const name = `portal_test_${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${name} template ${template}`);
  const url = new URL(server!);
  url.pathname = `/${name}`;
  return { name, databaseUrl: url.href, drop: () => onServer(`drop database ${name} with (force)`) };
}

let migrated: Promise<string> | undefined;

/** The name of a migrated database that the process keeps to copy: a copy is made several times faster. */
const migratedDatabase = (): Promise<string> => (migrated ??= migrateOnce());

async function migrateOnce(): Promise<string> {
  const { name, databaseUrl, drop } = await createDatabase();
  process.once('beforeExit', () => void drop());
  const { database, close } = await openDatabase({ databaseUrl });
  await migrate(database);
  await close();
  return name;
}
