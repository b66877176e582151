import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { getResponse } from 'msw';
import { listInvoices } from '../../test/mocks/invoices.ts';
import { getSession } from '../../test/mocks/session.ts';

const mediaTypes = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
const handlers = [getSession(), listInvoices()];

async function file(folder, path) {
  const name = path === '/' ? '/index.html' : normalize(path);
  const body = await readFile(join(folder, name)).catch(() => undefined);
  return body
    ? new Response(body, { headers: { 'Content-Type': mediaTypes[extname(name)] ?? 'application/octet-stream' } })
    : new Response('', { status: 404 });
}

/** Serves a built page, and to its elements the answers that the tests use, which are typed by the contract; resolves once it listens. */
export async function serve(folder) {
  const server = createServer((incoming, outgoing) => {
    const url = new URL(incoming.url, `http://${incoming.headers.host}`);
    const isApi = url.pathname.startsWith('/api/');
    void (isApi ? getResponse(handlers, new Request(url, { headers: incoming.headers })) : file(folder, url.pathname))
      .then(async (response = new Response('', { status: 501 })) => {
        outgoing.writeHead(response.status, Object.fromEntries(response.headers));
        outgoing.end(Buffer.from(await response.arrayBuffer()));
      })
      .catch((error) => outgoing.destroy(error));
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
