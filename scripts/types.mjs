/** Checks the types of library, tests, host and templates, by the native compiler; the project of some folders only: `node scripts/types.mjs host`. */
import { join } from 'node:path';
import { limiter, root, run } from './support/run.mjs';

const compiler = join(root, 'node_modules/typescript-native/bin/tsc');
const templates = 'scripts/create/templates';
const projects = ['.', 'test/end-to-end', 'host', templates, `${templates}/host/src`, `${templates}/host/test`, 'scripts/library'];

const given = process.argv.slice(2);
const unknown = given.find((folder) => !projects.includes(folder));
if (unknown) {
  console.error(`There is no project ${unknown}; there are ${projects.join(', ')}.`);
  process.exit(1);
}

const atOnce = limiter(2);
const check = (folder) => atOnce(() => run('node', [compiler, '--noEmit', '--pretty', 'false', '-p', folder]));

const results = await Promise.all((given.length > 0 ? given : projects).map(check));
for (const { ok, output } of results) if (!ok) console.log(output);
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
