/** Every check and every test there is, or some: `npm test -- --help`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { findBrowsers } from '../test/support/browsers.mjs';
import { count, sentence, whatFailed } from './support/count.mjs';
import { readOptions } from './support/options.mjs';
import { canHavePostgresql } from './support/postgresql.mjs';
import { root, run, runHere } from './support/run.mjs';

const help = `npm test                                              everything
npm test -- --only check,elements                     some steps
npm test -- test/invoices/portal-invoices.test.ts     some test files; the folder tells what runs them
npm test -- --browser chromium,webkit                 the elements' tests in these browsers only
npm test -- --watch test/core/list.test.ts            again with each change; the elements' in Chromium, or --browser

Steps:
  check        lint, types, contract, formatting, unused code, current docs; one test each
  build        dist/, cdn/, custom-elements.json
  size         nothing is over its budget
  types        what is published has right types in React, Preact, Solid, Vue, Svelte and the DOM
  package      the public API is the one in api-report/, and Node, bundlers and TypeScript find their way in the package
  host         the reference host on its embedded database; where there is PostgreSQL too, only what it alone can show
  postgresql   all of the host that uses a database, on PostgreSQL
  elements     the elements in Chromium, Firefox and WebKit, whichever are installed
  stories      every story renders and plays; whole pages are accessible
  created      what npm run create makes has right types, passes the linter and its own tests, in a copy of the project
  end-to-end   elements and host together, in Chromium`;

const { values, positionals } = readOptions({
  allowPositionals: true,
  options: { only: { type: 'string' }, browser: { type: 'string' }, watch: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
});
if (values.help) {
  console.log(help);
  process.exit();
}

const given = positionals.map((file) => relative(root, file));

function testsIn(folder) {
  const chosen = given.filter((file) => file.startsWith(`${folder}/`));
  if (given.length > 0 || !existsSync(join(root, folder))) return chosen;
  return readdirSync(join(root, folder), { recursive: true })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => `${folder}/${file}`)
    .sort();
}

const hostTests = testsIn('host/test');
const only = values.only?.split(',');

/** The embedded database is PostgreSQL in this process, with one connection: these would notice. */
const ofOneConnection = ['database', 'idempotency', 'import', 'money', 'server', 'traffic-import'].map(
  (name) => `host/test/${name}.test.ts`,
);
const usesDatabase = (file) => /\b(startHost|startDatabase|emptyDatabase)\(/.test(readFileSync(join(root, file), 'utf8'));
const isWhole = given.length > 0 || only?.includes('host') || !canHavePostgresql();
const embeddedTests = hostTests.filter((file) => isWhole || !usesDatabase(file) || ofOneConnection.includes(file));
const postgresqlTests = hostTests.filter((file) => given.length > 0 || usesDatabase(file));
const endToEndTests = testsIn('test/end-to-end');
const elementTests = testsIn('test').filter((file) => !endToEndTests.includes(file));
const nodeTest = ['node', '--import', 'tsx', '--test', '--test-reporter=spec'];
const severalFiles = ['node', '--import', 'tsx', 'scripts/several-files.mjs'];

/** `after` another step, if that is to be run; `cores` that it keeps busy, where it leaves some for another step beside it. */
const steps = [
  { name: 'check', command: ['node', 'scripts/check.mjs'], by: 'sentence' },
  { name: 'build', command: ['node', 'scripts/build.mjs'] },
  { name: 'size', command: ['node', 'scripts/size.mjs'], after: 'build', cores: 1 },
  { name: 'types', command: ['node', 'scripts/framework-types.mjs'], by: 'sentence', after: 'build', cores: 1 },
  {
    name: 'package',
    command: ['node', 'scripts/release-check.mjs', '--only', 'built,API report,manifest,types'],
    by: 'sentence',
    after: 'build',
    cores: 1,
  },
  { name: 'host', tests: embeddedTests, command: [...severalFiles, ...embeddedTests], by: 'node' },
  {
    name: 'postgresql',
    tests: postgresqlTests,
    command: ['node', 'scripts/postgresql.mjs', ...severalFiles, ...postgresqlTests],
    by: 'node',
    cores: 1,
  },
  {
    name: 'elements',
    tests: elementTests,
    command: ['web-test-runner', ...(given.length > 0 ? ['--files', ...elementTests] : [])],
    by: 'sentence',
    browsers: values.browser?.split(','),
  },
  {
    name: 'stories',
    command: ['vitest', 'run'],
    by: 'vitest',
    browsers: ['chromium'],
    needs: 'vitest.config.ts',
    after: 'build',
    cores: 1,
  },
  {
    name: 'created',
    command: ['node', 'scripts/created.mjs'],
    browsers: ['chromium'],
    env: { PORTAL_TEST_BROWSERS: 'chromium' },
    cores: 1,
  },
  {
    name: 'end-to-end',
    tests: endToEndTests,
    command: [...nodeTest, '--test-concurrency=1', ...endToEndTests],
    by: 'node',
    browsers: ['chromium'],
    cores: 1,
  },
];

const unknown = only?.find((name) => !steps.some((step) => step.name === name));
if (unknown) {
  console.error(`There is no step ${unknown}.\n\n${help}`);
  process.exit(1);
}

function chosen({ name, tests, needs }) {
  if (needs && !existsSync(join(root, needs))) return false;
  if (given.length > 0) return Boolean(tests?.length) && (!only || only.includes(name));
  return (!only || only.includes(name)) && tests?.length !== 0;
}

async function environment({ name, browsers, env = {} }) {
  if (name === 'elements') return browsers ? { PORTAL_TEST_BROWSERS: browsers.join(',') } : {};
  return browsers ? { ...env, CHROME_PATH: (await findBrowsers(browsers)).chromium } : env;
}

/** Runs some tests again with each change of what they read, until it is ended. */
async function watch() {
  const step = steps.find(({ tests = [] }) => given.length > 0 && given.every((file) => tests.includes(file)));
  if (!step) throw new Error('--watch wants test files that run together: of the elements, of the host, or from end to end.');
  const browsers = values.browser?.split(',') ?? ['chromium'];
  const [program, ...parameters] =
    step.name === 'elements' ? ['web-test-runner', '--watch', '--files', ...given] : [...nodeTest, '--watch', ...given];
  return await runHere(program, parameters, await environment({ ...step, browsers: step.name === 'elements' ? browsers : step.browsers }));
}

if (values.watch) {
  process.exit(
    await watch().catch((error) => {
      console.error(error.message);
      return 1;
    }),
  );
}

async function runStep(step, show) {
  const [program, ...parameters] = step.command;
  try {
    return await run(program, parameters, { show, env: await environment(step) });
  } catch (error) {
    console.error(error.message);
    return { ok: false, output: error.message };
  }
}

/** Test files of lines that begin with `word`, by browser as `--browser` names it. */
function filesOf(word, output) {
  const found = new Map();
  for (const [, browser, file] of stripVTControlCharacters(output).matchAll(new RegExp(`^${word}: (\\S+) (\\S+)`, 'gm')))
    found.set(browser, (found.get(browser) ?? new Set()).add(file));
  return [...found].map(([browser, files]) => ({ browser, files: [...files] }));
}

const add = (one, other) => Object.fromEntries(Object.keys(total).map((name) => [name, one[name] + other[name]]));

/** More than these are no accident. */
const mostTriedAgain = 3;

/**
 * The files that a browser was at when it died are tested once again. So are a few that have failed among thousands: what
 * passes alone then is named as unsteady, and does not fail the run.
 */
async function runElements(step, show) {
  const again = (browser, files) => runStep({ ...step, command: ['web-test-runner', '--files', ...files], browsers: [browser] }, show);
  let result = await runStep(step, show);
  if (!result.ok && !/^In all browsers: /m.test(stripVTControlCharacters(result.output))) {
    console.log('\nThe runner has ended before it has said what came of the tests; it is started once again.\n');
    result = await runStep(step, show);
  }
  const lost = filesOf('Lost', result.output);
  const failed = filesOf('Failed', result.output);
  const tryAgain = given.length === 0 && failed.flatMap(({ files }) => files).length <= mostTriedAgain;
  if (lost.length === 0 && (failed.length === 0 || !tryAgain)) return result;

  let counted = count({ ok: true, output: result.output }, step.by);
  const said = tryAgain ? [] : [whatFailed(result, step.by)];
  const unsteady = [];
  for (const { browser, files } of lost) {
    console.log(`\n${browser} has died; once again in a new one: ${files.join(' ')}\n`);
    const part = await again(browser, files);
    counted = add(counted, count(part, step.by));
    said.push(whatFailed(part, step.by));
  }
  if (tryAgain && failed.length > 0) {
    counted = { ...counted, passed: counted.passed + counted.failed, failed: 0 };
    for (const { browser, files } of failed) {
      console.log(`\nFailed in ${browser}; once again alone: ${files.join(' ')}\n`);
      const part = await again(browser, files);
      const still = count(part, step.by).failed;
      counted = add(counted, { passed: -still, failed: still, skipped: 0 });
      said.push(whatFailed(part, step.by));
      if (still === 0)
        unsteady.push(`Unsteady: ${browser} ${files.join(' ')} failed beside the others, and passed alone. Please find out why.`);
    }
  }
  return { ok: counted.failed === 0, output: said.filter(Boolean).join('\n'), counted, unsteady };
}

const total = { passed: 0, failed: 0, skipped: 0 };
const results = [];
/** The step whose output is written as it comes; that of a step beside it is written whole when both have ended. */
let shown;
const later = [];

async function perform(step) {
  const show = !shown;
  if (show) {
    shown = step;
    console.log(`\n── ${step.name}`);
  }
  const started = performance.now();
  const result = await (step.name === 'elements' ? runElements : runStep)(step, show);
  const counted = result.counted ?? count(result, step.by);
  const line = `${step.name}: ${sentence(counted)}, ${((performance.now() - started) / 1000).toFixed(1)} s`;
  results.push({ step, line: [line, ...(result.unsteady ?? [])].join('\n'), failed: whatFailed(result, step.by) });
  for (const name of Object.keys(total)) total[name] += counted[name];
  if (show) {
    shown = undefined;
    console.log([`── ${line}`, ...later.splice(0)].join('\n'));
  } else {
    const whole = `\n── ${step.name}\n${result.output}── ${line}`;
    if (shown) later.push(whole);
    else console.log(whole);
  }
}

const cores = availableParallelism();
const coresOf = (step) => Math.min(step.cores ?? cores, cores);
const waiting = steps.filter(chosen);
const order = [...waiting];
const running = new Map();

/** The first step for which there are cores, and what it comes after is over. */
const nextStep = () =>
  waiting.find(
    (step) =>
      [...running.keys()].reduce((sum, each) => sum + coresOf(each), coresOf(step)) <= cores &&
      ![...waiting, ...running.keys()].some(({ name }) => name === step.after),
  );

while (waiting.length + running.size > 0) {
  const step = nextStep();
  if (!step) {
    await Promise.race(running.values());
    continue;
  }
  waiting.splice(waiting.indexOf(step), 1);
  running.set(
    step,
    perform(step).finally(() => running.delete(step)),
  );
}

results.sort((one, other) => order.indexOf(one.step) - order.indexOf(other.step));
const failures = results.filter(({ failed }) => failed).map(({ step, failed }) => `── What failed in ${step.name}:\n${failed}\n`);
const summary = results.map(({ line }) => line);
console.log(`\n${failures.join('\n')}\n${summary.join('\n')}\n${sentence(total)}`);
process.exitCode = total.failed === 0 && summary.length > 0 ? 0 : 1;
