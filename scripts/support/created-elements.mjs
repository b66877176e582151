import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, run } from './run.mjs';

const samples = [
  ['portal-sample-list', '--list', '--operation', 'listCalls'],
  ['portal-sample-record', '--record', '--operation', 'getContract'],
  ['portal-sample-form', '--form', '--operation', 'createDnsZone'],
];
const needed = ['src', 'test', 'stories', 'package.json', 'eslint.config.mjs'];

/** Whether elements made by `npm run create`, in a copy of the project, have right types and nothing for the linter to find. */
export async function createdElements() {
  const copy = await mkdtemp(join(tmpdir(), 'portal-create-'));
  const at = (name) => join(copy, name);
  try {
    await Promise.all(needed.map((name) => cp(join(root, name), at(name), { recursive: true })));
    await symlink(join(root, 'node_modules'), at('node_modules'));
    const made = [];
    for (const sample of samples) {
      const { ok, output } = await run('node', ['scripts/create.mjs', ...sample, '--feature', 'samples', '--into', copy]);
      if (!ok) return { ok, output };
      made.push(...output.matchAll(/^ {2}(\S+\.ts)$/gm));
    }
    const files = made.map(([, path]) => path);
    const settings = JSON.parse(await readFile(join(root, 'tsconfig.json'), 'utf8'));
    await writeFile(at('tsconfig.json'), JSON.stringify({ ...settings, include: files }));
    const [types, lint] = await Promise.all([run('tsc', ['-p', copy]), run('eslint', ['--max-warnings', '0', ...files], { cwd: copy })]);
    return { ok: types.ok && lint.ok, output: types.output + lint.output };
  } finally {
    await rm(copy, { recursive: true });
  }
}
