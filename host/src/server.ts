import { randomUUID } from 'node:crypto';
import Fastify, { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { sql, type Kysely } from 'kysely';
import { usualAccountSettings, type AccountSettings, type Configuration } from './configuration.js';
import { passingSecretBox, type SecretBox } from './database/secret-box.js';
import type { Database } from './database/tables.js';
import { operations, owners } from './all-features.js';
import { api, type ApiOptions } from './http/api.js';
import { loadContract } from './http/contract.js';
import { answerError } from './http/errors.js';
import { importRoute } from './http/import-route.js';
import type { Dependencies } from './http/operation.js';
import { securityHeaders, website } from './http/website.js';
import { libraryFolder } from './library.js';
import { deliver } from './mail/deliver.js';
import { reportRoute } from './mail-log/report-route.js';
import { openOutbox, type Outbox } from './mail/outbox.js';
import type { SendMail } from './mail/transport.js';
import { startDaily } from './notifications/daily.js';
import type { PaymentProvider } from './payment-provider/provider.js';
import { takeTicketMail } from './tickets/mail/listener.js';
import { receiveMail } from './tickets/mail/receive.js';
import { mailRoute } from './tickets/mail/route.js';
import { tickets } from './tickets/port.js';

export interface ServerOptions {
  database: Kysely<Database>;
  configuration: Pick<Configuration, 'origins' | 'secureCookies' | 'trustProxy' | 'logLevel' | 'requestsPerMinute'> &
    Partial<AccountSettings & Pick<Configuration, 'publicUrl' | 'staffMail' | 'ticketMail' | 'ticketLmtp' | 'site'>>;
  payments: PaymentProvider;
  /** Seals what the database is not to tell; without it, with a key that is forgotten with the process. */
  secretBox?: SecretBox;
  /** Sends the mail; without it, mail waits in the database. */
  sendMail?: SendMail;
  /** Settles payments and reminds of overdue invoices by itself, where mail is sent. */
  daily?: boolean;
  /** The receiver of log lines, instead of the standard output. */
  log?: { write(line: string): void };
  /** Checks every JSON response against the contract: `refuse` answers 500 instead, `warn` logs. */
  validateResponses?: ApiOptions['validateResponses'];
  /** Lets the holder of this token read files and mail into the database through the running host. */
  importToken?: string;
}

/** The prefix of the contract's paths. */
export const apiPrefix = '/api/v1';

/** Names in logged objects; errors of the database bring along the values of the query as `params` or in `detail`. */
const secrets = ['authorization', 'cookie', 'password', 'token', 'set-cookie', 'params', 'detail'];
const redact = secrets.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.headers["${name}"]`]);

/** Makes the host: the contract's operations under `/api/v1`, the company’s pages, the library under `/portal/`, `/healthz`. */
export async function buildServer({
  database,
  configuration,
  log,
  validateResponses,
  importToken,
  sendMail,
  daily = false,
  secretBox = passingSecretBox(),
  payments,
}: ServerOptions): Promise<FastifyInstance> {
  const app = emptyServer(configuration, log);
  app.setErrorHandler(answerError);
  app.addHook('onResponse', logLine);
  await securityHeaders(app, configuration.secureCookies);
  const dependencies: Dependencies = { database, settings: { ...usualAccountSettings, ...configuration }, secretBox, payments, owners };
  await app.register(api, {
    prefix: apiPrefix,
    ...dependencies,
    configuration,
    contract: await loadContract(),
    operations,
    validateResponses,
  });
  const wake = sendMail && correspondence(app, { database, secretBox, configuration, sendMail, daily });
  if (importToken !== undefined) {
    await app.register(importRoute, { prefix: '/internal', database, token: importToken });
    await app.register(reportRoute, { prefix: '/internal', database, token: importToken });
    await app.register(mailRoute, { prefix: '/internal', dependencies, token: importToken });
  }
  careForTickets(app, database);
  takeTicketMail(app, configuration, (source, envelope) => receiveMail(dependencies, source, envelope).then(() => wake?.()));
  health(app, database);
  await website(app, { site: configuration.site, library: libraryFolder });
  return app;
}

function emptyServer({ logLevel, trustProxy }: ServerOptions['configuration'], log: ServerOptions['log']): FastifyInstance {
  return Fastify({
    logger: { level: logLevel, redact, ...(log && { stream: log }) },
    trustProxy,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
    // Longer than any id, encoded, that the contract allows.
    routerOptions: { maxParamLength: 500 },
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply),
  });
}

/** Lets the place in which tickets are kept do what it does beside requests. */
function careForTickets(app: FastifyInstance, database: Kysely<Database>): void {
  let begun: { stop(): Promise<void> } | undefined;
  app.addHook('onListen', (done) => {
    begun = tickets.begin?.({
      database,
      onFailure: (error) => app.log.error({ err: error }, 'Tickets could not be read or sent where they are kept'),
    });
    done();
  });
  app.addHook('preClose', async () => {
    await begun?.stop();
  });
}

function health(app: FastifyInstance, database: Kysely<Database>): void {
  app.get('/healthz', async (_request, reply) => {
    const healthy = await sql`select 1`.execute(database).then(
      () => true,
      () => false,
    );
    return reply
      .code(healthy ? 200 : 503)
      .header('Cache-Control', 'no-store')
      .send({ status: healthy ? 'ok' : 'unavailable' });
  });
}

type CorrespondenceOptions = Required<Pick<ServerOptions, 'database' | 'secretBox' | 'configuration' | 'sendMail' | 'daily'>>;

/**
 * Sends mail while the host listens, and finds out daily what it is to tell where that is wanted. Every request that changes something may have
 * given rise to some; whoever else puts some into the outbox calls what this returns.
 */
function correspondence(app: FastifyInstance, { database, secretBox, configuration, sendMail, daily }: CorrespondenceOptions): () => void {
  const { publicUrl, staffMail, ticketMail, eventLogDays, mailLogDays } = { ...usualAccountSettings, ...configuration };
  let opened: Outbox | undefined;
  let run: ReturnType<typeof startDaily> | undefined;
  app.addHook('onListen', (done) => {
    const pages = () => publicUrl ?? app.listeningOrigin;
    const delivery = { database, send: sendMail, publicUrl: pages, staffMail, ticketMail, secretBox, owners };
    opened = openOutbox({
      database,
      deliver: (content, id) => deliver(delivery, content, id),
      onFailure: (error, isLast) =>
        app.log.error({ err: error }, isLast ? 'Mail was given up' : 'Mail could not be sent, and is tried again'),
    });
    if (daily)
      run = startDaily({
        database,
        eventLogDays,
        mailLogDays,
        onMail: () => opened?.wake(),
        onFailure: (error) => app.log.error({ err: error }, 'The daily run failed, and is tried again'),
      });
    done();
  });
  app.addHook('onResponse', (request, _reply, done) => {
    if (request.method !== 'GET') opened?.wake();
    done();
  });
  app.addHook('preClose', async () => {
    await run?.stop();
    await opened?.stop();
  });
  return () => opened?.wake();
}

/** One line a request, without the query, which may hold what a person searches for. */
function logLine(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  const { method, url, caller } = request;
  request.log.info({
    method,
    path: url.split('?')[0],
    status: reply.statusCode,
    milliseconds: Math.round(reply.elapsedTime),
    person: caller?.person.id,
  });
  done();
}
