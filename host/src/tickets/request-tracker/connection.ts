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

/** The way to REST 2. What comes back is what `shape` lets through. */
export interface Connection {
  ask<Shape extends z.ZodType>(path: string, shape: Shape, question?: Question): Promise<z.infer<Shape>>;
  /** Sends something; resolves with the path of what has been made. */
  send(path: string, question: Question): Promise<string | undefined>;
  /** The clock of the server as of its last answer. */
  readonly clock: number;
}

const hasNotArrived = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

export function connect({ url, token, patience }: Pick<RequestTrackerSettings, 'url' | 'token' | 'patience'>): Connection {
  let clock = Date.now();

  async function exchange(path: string, { method = 'GET', parameters = [], body, withFiles = false }: Question) {
    const about = `Request Tracker: ${method} ${path}`;
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
          accept: 'application/json',
          ...(body && !isForm && { 'content-type': 'application/json; charset=utf-8' }),
        },
        redirect: 'manual',
        signal: AbortSignal.timeout(withFiles ? patience.file : patience.answer),
        ...(body && { body: isForm ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      clock = Date.parse(response.headers.get('date') ?? '') || Date.now();
      return { response, text, about };
    } catch (error) {
      throw new Unreachable(`${about}: ${(error as Error).name}`, !hasNotArrived.has(codeOf(error)));
    }
  }

  async function answer(path: string, question: Question) {
    const exchanged = await exchange(path, question);
    const { response, text, about } = exchanged;
    const { status } = response;
    if (status >= 200 && status < 300) return exchanged;
    // Whoever is not signed in is sent to the page for that.
    if (status === 401 || (status >= 300 && status < 400)) throw new Unreachable(`${about}: the token was not taken (${status})`, false);
    // One record that cannot be read is no reason to take the whole for away.
    const isOfRecord = status === 500 && (question.method ?? 'GET') === 'GET';
    if (status >= 500 && !isOfRecord) throw new Unreachable(`${about}: ${status}`, true);
    throw new Refused(status, `${about}: ${status} ${text.slice(0, 300)}`);
  }

  return {
    async ask(path, shape, question = {}) {
      const { text, about } = await answer(path, question);
      const { data, error } = shape.safeParse(parse(text));
      if (error) throw new Unreachable(`${about}: the answer is not understood (${error.issues.map((issue) => issue.path.join('.')).join(', ')})`, true); // prettier-ignore
      return data;
    },
    async send(path, question) {
      const { response } = await answer(path, { method: 'POST', ...question });
      return response.headers.get('location')?.split('/REST/2.0/').pop()?.replace(/^\//, '');
    },
    get clock() {
      return clock;
    },
  };
}

function codeOf(error: unknown): string {
  const { cause } = error as { cause?: { code?: unknown } };
  return String(cause?.code ?? '');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
