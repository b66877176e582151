import { STATUS_CODES } from 'node:http';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { components } from 'portal-elements/contract';
import { notFound, Problem } from './problem.js';

type Body = components['schemas']['Problem'];
type Fault = NonNullable<FastifyError['validation']>[number];

/** Texts that PostgreSQL cannot hold: those with a NUL character, or in JSON with half a character. */
const isUnstorable = ({ code = '', detail = '' }: { code?: string; detail?: string }) =>
  ['22021', '22P05'].includes(code) || (code === '22P02' && detail.includes('surrogate'));

/** Answers any error as problem details; what nobody foresaw is logged and answered without its insides. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error);
  if (problem.status >= 500) request.log.error(error);
  const { headers = {}, type = 'about:blank', ...details } = problem.details;
  const body: Body = { type: absolute(type), title: problem.title, status: problem.status, ...details, requestId: request.id };
  return reply.code(problem.status).headers(headers).type('application/problem+json').send(body);
}

/** Answers a request that no route takes. */
export const answerNotFound = (request: FastifyRequest, reply: FastifyReply) =>
  answerError(new Problem(404, 'There is nothing at this address'), request, reply);

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const { validation, validationContext, statusCode, message } = error as Partial<FastifyError>;
  if (validation) return invalid(validation, validationContext);
  if (isUnstorable(error as object)) return new Problem(400, 'The request holds characters that cannot be stored');
  if (statusCode === undefined || statusCode < 400 || statusCode > 499) return new Problem(500, 'Something went wrong on our side');
  return new Problem(
    statusCode,
    STATUS_CODES[statusCode] ?? 'The request cannot be answered',
    message === undefined ? {} : { detail: message },
  );
}

function invalid(faults: Fault[], where: string | undefined): Problem {
  if (where === 'params') return notFound();
  if (where === 'body')
    return new Problem(422, 'Some fields need another look', {
      errors: faults.map((fault) => ({ pointer: pointerOf(fault), ...explain(fault) })),
    });
  const name = (fault: Fault) => pointerOf(fault).slice(1);
  return new Problem(400, 'The request is malformed', {
    errors: faults.map((fault) => ({ ...explain(fault), detail: `${name(fault)} ${fault.message}` })),
  });
}

const explain = ({ keyword, message }: Fault) => ({ detail: message ?? 'is not acceptable', code: keyword });

/** The pointer to the fault; a property that is missing, or should be, is named as if it were there. */
function pointerOf({ instancePath, params }: Fault): string {
  const property = params['missingProperty'] ?? params['additionalProperty'];
  return typeof property === 'string' ? `${instancePath}/${property.replaceAll('~', '~0').replaceAll('/', '~1')}` : instancePath;
}

const absolute = (type: string) => (type.includes(':') ? type : `urn:portal-elements:problem:${type}`);
