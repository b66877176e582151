import { PassThrough, type Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { Kysely } from 'kysely';
import type { Database } from '../database/tables.js';
import { importFile } from '../import/index.js';
import { answerError } from './errors.js';
import { admitHolder } from './holder.js';

interface Query {
  kind: string;
  client: string;
  contract?: string;
  format?: string;
  columns?: string;
  timeZone?: string;
  sampling?: number;
  filename: string;
}

interface ImportRouteOptions {
  database: Kysely<Database>;
  token: string;
}

const text = { type: 'string', minLength: 1 } as const;
const querystring = {
  type: 'object',
  required: ['kind', 'client', 'filename'],
  properties: {
    kind: text,
    client: text,
    contract: text,
    format: text,
    columns: text,
    timeZone: text,
    sampling: { type: 'integer', minimum: 1 },
    filename: text,
  },
} as const;

/**
 * `POST /import`: reads the file in the body into the database, for the import command beside a running host, which alone may open
 * the embedded database. Only the holder of the token is let in. Answers a line of JSON for each progress and one for the result or error.
 */
export function importRoute(app: FastifyInstance, { database, token }: ImportRouteOptions, done: () => void): void {
  app.setErrorHandler(answerError);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, payload, taken) => taken(null, payload));
  admitHolder(app, token);
  app.post<{ Querystring: Query; Body: Readable }>('/import', { schema: { querystring } }, (request, reply) => {
    const { kind, client, contract, format, columns, timeZone, sampling, filename } = request.query;
    const lines = new PassThrough();
    const write = (line: object) => lines.write(`${JSON.stringify(line)}\n`);
    const file = {
      kind,
      clientId: client,
      filename,
      content: request.body,
      ...(contract && { contractId: contract }),
      ...(format && { format }),
      ...(columns && { columns }),
      ...(timeZone && { timeZone }),
      ...(sampling && { sampling }),
    };
    importFile(database, file, (progress) => write({ progress }))
      .then(
        (result) => write({ result }),
        (error: unknown) => {
          request.log.error(error);
          write({ error: error instanceof Error ? error.message : String(error) });
        },
      )
      .finally(() => lines.end());
    return reply.type('application/x-ndjson').send(lines);
  });
  done();
}
