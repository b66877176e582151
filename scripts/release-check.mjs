/**
 * Says whether what is here may be published: it is built, the change log has its version, its public API is the one that was
 * reviewed, and Node, bundlers and TypeScript find their way in it. `--only built,api` runs some; `--since main` compares the API
 * with that of another commit than the last release.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOptions } from './support/options.mjs';
import { manifestFaults, pack, typesResolve } from './support/packed.mjs';
import { root, run } from './support/run.mjs';

const read = (path) => readFileSync(join(root, path), 'utf8');
const { name, version, exports } = JSON.parse(read('package.json'));

const says = (faults) => ({ ok: faults.length === 0, output: faults.join('\n') });

const newest = (folder) =>
  Math.max(...readdirSync(join(root, folder), { recursive: true }).map((path) => statSync(join(root, folder, path)).mtimeMs));

/** Every file that `exports` names is there, and no source is younger. */
function built() {
  const files = Object.values(exports)
    .flatMap((target) => (typeof target === 'string' ? target : Object.values(target)))
    .map((path) => path.replace(/\*.*$/, ''));
  const missing = [...files, 'cdn/portal.js'].filter((path) => !existsSync(join(root, path)));
  if (missing.length > 0) return says(missing.map((path) => `There is no ${path}: run npm run build.`));
  const since = statSync(join(root, 'dist/index.js')).mtimeMs;
  return says(
    ['src', 'openapi'].filter((folder) => newest(folder) > since).map((folder) => `dist/ is older than ${folder}/: run npm run build.`),
  );
}

function changelog() {
  const entry = new RegExp(`^## ${version.replaceAll('.', '\\.')}$\\s+^(?!## )\\S`, 'm');
  const unreleased = /^## .*not released yet/m.test(read('CHANGELOG.md'));
  const pending = readdirSync(join(root, '.changeset')).filter((file) => file.endsWith('.md') && file !== 'README.md');
  return says([
    ...(entry.test(read('CHANGELOG.md')) ? [] : [`CHANGELOG.md has no entry "## ${version}".`]),
    ...(unreleased ? ['CHANGELOG.md says of an entry that it is not released yet: run npm run release:version.'] : []),
    ...(pending.length > 0 ? [`Not yet in CHANGELOG.md, run npm run release:version: ${pending.join(', ')}`] : []),
  ]);
}

const git = async (...parameters) => {
  const { ok, output } = await run('git', parameters);
  return ok ? output.trim() : undefined;
};

const withoutComments = (text) => text.replace(/\/\*\*[\s\S]*?\*\//g, '').replace(/\s+/g, ' ');

/** A public API that differs from the last release's is told in the change log, or will be. */
async function told(since) {
  const commit = since ?? (await git('describe', '--tags', '--abbrev=0', '--match', `${name}@*`, '--match', 'v*'));
  if (!commit) return says([]);
  if (!(await git('rev-parse', '--verify', '--quiet', `${commit}^{commit}`))) return says([`There is no commit ${commit}.`]);
  const before = async (path) => withoutComments((await git('show', `${commit}:${path}`)) ?? '');
  const api = ['api-report/types.api.md', 'api-report/elements.txt', 'src/api/schema.d.ts'];
  const changed = [];
  for (const path of api) if ((await before(path)) !== withoutComments(read(path).trim())) changed.push(path);
  const words = await git('diff', '--name-only', '--diff-filter=AM', commit, '--', 'CHANGELOG.md', '.changeset/*.md');
  const isTold = words || (await git('ls-files', '--others', '--exclude-standard', '--', '.changeset/*.md'));
  return says(isTold ? [] : changed.map((path) => `${path} differs from ${commit}, and no file in .changeset/ says what has changed.`));
}

/** With the tarball that would be published, made of what is built. */
async function packed(check) {
  const folder = await mkdtemp(join(tmpdir(), 'portal-elements-'));
  try {
    return await check(await pack(folder, { built: true }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const { values } = readOptions({ options: { only: { type: 'string' }, since: { type: 'string' } } });

const checks = {
  built,
  changelog,
  'API report': () => run('node', ['scripts/api.mjs', '--check']),
  'API told': () => told(values.since),
  manifest: () => packed(manifestFaults),
  types: () => packed(typesResolve),
};

const wanted = values.only?.split(',') ?? Object.keys(checks);
const unknown = wanted.find((each) => !Object.hasOwn(checks, each));
if (unknown) throw new Error(`There is no check ${unknown}, only ${Object.keys(checks).join(', ')}.`);

let failed = 0;
for (const each of wanted) {
  const { ok, output } = await checks[each]();
  console.log(`${ok ? 'ok    ' : 'failed'}  ${each}`);
  if (!ok) console.log(output);
  if (!ok) failed += 1;
}
console.log(`${wanted.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
