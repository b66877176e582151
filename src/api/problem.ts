import type { components } from './schema.js';

export type Problem = components['schemas']['Problem'];

/** The reason why a request gave no usable answer: no connection, no answer in time, an answer that is not what the contract says, or an error answer. */
export type Fault = 'network' | 'timeout' | 'malformed' | 'http';

/** The one error that everything above the client meets. `status` is 0 when there was no answer. */
export class ApiError extends Error {
  constructor(
    readonly fault: Fault,
    readonly status: number,
    readonly problem: Partial<Problem> = {},
    /** Seconds the server asks to wait (`Retry-After`). */
    readonly retryAfter?: number,
  ) {
    super(problem.title ?? `${fault} ${status}`);
  }

  /** Tells whether the kind of problem ends in `kind`: `account-locked`, `not-payable`… */
  is(kind: string): boolean {
    return this.problem.type?.endsWith(kind) ?? false;
  }
}

const isAbort = (error: unknown) => error instanceof DOMException && error.name === 'AbortError';

/** The error that openapi-fetch threw, as an `ApiError`; an abort stays what it is. */
export function toApiError(error: unknown): unknown {
  if (error instanceof ApiError || isAbort(error)) return error;
  if (error instanceof SyntaxError) return new ApiError('malformed', 200);
  if (error instanceof DOMException && error.name === 'TimeoutError') return new ApiError('timeout', 0);
  return new ApiError('network', 0);
}

/** The answer that openapi-fetch resolves to. */
export interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/**
 * The data of an answer. Error answers, dead networks, time-outs and bodies that are not JSON all become an `ApiError`.
 * @param empty An answer without a body is meant (204).
 */
export async function unwrap<T>(call: Promise<Answer<T>>, empty = false): Promise<T> {
  const { data, error, response } = await call.catch((reason: unknown) => {
    throw toApiError(reason);
  });
  if (!response.ok) throw new ApiError('http', response.status, (typeof error === 'object' && error) || {}, retryAfter(response));
  if (data === undefined && !empty) throw new ApiError('malformed', response.status);
  return data as T;
}

/** `Retry-After` in seconds, from seconds or an HTTP date (RFC 9110, 10.2.3), against the server's own clock; never below 0. */
export function retryAfter(response: Response): number | undefined {
  const value = response.headers.get('Retry-After');
  if (!value) return undefined;
  if (/^\d+$/.test(value)) return Number(value);
  const now = Date.parse(response.headers.get('Date') ?? '') || Date.now();
  const seconds = (Date.parse(value) - now) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}
