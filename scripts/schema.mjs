/**
 * Writes src/api/schema.d.ts and src/api/shapes.ts, the types and the shapes of answers, from the contract, and the types of
 * the contract of the templates; with `--check` only tells whether they are current.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, run } from './support/run.mjs';
import { shapes } from './support/shapes.mjs';

const check = process.argv.includes('--check');

async function types(contract, output) {
  const options = ['--default-non-nullable=false', '--output', output, ...(check ? ['--check'] : [])];
  const { ok } = await run('openapi-typescript', [contract, ...options], { show: true });
  if (!ok && check) console.error(`${output} is not what \`npm run schema\` makes of the contract.`);
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

const templates = 'scripts/create/templates';
const results = await Promise.all([
  types('openapi/portal.yaml', 'src/api/schema.d.ts'),
  types(`${templates}/openapi/contract.yaml`, `${templates}/src/api/schema.d.ts`),
  answers(),
]);
process.exitCode = results.every(Boolean) ? 0 : 1;
