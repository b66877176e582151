import createClient, { type Client } from 'openapi-fetch';
import { unchecked } from './answers.js';
import type { paths } from './schema.js';
import { withAuthorization, withRetry, withSharing, withTimeout, type Authorization, type Send } from './transport.js';

/** The way to the company's back end. Replace the object to change anything; it is never read again once used. */
export interface ConnectionOptions {
  /** The address at which the contract's paths begin, e.g. `/api/v1` or `https://portal.example.com/api/v1`. */
  baseUrl: string;
  /**
   * Gives a bearer token for a back end on another origin; called once, and again with `expired` when a token is refused.
   * Leave it out where the session is a cookie. Tokens never belong into attributes or addresses.
   */
  getToken?: (reason: 'first' | 'expired') => string | Promise<string>;
  /** Milliseconds to wait for an answer; 15,000 unless told. */
  timeout?: number;
  /** Replaces the browser's `fetch`, e.g. to count or to mock requests. */
  fetch?: Send;
}

/** Typed by the contract; of answers with several media types it takes the JSON one. */
export type Api = Client<paths, 'application/json'>;

/** `changed`: records under `path` have changed. `refused`: a request met 401 or 403. `mended`: an answer that is shown was not what the contract says. */
export type ConnectionEvent = { type: 'changed'; path: string } | { type: 'refused'; status: 401 | 403 } | { type: 'mended' };

type Listener = (event: ConnectionEvent) => void;

/** The requests of `Api` by method, whatever their types. */
type Methods = Record<string, (path: string, init?: { parseAs?: string }) => Promise<{ data?: unknown; error?: unknown }>>;

const wait = (milliseconds: number, signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => (clearTimeout(timer), reject(signal.reason as Error)), { once: true });
  });

/** The typed client of one back end, shared by every element that was given the same options. */
export class Connection {
  readonly api: Api;
  /** Shared with what is sent beside `api`, as files are. */
  readonly authorization: Authorization;
  readonly #listeners = new Set<Listener>();

  constructor(options: ConnectionOptions) {
    // Read at call time, so that a page that replaces `fetch` later is respected.
    const browser: Send = (request) => fetch(request);
    const credentials = options.getToken ? 'omit' : 'include';
    const refused = (status: 401 | 403, request: Request) => {
      const signingIn = request.method === 'POST' && new URL(request.url).pathname.endsWith('/session');
      if (!signingIn) this.#emit({ type: 'refused', status });
    };
    this.authorization = { getToken: options.getToken, refused };
    const timed = withTimeout(options.fetch ?? browser, options.timeout ?? 15_000);
    const send = withSharing(withAuthorization(withRetry(timed, wait), this.authorization));
    this.api = createClient<paths, 'application/json'>({ baseUrl: options.baseUrl, credentials, fetch: send });
    for (const method of ['GET', 'PUT', 'POST', 'DELETE', 'PATCH']) this.#compare(this.api as unknown as Methods, method);
  }

  /** Has every answer compared with the contract; one that is no object at all is none. */
  #compare(api: Methods, method: string): void {
    const ask = api[method]!;
    api[method] = async (path, init) => {
      const answer = await ask(path, init);
      const { error, data = error } = answer;
      if (init?.parseAs || data === undefined) return answer;
      if (Object(data) !== data || Array.isArray(data)) delete answer.data;
      else
        unchecked.push({
          data: data as object,
          operation: `${method} ${path}`,
          failed: !!error,
          mended: () => this.#emit({ type: 'mended' }),
        });
      return answer;
    };
  }

  /** Tells everyone that shows records under `path` (such as `/invoices`) to load them again. */
  changed(path: string): void {
    this.#emit({ type: 'changed', path });
  }

  /** Calls `listener` on every event until the returned function is called. */
  listen(listener: Listener): () => void {
    if (this.#listeners.size === 0) {
      addEventListener('online', this.#revive);
      addEventListener('pageshow', this.#revive);
    }
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      removeEventListener('online', this.#revive);
      removeEventListener('pageshow', this.#revive);
    };
  }

  /** Back online, or back from the back-forward cache: what is shown may be old. */
  #revive = (event: Event) => {
    if (event.type === 'online' || (event as PageTransitionEvent).persisted) this.changed('');
  };

  #emit(event: ConnectionEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }
}

const connections = new WeakMap<ConnectionOptions, Connection>();

/** The connection for these options: the same for the same object. */
export function connect(options: ConnectionOptions): Connection {
  let connection = connections.get(options);
  if (!connection) connections.set(options, (connection = new Connection(options)));
  return connection;
}
