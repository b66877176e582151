import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { Problem } from './problem.js';

/** Lets only the holder of the token in: a command beside the running host, which alone may open the embedded database. */
export function admitHolder(app: FastifyInstance, token: string): void {
  app.addHook('onRequest', (request, _reply, checked) => {
    const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    checked(timingSafeEqual(digest(given), digest(token)) ? undefined : new Problem(401, 'Only a command of the host may do this'));
  });
}

const digest = (value: string) => createHash('sha256').update(value).digest();
