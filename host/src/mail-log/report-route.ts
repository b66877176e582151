import type { FastifyInstance } from 'fastify';
import type { Kysely } from 'kysely';
import type { Database } from '../database/tables.js';
import { answerError } from '../http/errors.js';
import { admitHolder } from '../http/holder.js';
import { largestReport, takeReport } from './reports.js';

interface ReportRouteOptions {
  database: Kysely<Database>;
  token: string;
}

const querystring = { type: 'object', properties: { to: { type: 'string', maxLength: 320 } } } as const;

/** `POST /bounces`: takes a message that a mail server has sent back, for the command beside a host that has the embedded database open. */
export function reportRoute(app: FastifyInstance, { database, token }: ReportRouteOptions, done: () => void): void {
  app.setErrorHandler(answerError);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, taken) => taken(null, body));
  admitHolder(app, token);
  app.post<{ Querystring: { to?: string }; Body: Buffer }>(
    '/bounces',
    { schema: { querystring }, bodyLimit: largestReport },
    async ({ query, body, log }) => {
      const report = await takeReport(database, body, query.to);
      if (report.outcome !== 'recorded') log.warn(`A report of a mail server could not be used: ${report.outcome}. ${report.detail}`);
      return report;
    },
  );
  done();
}
