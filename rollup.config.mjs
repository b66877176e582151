import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { tightenTemplates } from './scripts/support/tighten-templates.mjs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const everything = 'portal-elements:everything';

/** The classes, and every tag defined. */
const everythingModule = {
  name: 'everything',
  resolveId: (id) => (id === everything ? id : undefined),
  load(id) {
    if (id !== everything) return undefined;
    const definitions = readdirSync('dist/define').filter((file) => file.endsWith('.js'));
    const folder = join(process.cwd(), 'dist');
    return [
      `export * from ${JSON.stringify(join(folder, 'index.js'))};`,
      ...definitions.map((file) => `import ${JSON.stringify(join(folder, 'define', file))};`),
    ].join('\n');
  },
};

function packageFolder(file) {
  if (!file.includes('/node_modules/')) return undefined;
  let folder = dirname(file);
  while (!existsSync(join(folder, 'LICENSE')) && !existsSync(join(folder, 'LICENSE.txt'))) folder = dirname(folder);
  return folder;
}

/** Keeps the licences of what is bundled beside the bundle instead of inside it. */
const licences = {
  name: 'licences',
  generateBundle() {
    const folders = [...new Set([...this.getModuleIds()].map(packageFolder).filter(Boolean))];
    const texts = folders.map((folder) => {
      const { name, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      const file = ['LICENSE', 'LICENSE.txt'].map((candidate) => join(folder, candidate)).find(existsSync);
      return `${name} (${license})\n\n${readFileSync(file, 'utf8').trim()}\n`;
    });
    this.emitFile({ type: 'asset', fileName: 'licences.txt', source: texts.sort().join(`\n${'-'.repeat(80)}\n\n`) });
  },
};

export const tighten = {
  name: 'tighten',
  transform: (code, id) => (id.includes('/node_modules/') ? undefined : { code: tightenTemplates(code), map: null }),
};

const decorate = 'portal-elements:decorate';

/** All that TypeScript's `__decorate` has to do for the one kind of decorator there is here (`core/property.ts`); tslib's does it for every kind. */
export const decorateModule = {
  name: 'decorate',
  resolveId: (id) => (id === 'tslib' ? decorate : undefined),
  load: (id) =>
    id === decorate ? 'export const __decorate = (decorators, target, key) => decorators.forEach((each) => each(target, key));' : undefined,
};

export const resolve = [decorateModule, nodeResolve({ exportConditions: ['default'] })];
export const shrink = terser({ ecma: 2022, module: true, compress: { passes: 2 }, format: { comments: /^!/ } });

/** A module with all that it imports at once, however deep. */
function withImports(module, getModuleInfo) {
  const found = new Set([module]);
  for (const id of found) for (const imported of getModuleInfo(id).importedIds) found.add(imported);
  return found;
}

/** Of the elements. With less, pages load what they do not need; with more, small files that many need are loaded one by one. */
const share = 0.45;

/**
 * Puts what this share of the elements needs into one file, so that a page asks for few. `experimentalMinChunkSize` is no
 * way to that: it puts together what is small, not what is needed together, such as Lit and texts in Arabic.
 */
function coreFile() {
  let needed;
  return (id, { getModuleIds, getModuleInfo }) => {
    needed ??= [...getModuleIds()].filter((each) => each.includes('/dist/define/')).map((each) => withImports(each, getModuleInfo));
    return needed.filter((modules) => modules.has(id)).length >= needed.length * share ? 'core' : undefined;
  };
}

const plugins = [everythingModule, resolve, tighten, shrink];

const output = {
  dir: 'cdn',
  format: 'es',
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name]-[hash].js',
  banner: (chunk) => (chunk.isEntry ? `/*! Portal Elements ${version}, MIT; contains Lit, BSD-3-Clause; see licences.txt */` : ''),
};

export default [
  { input: { portal: 'dist/autoload.js' }, plugins, output: { ...output, manualChunks: coreFile() } },
  { input: { 'portal-provide': 'dist/context/provide.js' }, plugins, output },
  { input: { 'portal.all': everything }, plugins: [...plugins, licences], output: { ...output, inlineDynamicImports: true } },
];
