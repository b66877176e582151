import type { FastifyInstance } from 'fastify';
import { answerError } from '../../http/errors.js';
import { admitHolder } from '../../http/holder.js';
import type { Dependencies } from '../../http/operation.js';
import { largestMail, receiveMail } from './receive.js';

const text = { type: 'string' } as const;
const querystring = { type: 'object', properties: { from: text, to: { type: 'array', items: text, default: [] } } } as const;

/** `POST /ticket-mail`: takes the mail in the body, for the command that a mail server runs beside the host. Answers what has become of it. */
export function mailRoute(
  app: FastifyInstance,
  { dependencies, token }: { dependencies: Dependencies; token: string },
  done: () => void,
): void {
  app.setErrorHandler(answerError);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: largestMail }, (_request, body, taken) => taken(null, body));
  admitHolder(app, token);
  app.post<{ Querystring: { from?: string; to: string[] }; Body: Buffer }>(
    '/ticket-mail',
    { schema: { querystring }, bodyLimit: largestMail },
    ({ body, query }) => receiveMail(dependencies, body, query),
  );
  done();
}
