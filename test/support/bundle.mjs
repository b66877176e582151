import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = '/bundle/';

/** The runner looks for a source map beside its file. */
const withMap = (path, text) => (path.endsWith('.js') ? `${text}//# sourceMappingURL=${basename(path)}.map\n` : text);

/**
 * A plugin of Web Test Runner: all test files are bundled together, with what several of them use, or what is loaded later, in files
 * of its own, as in what is published. A page would otherwise ask for hundreds of modules. `/modules.json` says where each module is that
 * is loaded later, such as `src/services/edit-panel.ts`, and which English texts are in a file (`test/support/modules.ts`).
 */
export function bundle(tests) {
  let bundled;
  let watcher;

  async function make() {
    const { outputFiles, metafile } = await build({
      absWorkingDir: root,
      entryPoints: tests,
      outbase: 'test',
      outdir: `.${folder}`,
      publicPath: folder,
      bundle: true,
      splitting: true,
      format: 'esm',
      target: 'es2022',
      conditions: ['browser'],
      legalComments: 'none',
      sourcemap: 'external',
      metafile: true,
      write: false,
      logLevel: 'warning',
    });
    const inputs = Object.keys(metafile.inputs).filter((file) => !file.startsWith('node_modules/'));
    watcher?.add(inputs.map((file) => join(root, file)));
    const files = new Map(outputFiles.map(({ path, text }) => [`/${relative(root, path)}`, withMap(path, text)]));
    const outputs = Object.entries(metafile.outputs);
    const modules = Object.fromEntries(outputs.flatMap(([path, { entryPoint }]) => (entryPoint ? [[entryPoint, `/${path}`]] : [])));
    const englishTexts = (inputs) => Object.keys(inputs).filter((file) => /\/texts\/[^/]+\.en\.ts$/.test(file));
    const texts = Object.fromEntries(
      outputs.map(([path, { inputs }]) => [`/${path}`, englishTexts(inputs)]).filter(([, english]) => english.length > 0),
    );
    return { files, modules, texts };
  }

  return {
    name: 'bundle',
    async serverStart({ config, fileWatcher }) {
      if (!config.disableFileWatcher) {
        watcher = fileWatcher;
        watcher.on('all', () => (bundled = undefined));
      }
      await (bundled = make());
    },
    async serve({ path }) {
      if (!path.startsWith(folder) && !path.startsWith('/test/') && path !== '/modules.json') return undefined;
      const { files, modules, texts } = await (bundled ??= make());
      if (path === '/modules.json') return { body: JSON.stringify({ modules, texts }), type: 'json' };
      const file = path.startsWith(folder) ? path : (modules[path.slice(1)] ?? path.replace('/test/', folder));
      return files.has(file) ? { body: files.get(file), type: file.endsWith('.map') ? 'json' : 'js' } : undefined;
    },
    // A test file is another one when anything in it has changed.
    transform: ({ path }) => (path.startsWith('/test/') ? { transformCache: false } : undefined),
  };
}
