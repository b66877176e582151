import type { z } from 'zod';
import type { RequestTrackerSettings } from './settings.js';

/** Request Tracker has given no answer that can be used. */
export class Unreachable extends Error {
  constructor(
    message: string,
    /** What was sent may have been stored. */
    readonly mayHaveArrived: boolean,
  ) {
    super(message);
  }
}

/** Request Tracker has refused what was asked. Its words are for the log alone: they name paths of the server. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

interface Question {
  method?: 'GET' | 'POST' | 'PUT';
  parameters?: readonly (readonly [string, string])[];
  body?: object | FormData;
  /** Files take longer. */
  withFiles?: boolean;
}

const hasNotArrived = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

/** The way to REST 2. */
export class Connection {
  /** The clock of the server, as of its last answer. */
  clock = Date.now();
  readonly #settings: Pick<RequestTrackerSettings, 'url' | 'token' | 'timeouts'>;

  constructor(settings: Pick<RequestTrackerSettings, 'url' | 'token' | 'timeouts'>) {
    this.#settings = settings;
  }

  /** Asks; what comes back is what `shape` lets through. */
  async ask<Shape extends z.ZodType>(path: string, shape: Shape, question: Question = {}): Promise<z.infer<Shape>> {
    const { text, about } = await this.#answer(path, question);
    const { data, error } = shape.safeParse(parse(text));
    if (!error) return data;
    const places = error.issues.map((issue) => issue.path.join('.')).join(', ');
    throw new Unreachable(`${about}: the answer is not understood (${places})`, true);
  }

  /** Sends something; resolves with the path of what has been made. */
  async send(path: string, question: Question): Promise<string | undefined> {
    const { response } = await this.#answer(path, { method: 'POST', ...question });
    return response.headers.get('location')?.split('/REST/2.0/').pop()?.replace(/^\//, '');
  }

  async #answer(path: string, question: Question) {
    const { method = 'GET' } = question;
    const about = `Request Tracker: ${method} ${path}`;
    const { response, text } = await this.#exchange(about, path, question);
    const { status } = response;
    if (status >= 200 && status < 300) return { response, text, about };
    // Whoever is not signed in is sent to the page for that.
    if (status === 401 || (status >= 300 && status < 400)) throw new Unreachable(`${about}: the token was not taken (${status})`, false);
    // One record that cannot be read is no reason to take the whole for away.
    if (status >= 500 && !(status === 500 && method === 'GET')) throw new Unreachable(`${about}: ${status}`, true);
    throw new Refused(status, `${about}: ${status} ${text.slice(0, 300)}`);
  }

  async #exchange(about: string, path: string, { method = 'GET', parameters = [], body, withFiles = false }: Question) {
    const { url, token, timeouts } = this.#settings;
    const address = new URL(`${url}/REST/2.0/${path}`);
    for (const [name, value] of parameters) address.searchParams.append(name, value);
    const isForm = body instanceof FormData;
    try {
      const response = await fetch(address, {
        method,
        // The token is nowhere else: addresses are logged by web servers on the way. Without the name of a browser a refusal is 401.
        headers: {
          authorization: `token ${token}`,
          'user-agent': 'portal-elements-host',
          // One that is kept keeps one of few workers of Request Tracker from everybody, this host included.
          connection: 'close',
          accept: 'application/json',
          ...(body && !isForm && { 'content-type': 'application/json; charset=utf-8' }),
        },
        redirect: 'manual',
        signal: AbortSignal.timeout(withFiles ? timeouts.file : timeouts.answer),
        ...(body && { body: isForm ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      this.clock = Date.parse(response.headers.get('date') ?? '') || Date.now();
      return { response, text };
    } catch (error) {
      throw new Unreachable(`${about}: ${(error as Error).name}`, !hasNotArrived.has(codeOf(error)));
    }
  }
}

const codeOf = (error: unknown): string => (error as { cause?: { code?: string } }).cause?.code ?? '';

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
