/**
 * Builds what is published: dist/ (modules, types, the contract, data for editors and frameworks), custom-elements.json and cdn/.
 * Type errors fail the build but do not stop it, so that the other results can still be looked at.
 */
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { root, run } from './support/run.mjs';

const failures = [];

async function step(command, ...parameters) {
  const result = await run(command, parameters);
  if (!result.ok) failures.push(`${command} ${parameters.join(' ')}\n${result.output}`);
  return result.ok;
}

async function modules() {
  // Not the native compiler, which checks types: this one writes them.
  await step('node', 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json');
  await mkdir(join(root, 'dist/api'), { recursive: true });
  await copyFile(join(root, 'src/api/schema.d.ts'), join(root, 'dist/api/schema.d.ts'));
}

const contract = () => step('redocly', 'bundle', 'openapi/portal.yaml', '--output', 'dist/openapi.json');

async function manifest() {
  if (await step('cem', 'analyze', '--config', 'custom-elements-manifest.config.mjs', '--quiet'))
    await step('node', 'scripts/editor-data.mjs');
}

async function integrity() {
  const folder = join(root, 'cdn');
  const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const hash = async (file) =>
    `sha384-${createHash('sha384')
      .update(await readFile(file))
      .digest('base64')}`;
  const entries = await Promise.all(files.map(async (file) => [relative(folder, file), await hash(file)]));
  await writeFile(join(folder, 'sri.json'), `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);
}

async function bundles() {
  if (await step('rollup', '-c', '--silent')) await integrity();
}

const started = performance.now();
await Promise.all(['dist', 'cdn'].map((folder) => rm(join(root, folder), { recursive: true, force: true })));
await modules();
await Promise.all([bundles(), contract(), manifest()]);
for (const failure of failures) console.error(failure);
console.log(`${failures.length === 0 ? 'built' : 'failed'} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
process.exitCode = failures.length === 0 ? 0 : 1;
