import cookie from '@fastify/cookie';
import cors from '@fastify/cors';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import openapiGlue from 'fastify-openapi-glue';
import type { Kysely } from 'kysely';
import { usualAccountSettings, type AccountSettings, type Configuration } from '../configuration.js';
import { passingSecretBox, type SecretBox } from '../database/secret-box.js';
import type { Database } from '../database/tables.js';
import { logged } from '../event-log/log.js';
import type { PaymentProvider } from '../payment-provider/provider.js';
import type { Caller } from '../session/sessions.js';
import type { Contract, ContractOperation } from './contract.js';
import { etagIn } from './etag.js';
import { answerError, answerNotFound } from './errors.js';
import { admit } from './guard.js';
import { contextOf, type Operation, type OperationId, type Operations } from './operation.js';
import { requireOwn, requireOwners, type Owners } from './ownership.js';
import { Problem } from './problem.js';
import { responseChecks, type ResponseCheck } from './responses.js';
import { acceptUploads } from './uploads.js';
import { requestValidators } from './validation.js';

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | undefined;
  }
}

export interface ApiOptions {
  database: Kysely<Database>;
  configuration: Pick<Configuration, 'origins' | 'secureCookies' | 'requestsPerMinute'>;
  settings?: AccountSettings;
  /** Without one, what is sealed is readable until the process ends. */
  secretBox?: SecretBox | undefined;
  payments: PaymentProvider;
  contract: Contract;
  operations: Operations;
  owners: Owners;
  /** The measure against a response that breaks the contract: answer 500 instead, or log a warning. */
  validateResponses: 'refuse' | 'warn' | undefined;
}

/** Operations that take files, and so more than the usual megabyte. */
const largeBodies: readonly OperationId[] = ['createDnsZone', 'importDnsZone'];
const megabyte = 2 ** 20;

/** The methods and headers that pages of other origins may send, and may read of an answer. */
const crossOrigin = {
  credentials: true,
  methods: ['GET', 'HEAD', 'PUT', 'POST', 'PATCH', 'DELETE'],
  allowedHeaders: [
    'Accept',
    'Authorization',
    'Content-Type',
    'Idempotency-Key',
    'If-Match',
    'If-None-Match',
    'Portal-Background',
    'Portal-Request',
  ],
  exposedHeaders: ['Content-Disposition', 'ETag', 'Link', 'Retry-After'],
  maxAge: 600,
};

/** Serves the operations of the contract. Registered with the prefix under which the contract's paths lie. */
export async function api(
  app: FastifyInstance,
  {
    database,
    configuration,
    settings = usualAccountSettings,
    secretBox = passingSecretBox(),
    payments,
    contract,
    operations,
    owners,
    validateResponses,
  }: ApiOptions,
): Promise<void> {
  requireHandlers(contract, operations, owners);
  const { origins, secureCookies, requestsPerMinute } = configuration;
  app.decorateRequest('caller', undefined);
  app.removeContentTypeParser('text/plain');
  app.setValidatorCompiler(requestValidators());
  app.setSerializerCompiler(() => (body) => JSON.stringify(body));
  app.setErrorHandler(answerError);
  app.addHook('onRequest', (_request, reply, done) => {
    reply.header('Cache-Control', 'no-store');
    done();
  });
  await app.register(cors, { origin: [...origins], ...crossOrigin });
  if (requestsPerMinute > 0) await limitRate(app, requestsPerMinute);
  await acceptUploads(app);
  await app.register(cookie, { parseOptions: { httpOnly: true, sameSite: 'lax', path: '/', secure: secureCookies || 'auto' } });
  app.route({
    method: ['GET', 'PUT', 'POST', 'PATCH', 'DELETE'],
    url: '/*',
    onRequest: (request, _reply, done) => done(notHere(contract, request.method, request.url.slice(app.prefix.length))),
    handler: answerNotFound,
  });

  const checkOf = validateResponses && responseChecks();
  app.addHook('onRoute', (route) => {
    const body = route.schema?.body as { content?: Record<string, { schema: object }> } | undefined;
    if (!body?.content) return;
    // Chosen by content type, a schema is not applied to a request without one; files are checked by who takes them.
    const json = body.content['application/json'];
    if (json) route.schema!.body = json.schema;
    else delete route.schema!.body;
  });
  await app.register(openapiGlue, {
    specification: requestsOf(contract),
    operationResolver(operationId: string) {
      const operation = contract.operations.get(operationId)!;
      const check = checkOf?.(operation);
      return {
        method: operation.method,
        url: operation.path.replace(/{(\w+)}/g, ':$1'),
        bodyLimit: largeBodies.includes(operation.id) ? 32 * megabyte : megabyte,
        onRequest: async (request: FastifyRequest) => {
          if (!operation.takesFile && request.headers['content-type']?.startsWith('multipart/'))
            throw new Problem(415, 'Files are not taken here');
          request.caller = await admit(request, operation, { database, origins, ...settings });
        },
        ...(check && { preSerialization: checkResponse(check, validateResponses) }),
        handler: (request: FastifyRequest, reply: FastifyReply) => answer(operation, operations[operation.id], request, reply),
      };
    },
  });

  async function answer(
    operation: ContractOperation,
    run: Operation<OperationId>,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<unknown> {
    const context = contextOf(request.caller, { database, settings, secretBox, payments, owners });
    const path = request.params as Record<string, string>;
    await requireOwn(owners, context, path);
    if (operation.needsIfMatch && request.headers['if-match'] === undefined)
      throw new Problem(428, 'Say with If-Match which version the change was made on');
    const { query, body, headers } = request;
    const wantsCsv = headers.accept?.includes('text/csv') ?? false;
    const given = { query, path, body, headers, wantsCsv, raw: request } as Parameters<typeof run>[1];
    const result = await logged({ operation, context, owners, request, reply }, () => run(context, given, reply));
    const etag = etagIn(result);
    if (etag !== undefined) reply.header('ETag', etag);
    return result === undefined ? reply.send() : result;
  }
}

async function limitRate(app: FastifyInstance, max: number): Promise<void> {
  await app.register(rateLimit, { global: false, max, timeWindow: '1 minute', errorResponseBuilder: tooManyRequests });
  app.addHook('onRequest', app.rateLimit());
}

/** The document without the content of its responses, which are checked here and not by the router. */
function requestsOf({ document }: Contract): object {
  const isResponses = (value: unknown): value is Record<string, { description: string }> =>
    typeof value === 'object' && value !== null && Object.keys(value).every((status) => /^\d{3}$/.test(status));
  const strip = (key: string, value: unknown) =>
    key === 'responses' && isResponses(value)
      ? Object.fromEntries(Object.entries(value).map(([status, { description }]) => [status, { description }]))
      : value;
  return JSON.parse(JSON.stringify(document, strip)) as object;
}

function requireHandlers({ operations: known }: Contract, operations: Operations, owners: Owners): void {
  const missing = [...known.keys()].filter((id) => !Object.hasOwn(operations, id));
  const unknown = Object.keys(operations).filter((id) => !known.has(id));
  if (missing.length > 0) throw new Error(`Nothing answers these operations of the contract: ${missing.join(', ')}.`);
  if (unknown.length > 0) throw new Error(`The contract does not know these operations: ${unknown.join(', ')}.`);
  for (const operation of known.values()) requireOwners(owners, operation);
}

const checkResponse =
  (check: ResponseCheck, measure: ApiOptions['validateResponses']) => (request: FastifyRequest, reply: FastifyReply, body: unknown) => {
    const mediaType = String(reply.getHeader('content-type') ?? 'application/json').split(';')[0]!;
    const fault = check(reply.statusCode, mediaType, body);
    if (fault === undefined) return Promise.resolve(body);
    if (measure === 'refuse') return Promise.reject(new Problem(500, fault));
    request.log.warn(fault);
    return Promise.resolve(body);
  };

/** The reason why no operation is at this address: there is none, or none with this method. */
function notHere({ operations }: Contract, asked: string, url: string): Problem {
  const segments = url.split('?')[0]!.split('/');
  const matches = (path: string) => {
    const wanted = path.split('/');
    return wanted.length === segments.length && wanted.every((segment, index) => segment.startsWith('{') || segment === segments[index]);
  };
  const allowed = [...operations.values()].filter(({ path }) => matches(path)).map(({ method }) => method);
  if (allowed.length === 0 || allowed.includes(asked)) return new Problem(404, 'There is nothing at this address');
  return new Problem(405, 'This cannot be done here', { headers: { Allow: allowed.join(', ') } });
}

const tooManyRequests = (_request: FastifyRequest, { ttl }: { ttl: number }) =>
  new Problem(429, 'Too many requests; please wait a moment', { headers: { 'Retry-After': String(Math.ceil(ttl / 1000)) } });
