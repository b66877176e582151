import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../scripts/support/run.mjs';
import { tightenTemplates } from '../scripts/support/tighten-templates.mjs';
import { answer } from './data.mjs';
import { benchPage, sitePage, strictPolicy } from './pages.mjs';

const measuredTags = ['portal-provider', 'portal-invoices', 'portal-call-list'];

/** Tags that are measured, of those there are. */
export const tags = measuredTags.filter((tag) => existsSync(join(root, `src/define/${tag}.ts`)));

/** As the script tag's files are made. */
const tighten = {
  name: 'tighten',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/src\/.*\.ts$/ }, async ({ path }) => ({ contents: tightenTemplates(await readFile(path, 'utf8')), loader: 'ts' })),
};

/** The library as a page loads it, minified, and the code of the measured pages: path → bytes. */
async function scripts() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['bench/page/bench.js', ...tags.map((tag) => `src/define/${tag}.ts`)],
    entryNames: '[name]',
    chunkNames: 'chunks/[name]-[hash]',
    outdir: '/',
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    // package.json names the published files that have side effects, not their sources.
    ignoreAnnotations: true,
    write: false,
    plugins: [tighten],
  });
  return new Map(outputFiles.map(({ path, contents }) => [path, contents]));
}

/**
 * Serves, on 127.0.0.1, the measured pages, their scripts, and `/api/v1` with 1,000 records and 50 ms of network.
 * `requests` notes what the API was asked for.
 */
export async function startServer() {
  const files = await scripts();
  const requests = [];
  const send = (response, type, body, headers = {}) =>
    response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store', ...headers }).end(body);

  const server = http.createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://127.0.0.1');
    if (files.has(pathname)) return send(response, 'text/javascript', files.get(pathname));
    if (pathname === '/bench') return send(response, 'text/html', benchPage(tags));
    if (pathname === '/site') {
      const headers = searchParams.has('strict') ? { 'Content-Security-Policy': strictPolicy(`http://${request.headers.host}`) } : {};
      return send(response, 'text/html', sitePage(searchParams), headers);
    }
    if (pathname.startsWith('/api/v1')) {
      requests.push(request.url);
      const body = answer(request.url);
      if (body) return setTimeout(() => send(response, 'application/json', JSON.stringify(body)), 50);
    }
    return response.writeHead(404).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${server.address().port}`, requests, close: () => server.close() };
}
