/**
 * Measures what a page loads, from dist/ and cdn/, minified; fails over budget.
 * `npm run size -- portal-invoices` lists the modules in an element instead. Run `npm run build` first.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { rollup } from 'rollup';
import { elements } from './support/elements.mjs';
import { limiter, root } from './support/run.mjs';
import { tightenTemplates } from './support/tighten-templates.mjs';
import { decorateModule, resolve, shrink, tighten } from '../rollup.config.mjs';

const first = 'portal-invoices';
const pages = {
  'A page with menu, invoices, calls and DNS': [
    'portal-provider',
    'portal-menu',
    first,
    'portal-call-list',
    'portal-dns-zones',
    'portal-dns-records',
  ],
  'A page with all of billing': elements()
    .filter(({ permission }) => permission?.startsWith('billing.'))
    .map(({ tag }) => tag),
};
/** What a list asks for together with its first rows: toolbar, pager, messages, dialogs. */
const tools = 'ui/lists/list-toolbar.js';
const budget = {
  first: { gzip: 19_414, brotli: 17_467 },
  further: { gzip: 5 * 1024 },
  page: { gzip: 45 * 1024 },
  files: { gzip: 22_000, brotli: 19_700 },
};

/** Bytes of brotli that arrive in one round trip on a fresh connection: what the first widget aims at. */
const aim = 14_000;

const inDist = (module) => join(root, 'dist', module);

const compressed = (bytes) => ({
  raw: bytes.length,
  gzip: gzipSync(bytes, { level: 9 }).length,
  brotli: brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length,
});

const entry = 'portal-elements:measured';
const source = (modules) => modules.map((module, index) => `export * as module${index} from '${inDist(module)}';`).join('\n');

/** The size of some modules as the script tag's files are made. */
async function measureAsBuilt(modules) {
  const measured = {
    name: 'measured',
    resolveId: (id) => (id === entry ? id : undefined),
    load: (id) => (id === entry ? source(modules) : undefined),
    resolveDynamicImport: (specifier) => ({ id: `lazy:${specifier}`, external: true }),
  };
  const bundle = await rollup({ input: entry, plugins: [measured, resolve, tighten, shrink] });
  const { output } = await bundle.generate({ format: 'es' });
  await bundle.close();
  return compressed(Buffer.from(output[0].code));
}

const atOnce = limiter(2);
const contents = new Map();

/** Leaves out what is imported on demand, and notes it; reads modules as the script tag's files are made of them. */
const measured = (lazy) => ({
  name: 'measured',
  setup(to) {
    to.onResolve({ filter: /^\./ }, ({ kind, path, importer }) => {
      if (kind !== 'dynamic-import') return undefined;
      lazy.add(join(dirname(importer), path));
      return { path: `lazy:${path}`, external: true };
    });
    to.onResolve({ filter: /^tslib$/ }, () => ({ path: 'tslib', namespace: 'decorate' }));
    to.onLoad({ filter: /./, namespace: 'decorate' }, () => ({ contents: decorateModule.load(decorateModule.resolveId('tslib')) }));
    to.onLoad({ filter: /\/dist\/.*\.js$/ }, ({ path }) => {
      if (path.includes('/node_modules/')) return undefined;
      if (!contents.has(path)) contents.set(path, tightenTemplates(readFileSync(path, 'utf8')));
      return { contents: contents.get(path) };
    });
  },
});

/** The size of some modules in one file with all that they import statically, and what they import on demand; nearly as they are built, and much faster. */
const measure = (modules) =>
  atOnce(async () => {
    const lazy = new Set();
    const { outputFiles } = await build({
      stdin: { contents: source(modules), resolveDir: root },
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      legalComments: 'none',
      write: false,
      plugins: [measured(lazy)],
    });
    return { ...compressed(Buffer.from(outputFiles[0].contents)), lazy };
  });

/** Measures each item, given the modules it stands for; shows the sizes in the order of the items. */
async function measureEach(items, modulesOf, show) {
  const sizes = await Promise.all(items.map((item) => measure(modulesOf(item))));
  items.forEach((item, index) => show(item, sizes[index]));
}

/** The modules in an element, biggest first, with their minified bytes. */
async function listModules(tag) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [`dist/${define(tag)}`],
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    outdir: 'size',
    write: false,
    metafile: true,
  });
  const outputs = Object.entries(metafile.outputs);
  const [main] = outputs.find(([, { entryPoint }]) => entryPoint === `dist/${define(tag)}`);
  const needed = new Set([main]);
  for (const name of needed) {
    for (const { kind, path } of metafile.outputs[name].imports) if (kind === 'import-statement') needed.add(path);
  }
  const sizes = [...needed].flatMap((name) => Object.entries(metafile.outputs[name].inputs));
  for (const [path, { bytesInOutput }] of sizes.sort(([, one], [, other]) => other.bytesInOutput - one.bytesInOutput)) {
    if (bytesInOutput > 0) console.log(String(bytesInOutput).padStart(7), path);
  }
}

const units = ['raw', 'gzip', 'brotli'];
const minus = (whole, part) => Object.fromEntries(units.map((unit) => [unit, whole[unit] - part[unit]]));
const plus = (one, other) => Object.fromEntries(units.map((unit) => [unit, one[unit] + other[unit]]));
const define = (tag) => `define/${tag}.js`;
const columns = [46, 10, 10, 10];
const over = [];

const line = (cells) =>
  console.log(cells.map((cell, index) => (index === 0 ? cell.padEnd(columns[0]) : cell.padStart(columns[index]))).join(''));

function row(name, size, limits = {}) {
  const exceeded = Object.entries(limits).filter(([unit, limit]) => size[unit] > limit);
  const note = Object.entries(limits).map(([unit, limit]) => `${unit} ≤ ${limit}`);
  line([name, ...units.map((unit) => String(size[unit]))]);
  if (note.length > 0) console.log(`  ${exceeded.length > 0 ? 'OVER' : 'within'} ${note.join(', ')}`);
  over.push(...exceeded.map(([unit, limit]) => `${name}: ${size[unit]} bytes ${unit}, budget ${limit}`));
}

function heading(text) {
  console.log(`\n${text}`);
  line(['', ...units]);
}

async function elementSizes() {
  const tags = elements().map(({ tag }) => tag);
  if (!tags.includes(first)) return console.log(`<${first}> is not there yet: nothing to compare the elements with.`);
  const base = await measure([define(first), tools]);
  const lazy = new Map();
  const note = (tag, paths) => paths.forEach((path) => lazy.set(path, [...(lazy.get(path) ?? []), tag]));

  heading('First widget, with all it needs');
  const firstRows = await measureAsBuilt([define(first)]);
  row(`${first}: first rows`, firstRows, budget.first);
  console.log(`  aim: brotli ≤ ${aim}, ${firstRows.brotli > aim ? `missed by ${firstRows.brotli - aim}` : 'reached'}`);
  row('with toolbar, pager, messages beside them', await measureAsBuilt([define(first), tools]));
  note(first, base.lazy);

  heading('Each further element, beyond what the first has loaded');
  await measureEach(
    tags.filter((tag) => tag !== first),
    (tag) => [define(first), tools, define(tag)],
    (tag, both) => {
      row(tag, minus(both, base), budget.further);
      note(
        tag,
        [...both.lazy].filter((path) => !base.lazy.has(path)),
      );
    },
  );

  for (const [name, page] of Object.entries(pages)) {
    heading(name);
    const present = page.filter((tag) => tags.includes(tag));
    console.log(`  ${present.map((tag) => tag.replace('portal-', '')).join(', ')}`);
    row('all of them', await measureAsBuilt([...present.map(define), tools]), budget.page);
  }

  heading('Loaded on demand, beyond the first widget');
  await measureEach(
    [...lazy.keys()].map((path) => relative(inDist(''), path)).filter((module) => !/^define\/|\/texts\//.test(module)),
    (module) => [define(first), tools, module],
    (module, both) => row(`${module} (${lazy.get(inDist(module)).join(', ')})`, minus(both, base)),
  );
}

async function languageSizes() {
  heading('Languages, by catalogue');
  const isLanguage = /\/texts\/[\w-]+\.\w+\.js$/;
  const files = readdirSync(inDist(''), { recursive: true }).filter((file) => isLanguage.test(file));
  await measureEach(
    files.sort(),
    (file) => [file],
    (file, size) => row(file, size),
  );
}

/** The files in cdn/chunks/ that an element needs for its first rows. */
function filesOf(tag) {
  const folder = join(root, 'cdn/chunks');
  const names = new Set(readdirSync(folder).filter((name) => name.replace(/-.{8}\.js$/, '') === tag));
  const files = [];
  for (const name of names) {
    files.push(readFileSync(join(folder, name)));
    for (const [, imported] of files
      .at(-1)
      .toString()
      .matchAll(/(?:from|import)"\.\/([^"]+)"/g))
      names.add(imported);
  }
  return files.map(compressed);
}

function bundleSizes() {
  heading('Script tag');
  for (const file of ['portal.js', 'portal-provide.js', 'portal.all.js']) row(file, compressed(readFileSync(join(root, 'cdn', file))));
  const files = filesOf(first);
  row(`${first}: first rows, ${files.length} files`, files.reduce(plus), budget.files);
}

if (!existsSync(join(root, 'dist/define')) || !existsSync(join(root, 'cdn/portal.js'))) {
  console.error('There is nothing to measure: run npm run build first.');
  process.exit(1);
}
if (process.argv[2]) {
  await listModules(process.argv[2]);
  process.exit();
}
await elementSizes();
await languageSizes();
bundleSizes();
console.log(over.length === 0 ? '\nAll within budget.' : `\nOver budget:\n${over.join('\n')}`);
process.exitCode = over.length === 0 ? 0 : 1;
