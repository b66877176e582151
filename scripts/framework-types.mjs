/**
 * Compiles test/types/<framework>/ with each framework's own checker against what is published in dist/: right tags pass, each
 * wrong one is refused. Run `npm run build` first.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { limiter, root, run } from './support/run.mjs';

const folder = 'test/types';
const atOnce = limiter(2);

const wrong = 'Wrong.svelte';

/** Svelte's templates have no way to expect an error: each line of the wrong ones that begins with a tag is one. */
async function svelte(path) {
  const { output } = await run('svelte-check', ['--tsconfig', './tsconfig.json', '--output', 'machine-verbose'], { cwd: join(root, path) });
  const found = [...output.matchAll(/^\d+ (\{.*\})$/gm)].map(([, message]) => JSON.parse(message)).filter(({ type }) => type === 'ERROR');
  const lines = readFileSync(join(root, path, wrong), 'utf8').split('\n');
  const expected = lines.flatMap((line, index) => (line.startsWith('<portal-') ? [index] : []));
  const missing = expected.filter((line) => !found.some(({ filename, start }) => filename === wrong && start.line === line));
  const unexpected = found.filter(({ filename, start }) => filename !== wrong || !expected.includes(start.line));
  const faults = [
    ...missing.map((line) => `${path}/${wrong}:${line + 1} is accepted: ${lines[line]}`),
    ...unexpected.map(({ filename, start, message }) => `${path}/${filename}:${start.line + 1} ${message}`),
    ...(/COMPLETED \d+ FILES/.test(output) ? [] : [output]),
  ];
  return { ok: faults.length === 0, output: `${faults.join('\n')}\n` };
}

const checkers = { vue: (path) => run('vue-tsc', ['-p', path]), svelte };
const checker = (name) => checkers[name] ?? ((path) => run('node', [join(root, 'node_modules/typescript/bin/tsc'), '-p', path]));

if (!existsSync(join(root, 'dist/frameworks/elements.d.ts'))) {
  console.error('There is nothing to check: run npm run build first.');
  process.exit(1);
}

const names = readdirSync(join(root, folder), { withFileTypes: true }).filter((entry) => entry.isDirectory());
const results = await Promise.all(
  names.map(({ name }) =>
    atOnce(async () => {
      const started = performance.now();
      const { ok, output } = await checker(name)(`${folder}/${name}`);
      console.log(`${ok ? 'ok    ' : 'failed'}  ${name}  ${((performance.now() - started) / 1000).toFixed(1)} s`);
      if (!ok) console.log(output);
      return ok;
    }),
  ),
);

const failed = results.filter((ok) => !ok).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
