/**
 * Writes src/api/schema.d.ts and src/api/shapes.ts, the types and the shapes of answers, from the contract; with `--check`
 * only tells whether they are current.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, run } from './support/run.mjs';
import { shapes } from './support/shapes.mjs';

const check = process.argv.includes('--check');

async function types() {
  const options = ['--default-non-nullable=false', '--output', 'src/api/schema.d.ts', ...(check ? ['--check'] : [])];
  const { ok } = await run('openapi-typescript', ['openapi/portal.yaml', ...options], { show: true });
  return ok;
}

async function answers() {
  const scratch = await mkdtemp(join(tmpdir(), 'portal-schema-'));
  try {
    const { ok, output } = await run('redocly', ['bundle', 'openapi/portal.yaml', '--output', join(scratch, 'openapi.json')]);
    if (!ok) throw new Error(output);
    const made = shapes(JSON.parse(await readFile(join(scratch, 'openapi.json'), 'utf8')));
    const file = join(root, 'src/api/shapes.ts');
    if (!check) await writeFile(file, made);
    else if (made !== (await readFile(file, 'utf8').catch(() => ''))) {
      console.error('src/api/shapes.ts is not what `npm run schema` makes of the contract.');
      return false;
    }
    return true;
  } finally {
    await rm(scratch, { recursive: true });
  }
}

const results = await Promise.all([types(), answers()]);
process.exitCode = results.every(Boolean) ? 0 : 1;
