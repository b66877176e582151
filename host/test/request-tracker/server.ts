import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after } from 'node:test';

/** The server that `npm run test:rt` has started, with what its seed has made. */
export interface GivenServer {
  url: string;
  groups: Record<'acme' | 'globex', number>;
  tickets: Record<string, number>;
  tokens: Record<'portal' | 'agent' | 'owner', string>;
  privateFile: number;
}

export const given = JSON.parse(process.env['PORTAL_TEST_REQUEST_TRACKER']!) as GivenServer;

/** Does something in Request Tracker as one of the company's people, or with another token. */
export async function inTracker(method: string, path: string, body?: object, token = given.tokens.agent): Promise<unknown> {
  const response = await fetch(`${given.url}/REST/2.0/${path}`, {
    method,
    headers: { authorization: `token ${token}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return await response.json();
}

/** What stands between the host and Request Tracker, and can keep them apart. */
export interface Between {
  url: string;
  /** Requests that have come, with method and path. */
  asked: string[];
  /** All that was in the addresses of requests. */
  addresses: string[];
  /** `cut` ends every connection; `silent` hands on what is written and withholds the answer, once. */
  mode: 'open' | 'cut' | 'silent';
}

export async function standBetween(): Promise<Between> {
  const between: Between = { url: '', asked: [], addresses: [], mode: 'open' };
  const server = createServer((incoming, outgoing) => pass(between, incoming, outgoing)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  between.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return between;
}

function pass(between: Between, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method = 'GET', url = '/', headers } = incoming;
  between.asked.push(`${method} ${url.split('?')[0]!.replace('/REST/2.0/', '')}`);
  between.addresses.push(url);
  if (between.mode === 'cut') return void incoming.socket.destroy();
  const target = new URL(url, given.url);
  const onward = ask(target, { method, headers: { ...headers, host: target.host } }, (answer) => {
    if (between.mode === 'silent' && method === 'POST') {
      between.mode = 'open';
      answer.resume().on('end', () => incoming.socket.destroy());
      return;
    }
    outgoing.writeHead(answer.statusCode!, answer.headers);
    answer.pipe(outgoing);
  });
  onward.on('error', () => incoming.socket.destroy());
  incoming.pipe(onward);
}
