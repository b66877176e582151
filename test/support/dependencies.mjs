import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const directives = ['guard', 'if-defined', 'keyed', 'live', 'ref', 'repeat'].map((name) => `lit/directives/${name}.js`);
const packages = [
  ...['lit', ...directives, '@lit/context', '@lit/task', 'openapi-fetch', 'ibantools', 'uqr', 'uplot', 'tslib'],
  ...['@open-wc/testing', 'msw', 'openapi-msw', 'fast-check'],
];
const folder = '/dependencies/';
const nameOf = (specifier) => specifier.replace(/\.js$/, '').replace(/[@/]/g, '_');

/**
 * A plugin of Web Test Runner: packages are a few files, and not one for each of their modules, of which there are 330 behind each test
 * file. All are bundled together, so that there is one Lit.
 */
export function bundledDependencies() {
  const files = new Map();
  return {
    name: 'bundled-dependencies',
    async serverStart() {
      const { outputFiles } = await build({
        absWorkingDir: root,
        entryPoints: packages.map((specifier) => ({ in: specifier, out: nameOf(specifier) })),
        bundle: true,
        splitting: true,
        format: 'esm',
        target: 'es2022',
        conditions: ['browser'],
        legalComments: 'none',
        outdir: folder.slice(1, -1),
        write: false,
      });
      for (const { path, text } of outputFiles) files.set(`/${relative(root, path)}`, text);
    },
    resolveImport({ source, context }) {
      if (packages.includes(source)) return `${folder}${nameOf(source)}.js`;
      if (/^[./]|^\w+:/.test(source) || context.path.startsWith('/node_modules/')) return undefined;
      throw new Error(`Name ${source} in test/support/dependencies.mjs: alone it would come with a second copy of what the others need.`);
    },
    serve: ({ path }) => (files.has(path) ? { body: files.get(path), type: 'js' } : undefined),
  };
}
