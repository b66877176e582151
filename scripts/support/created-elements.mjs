import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, readdir, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { limiter, root, run } from './run.mjs';

/** Elements of a feature that nothing has answered before, and of operations of each other shape. */
const samples = [
  ['portal-gadgets', '--feature', 'gadgets', '--list', '--operation', 'listGadgets'],
  ['portal-gadget', '--feature', 'gadgets', '--record', '--operation', 'getGadget'],
  ['portal-new-gadget', '--feature', 'gadgets', '--form', '--operation', 'createGadget'],
  ['portal-gadget-settings', '--feature', 'gadgets', '--form', '--operation', 'updateGadget'],
  ['portal-phone-calls', '--feature', 'calls', '--list', '--operation', 'listCalls'],
  ['portal-client-facts', '--feature', 'profile', '--record', '--operation', 'getProfile'],
  ['portal-zone-creation', '--feature', 'dns', '--form', '--operation', 'createDnsZone'],
  ['portal-service-ending', '--feature', 'services', '--form', '--operation', 'cancelService'],
];

/** A name that is not there is answered by those that are. */
const refusals = [
  [['portal-gadget', '--feature', 'gizmos', '--record', '--operation', 'getGadget'], /There is no feature gizmos; there are .*gadgets/],
  [['portal-racks', '--feature', 'page', '--list', '--operation', 'listGadgets'], /There is no feature page; there are .*gadgets/],
  [
    ['portal-gadget', '--feature', 'gadgets', '--record', '--operation', 'readGadget'],
    /The contract has no operation readGadget.*getGadget/,
  ],
  [['portal-gadget', '--feature', 'gadgets', '--list', '--operation', 'getGadget'], /it is not for a list.*listGadgets/],
  [['portal-gadget', '--feature', 'credits', '--list', '--operation', 'listInvoices'], /listInvoices is of invoices, not of credits/],
  [['portal-gadget', 'portal-gadgets', '--list'], /One element at a time: portal-gadgets comes after portal-gadget/],
  [['portal-gadget', '--lists'], /^Unknown option '--lists'\n/],
  [['portal-invoice', '--feature', 'invoices', '--record', '--operation', 'getInvoice'], /portal-invoice is there already/],
  [
    ['portal-phase-event', '--feature', 'gadgets', '--list', '--operation', 'listGadgets'],
    /would have the class PortalPhaseEvent, which is there already/,
  ],
  [
    ['portal-gadget', '--feature', 'gadgets', '--record', '--operation', 'getGadget', '--permission', 'gadgets'],
    /no permission gadgets; there are/,
  ],
];

/** A copy of the project in which anything may be changed. */
async function copyProject() {
  const copy = await mkdtemp(join(tmpdir(), 'portal-create-'));
  const { output } = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard']);
  await Promise.all(
    output
      .split('\0')
      .filter(Boolean)
      .map(async (path) => {
        await mkdir(dirname(join(copy, path)), { recursive: true });
        await cp(join(root, path), join(copy, path), { verbatimSymlinks: true }).catch((error) => {
          if (error.code !== 'ENOENT') throw error;
        });
      }),
  );
  await mkdir(join(copy, 'node_modules'));
  const packages = (await readdir(join(root, 'node_modules'))).filter((name) => name !== '.cache');
  const link = async (name) => {
    const place = join(root, 'node_modules', name);
    // A workspace is the copy's own.
    await symlink(await readlink(place).catch(() => place), join(copy, 'node_modules', name));
  };
  await Promise.all(packages.map(link));
  // Packages that the host has in other versions than the library.
  if (existsSync(join(root, 'host/node_modules'))) await symlink(join(root, 'host/node_modules'), join(copy, 'host/node_modules'));
  return copy;
}

/** Describes gadgets in the contract of the copy: the samples of the templates under another name. */
async function describeGadgets(copy) {
  const samplesFile = await readFile(join(copy, 'scripts/create/templates/openapi/samples.yaml'), 'utf8');
  const gadgets = samplesFile.replaceAll('Sample', 'Gadget').replaceAll('sample', 'gadget').replaceAll('../../../../openapi/', '');
  await writeFile(join(copy, 'openapi/gadgets.yaml'), gadgets);
  const file = join(copy, 'openapi/portal.yaml');
  const portal = await readFile(file, 'utf8');
  const paths = ['', '/{gadgetId}'].map(
    (end, index) => `  /gadgets${end}: { $ref: 'gadgets.yaml#/paths/gadget${index === 0 ? 's' : ''}' }\n`,
  );
  await writeFile(
    file,
    portal.replace('paths:\n', `paths:\n${paths.join('')}`).replace('tags:\n', 'tags:\n  - { name: gadgets, description: Gadgets. }\n'),
  );
}

/** Nothing is written by a refusal, so two are asked for at a time. */
async function refuse(copy) {
  const atOnce = limiter(2);
  const faults = await Promise.all(
    refusals.map(([parameters, message]) =>
      atOnce(async () => {
        const { ok, output } = await run('node', ['scripts/create.mjs', ...parameters], { cwd: copy });
        if (!ok && message.test(output)) return '';
        return `npm run create -- ${parameters.join(' ')} should say ${message}, and says:\n${output}\n`;
      }),
    ),
  );
  return { ok: faults.every((fault) => fault === ''), output: faults.join('') };
}

/** The paths of what was made. */
async function createAll(copy) {
  const made = new Set();
  for (const sample of samples) {
    const { ok, output } = await run('node', ['scripts/create.mjs', ...sample, '--no-docs'], { cwd: copy });
    if (!ok) return { ok, output: `npm run create -- ${sample.join(' ')}\n${output}` };
    for (const [, path] of output.matchAll(/^ {2}(\S+\.ts)$/gm)) made.add(path);
  }
  const { ok, output } = await run('node', ['scripts/elements.mjs'], { cwd: copy });
  return { ok, output, made: [...made] };
}

/** Each command in turn, until one fails. */
async function inTurn(commands, options) {
  for (const [name, ...parameters] of commands) {
    const { ok, output } = await run(name, parameters, options);
    if (!ok) return { ok, output: `${name} ${parameters.join(' ')}\n${output.slice(-6000)}` };
  }
  return { ok: true, output: '' };
}

/** The compiler, the linter, the formatter; then the tests of the feature that was new, which has an element of each kind. */
const readAndTest = (made) => [
  ['node', 'scripts/types.mjs', '.', 'host'],
  ['oxlint', '--type-aware', '--max-warnings', '0', ...made],
  ['eslint', '--max-warnings', '0', ...made],
  ['prettier', '--check', '--log-level', 'warn', ...made],
  ['node', '--import', 'tsx', '--test', '--test-reporter=spec', 'host/test/gadgets.test.ts'],
  ['node', '--import', 'tsx', '--test', '--test-reporter=spec', '--test-name-pattern=gadget', 'host/test/mocks.test.ts'],
  ['web-test-runner', '--files', ...made.filter((path) => /^test\/gadgets\/.*\.test\.ts$/.test(path))],
];

/** Tells whether what `npm run create` makes, in a copy of the project, has right types, nothing for the linter to find, and passes its tests. */
export async function createdElements() {
  const copy = await copyProject();
  try {
    await describeGadgets(copy);
    const described = await inTurn([['node', 'scripts/schema.mjs']], { cwd: copy });
    if (!described.ok) return described;
    const refused = await refuse(copy);
    if (!refused.ok) return refused;
    const all = await createAll(copy);
    return all.ok ? await inTurn(readAndTest(all.made), { cwd: copy }) : all;
  } finally {
    await rm(copy, { recursive: true });
  }
}
