import { retryAfter } from './problem.js';

/** Sends one request; the steps below are stacked on the browser's own `fetch`. */
export type Send = (request: Request) => Promise<Response>;

const isSafe = (request: Request) => request.method === 'GET' || request.method === 'HEAD';

/** A response whose text has been read: however many share it, nobody waits for a stream again. */
class ReadResponse extends Response {
  constructor(
    private readonly read: string,
    like: Response,
  ) {
    super(read, like);
  }

  override text(): Promise<string> {
    return Promise.resolve(this.read);
  }

  override clone(): Response {
    return new ReadResponse(this.read, this);
  }
}

/** Gives up when there is no answer, or no end of a JSON body, within `milliseconds`. Files may take longer once they have begun. */
export function withTimeout(next: Send, milliseconds: number): Send {
  return async (request) => {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(new DOMException('No answer in time', 'TimeoutError')), milliseconds);
    try {
      const response = await next(new Request(request, { signal: AbortSignal.any([request.signal, controller.signal]) }));
      if (response.status === 204 || !response.headers.get('Content-Type')?.includes('json')) return response;
      // Not every browser takes a byte order mark away.
      return new ReadResponse((await response.text()).replace(/^\ufeff/, ''), response);
    } catch (cause) {
      controller.signal.throwIfAborted();
      request.signal.throwIfAborted();
      // Browsers differ in what they call a connection that broke off.
      throw new TypeError('No whole answer', { cause });
    } finally {
      clearTimeout(timer);
    }
  };
}

const passing = new Set([408, 425, 429, 500, 502, 503, 504]);
const longestWait = 30_000;

/** Spreads requests that were held back together, so that they do not come back all at once. */
const spread = () => Math.random() * 500;

/**
 * Repeats what may be repeated (safe requests, and those with an `Idempotency-Key`) at most twice after a passing fault,
 * with full jitter. `Retry-After` rules over the formula, holds back every request of this connection, and above 30 s is
 * left to the user.
 */
export function withRetry(next: Send, wait: (milliseconds: number, signal: AbortSignal) => Promise<void>): Send {
  let resumeAt = 0;
  return async (request) => {
    const repeatable = isSafe(request) || request.headers.has('Idempotency-Key');
    for (let attempt = 0; ; attempt++) {
      const held = resumeAt - Date.now();
      if (held > 0) await wait(held + spread(), request.signal);
      const copy = request.clone();
      let delay = Math.random() * Math.min(8000, 500 * 2 ** attempt);
      let response: Response | undefined;
      try {
        response = await next(copy);
        const outstanding = response.status === 409 && request.headers.has('Idempotency-Key') && (await isOutstanding(response));
        if (!passing.has(response.status) && !outstanding) return response;
        const asked = retryAfter(response);
        if (asked !== undefined) {
          if (asked * 1000 > longestWait) return response;
          resumeAt = Date.now() + asked * 1000;
          delay = asked * 1000 + spread();
        }
      } catch (error) {
        if (request.signal.aborted || !repeatable || attempt === 2) throw error;
      }
      if (response && (!repeatable || attempt === 2)) return response;
      await wait(delay, request.signal);
    }
  };
}

/** The first request with this idempotency key is still running: the one conflict that is repeated unchanged. */
async function isOutstanding(response: Response): Promise<boolean> {
  return (await response.clone().text()).includes('request-outstanding');
}

/** One request at a time for the same address: all who ask meanwhile get the same answer; it is aborted when the last has left. */
export function withSharing(next: Send): Send {
  const flights = new Map<string, { answer: Promise<Response>; controller: AbortController; users: number }>();
  return async (request) => {
    if (!isSafe(request)) return next(request);
    const { signal } = request;
    signal.throwIfAborted();
    const key = `${request.headers.get('Accept')} ${request.url}`;
    let flight = flights.get(key);
    if (!flight) {
      const controller = new AbortController();
      flight = { controller, users: 0, answer: next(new Request(request, { signal: controller.signal })) };
      flights.set(key, flight);
      const land = () => flights.get(key) === flight && flights.delete(key);
      flight.answer.then(land, land);
    }
    const mine = flight;
    mine.users++;
    return new Promise((resolve, reject) => {
      const leave = () => {
        if (--mine.users === 0) {
          flights.delete(key);
          mine.controller.abort(signal.reason);
        }
        reject(signal.reason as Error);
      };
      signal.addEventListener('abort', leave, { once: true });
      mine.answer.then((response) => resolve(response.clone()), reject).finally(() => signal.removeEventListener('abort', leave));
    });
  };
}

/** The credentials of every request of one connection. */
export interface Authorization {
  /** Gives the bearer token; called again with `expired` once a token is refused. Absent where the session is a cookie. */
  getToken?: (reason: 'first' | 'expired') => string | Promise<string>;
  refused: (status: 401 | 403, request: Request) => void;
  /** The token in use, the same for all requests. */
  token?: Promise<string> | undefined;
}

/** A server that sends people without a session to a page instead of saying 401. */
const isSignInPage = ({ redirected, headers }: Response) => redirected && !!headers.get('Content-Type')?.includes('html');

/** Adds the credentials. A refused token is renewed once for all requests, and each request is repeated once. */
export function withAuthorization(next: Send, authorization: Authorization): Send {
  const { getToken, refused } = authorization;
  const renew = (reason: 'first' | 'expired') => {
    const asked = Promise.resolve(reason).then(getToken);
    authorization.token = asked;
    // What the page could not give is asked for again by the next request.
    asked.catch(() => authorization.token === asked && (authorization.token = undefined));
    return asked;
  };
  const authorize = async (request: Request, bearer?: string) => {
    const headers = new Headers(request.headers);
    if (bearer) headers.set('Authorization', `Bearer ${bearer}`);
    else if (!isSafe(request)) headers.set('Portal-Request', '1');
    return next(new Request(request, { headers }));
  };
  return async (request) => {
    const used = getToken && (authorization.token ?? renew('first'));
    let response = await authorize(request.clone(), await used);
    if (response.status === 401 && getToken) {
      response = await authorize(request, await ((authorization.token !== used && authorization.token) || renew('expired')));
    }
    if (isSignInPage(response)) response = new Response(null, { status: 401 });
    if (response.status === 401 || response.status === 403) refused(response.status, request);
    return response;
  };
}
