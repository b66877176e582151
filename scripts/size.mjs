/** Measures what a page loads, from dist/ and cdn/, minified; fails over budget. Run `npm run build` first. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { elements } from './support/elements.mjs';
import { root } from './support/run.mjs';

const first = 'portal-invoices';
const page = ['portal-provider', 'portal-menu', first, 'portal-call-list', 'portal-dns-zones', 'portal-dns-records'];
const budget = {
  first: { brotli: 14_000, gzip: 20 * 1024 },
  further: { gzip: 5 * 1024 },
  page: { gzip: 45 * 1024 },
};

/** Leaves what is imported on demand out of a bundle, and notes it. */
const withoutLazy = (lazy) => ({
  name: 'without-lazy',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /./ }, async ({ kind, path, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined;
      lazy.add((await resolve(path, { kind: 'import-statement', resolveDir })).path);
      return { path, external: true };
    });
  },
});

const compressed = (bytes) => ({
  raw: bytes.length,
  gzip: gzipSync(bytes, { level: 9 }).length,
  brotli: brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length,
});

/** The size of the modules (paths in dist/) in one file with all that they import statically. */
async function bundle(modules) {
  const lazy = new Set();
  const { outputFiles } = await build({
    stdin: {
      contents: modules.map((module, index) => `export * as module${index} from './${module}';`).join('\n'),
      resolveDir: join(root, 'dist'),
    },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    conditions: ['default'],
    plugins: [withoutLazy(lazy)],
    write: false,
  });
  return { ...compressed(outputFiles[0].contents), lazy };
}

const minus = (whole, part) => Object.fromEntries(['raw', 'gzip', 'brotli'].map((name) => [name, whole[name] - part[name]]));
const define = (tag) => `define/${tag}.js`;
const inDist = (path) => path.slice(join(root, 'dist/').length);
const columns = [46, 10, 10, 10];
const over = [];

const line = (cells) =>
  console.log(cells.map((cell, index) => (index === 0 ? cell.padEnd(columns[0]) : cell.padStart(columns[index]))).join(''));

function row(name, size, limits = {}) {
  const exceeded = Object.entries(limits).filter(([unit, limit]) => size[unit] > limit);
  const note = Object.entries(limits).map(([unit, limit]) => `${unit} ≤ ${limit}`);
  line([name, ...['raw', 'gzip', 'brotli'].map((unit) => String(size[unit]))]);
  if (note.length > 0) console.log(`  ${exceeded.length > 0 ? 'OVER' : 'within'} ${note.join(', ')}`);
  over.push(...exceeded.map(([unit, limit]) => `${name}: ${size[unit]} bytes ${unit}, budget ${limit}`));
}

function heading(text) {
  console.log(`\n${text}`);
  line(['', 'raw', 'gzip', 'brotli']);
}

async function elementSizes() {
  const tags = elements().map(({ tag }) => tag);
  if (!tags.includes(first)) return console.log(`<${first}> is not there yet: nothing to compare the elements with.`);
  const base = await bundle([define(first)]);
  const lazy = new Map();
  const note = (tag, paths) => paths.forEach((path) => lazy.set(path, [...(lazy.get(path) ?? []), tag]));

  heading('First widget, with all it needs');
  row(first, base, budget.first);
  note(first, base.lazy);

  heading('Each further element, beyond the first');
  for (const tag of tags.filter((name) => name !== first)) {
    const both = await bundle([define(first), define(tag)]);
    row(tag, minus(both, base), budget.further);
    note(
      tag,
      [...both.lazy].filter((path) => !base.lazy.has(path)),
    );
  }

  heading('A page with menu, invoices, calls and DNS');
  const present = page.filter((tag) => tags.includes(tag));
  row(present.map((tag) => tag.replace('portal-', '')).join(', '), await bundle(present.map(define)), budget.page);

  heading('Loaded on demand, beyond the first widget');
  for (const [path, users] of [...lazy].sort()) {
    const module = inDist(path);
    if (module.startsWith('define/') || module.startsWith('i18n/')) continue;
    row(`${module} (${users.join(', ')})`, minus(await bundle([define(first), module]), base));
  }
}

async function languageSizes() {
  heading('Languages, by area');
  const folder = join(root, 'dist/i18n');
  const languages = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name } of languages) {
    for (const file of readdirSync(join(folder, name)).filter((entry) => entry.endsWith('.js'))) {
      row(`${name}/${file}`, await bundle([`i18n/${name}/${file}`]));
    }
  }
}

function bundleSizes() {
  heading('Script tag');
  for (const file of ['portal.js', 'portal-provide.js', 'portal.all.js']) row(file, compressed(readFileSync(join(root, 'cdn', file))));
}

if (!existsSync(join(root, 'dist/define')) || !existsSync(join(root, 'cdn/portal.js'))) {
  console.error('There is nothing to measure: run npm run build first.');
  process.exit(1);
}
await elementSizes();
await languageSizes();
bundleSizes();
console.log(over.length === 0 ? '\nAll within budget.' : `\nOver budget:\n${over.join('\n')}`);
process.exitCode = over.length === 0 ? 0 : 1;
