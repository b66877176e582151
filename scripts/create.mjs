/** Makes a further element from an operation of the contract: `npm run create -- --help`. */
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { elementModules } from './create/element.mjs';
import { hostModules } from './create/host.mjs';
import { contradicts, mergeModules } from './create/merge.mjs';
import { namesOf } from './create/names.mjs';
import { CannotCreate, operationsIn, readOperation, suggestions } from './create/operation.mjs';
import { languages, textsOf } from './create/texts.mjs';
import { elements } from './support/elements.mjs';
import { readContract, readResources } from './support/facts.mjs';
import { root, run } from './support/run.mjs';

const help = `npm run create -- portal-racks --feature racks --list --operation listRacks

Makes an element of an operation: class, texts in four languages, mock, scenes, stories, test and reference page; and what answers the
operation in the host, where nothing does yet: handler, table, migration, owner, demo data and test.

  --feature     folder that it goes to, in src, test, stories and host/src; named after its file in openapi/
  --list        a list: --operation answers a page of items
  --record      one record: --operation answers it
  --form        a form: --operation is sent it; with If-Match it edits a record
  --operation   of the contract; describe it in openapi/ first
  --permission  other than the operation's
  --no-docs     leaves npm run docs to you`;

const kinds = ['list', 'record', 'form'];

function readOptions() {
  const string = { type: 'string' };
  const flag = { type: 'boolean' };
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { feature: string, list: flag, record: flag, form: flag, operation: string, permission: string, 'no-docs': flag, help: flag },
  });
  const [tag, another] = positionals;
  const chosen = kinds.filter((kind) => values[kind]);
  if (values.help || !tag) return undefined;
  if (!/^portal(-[a-z]+)+$/.test(tag)) throw new CannotCreate(`${tag} is no tag of this library: portal-…, lower case.`);
  if (another) throw new CannotCreate(`One element at a time: ${another} comes after ${tag}.`);
  if (chosen.length !== 1) throw new CannotCreate('Say one of --list, --record, --form.');
  for (const name of ['feature', 'operation']) if (!values[name]) throw new CannotCreate(`--${name} is missing.`);
  return { ...values, tag, kind: chosen[0] };
}

/** The features of the contract, each a file in openapi/; the others there are what features share. */
const features = () =>
  readdirSync(join(root, 'openapi'))
    .map((file) => file.replace(/\.yaml$/, ''))
    .filter((name) => !['portal', 'common', 'uploads'].includes(name))
    .sort();

async function checkOptions({ tag, feature, operation, permission }, contract) {
  const known = features();
  if (!known.includes(feature))
    throw new CannotCreate(`There is no feature ${feature}; there are ${known.join(', ')}. A new one begins with its file in openapi/.`);
  const present = elements().find((each) => each.tag === tag);
  if (present) throw new CannotCreate(`${tag} is there already: ${present.path}.`);
  const { className } = namesOf(tag, feature);
  if (new RegExp(`\\b${className}\\b`).test(await readFile(join(root, 'src/index.ts'), 'utf8')))
    throw new CannotCreate(`${tag} would have the class ${className}, which is there already: see src/index.ts.`);
  const named = operationsIn(contract).find((each) => each.operation.operationId === operation);
  if (named && !named.operation.tags?.includes(feature))
    throw new CannotCreate(`${operation} is of ${named.operation.tags.join(', ')}, not of ${feature}.`);
  const resources = [...(await readResources()), 'session', 'guest'];
  const resource = permission ?? readOperation(contract, operation).resource;
  if (!resources.includes(resource))
    throw new CannotCreate(`There is no permission ${resource}; there are ${suggestions(resource, resources).join(', ')}.`);
  return resource;
}

/** The operations that an element of this kind can be made of, when the one that was named cannot. */
function others(error, { kind, feature }, contract) {
  const can = operationsIn(contract)
    .filter(({ operation }) => operation.tags?.includes(feature))
    .map(({ operation }) => operation.operationId)
    .filter((id) => {
      try {
        return elementModules({
          names: namesOf('portal-x', feature),
          kind,
          operation: readOperation(contract, id),
          resource: 'session',
          contract,
        });
      } catch {
        return false;
      }
    });
  if (!(error instanceof CannotCreate) || can.length === 0) return error;
  return new CannotCreate(`${error.message} For --${kind} there are, in ${feature}: ${can.join(', ')}.`);
}

async function laidOut(path, text) {
  return await format(text, { ...(await resolveConfig(join(root, 'package.json'))), filepath: path });
}

async function filesOf(options, contract, resource) {
  const { tag, feature, kind } = options;
  const names = namesOf(tag, feature);
  const operation = readOperation(contract, options.operation);
  let made;
  try {
    made = elementModules({ names, kind, operation, resource, contract });
    // The feature has a mock of this name that is of something else: the element has its own.
    const mocks = `test/mocks/${feature}.ts`;
    if (existsSync(join(root, mocks)) && contradicts(await readFile(join(root, mocks), 'utf8'), await laidOut(mocks, made.files[mocks])))
      made = elementModules({ names, kind, operation, resource, contract, mocks: names.short });
  } catch (error) {
    throw others(error, options, contract);
  }
  const source = made.files[`src/${feature}/${tag}.ts`];
  const { files: texts, untranslated } = await textsOf({ ...made, source, title: names.title });
  const files = { ...made.files };
  for (const language of languages) files[`src/${feature}/texts/${names.short}.${language}.ts`] = texts[language];
  const host = hostModules({ feature, operation, made });
  return { files: { ...files, ...host.files }, changes: host.changes, untranslated, byHand: host.byHand };
}

/** Files that several elements share: what they lack is added. */
const isShared = (path) => /^test\/mocks\/|^host\/test\//.test(path);

/** Writes files and changes; nothing before all of it has been made. */
async function write(files, changes) {
  const present = Object.keys(files).find((path) => !isShared(path) && existsSync(join(root, path)));
  if (present) throw new CannotCreate(`${present} is there already.`);
  const texts = new Map();
  for (const [path, text] of Object.entries(files)) {
    const at = join(root, path);
    texts.set(path, await laidOut(path, existsSync(at) ? mergeModules(await readFile(at, 'utf8'), text) : text));
  }
  for (const [path, change] of Object.entries(changes))
    texts.set(path, await laidOut(path, change(await readFile(join(root, path), 'utf8'))));
  for (const [path, text] of texts) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
    console.log(`  ${path}`);
  }
}

async function make(script) {
  const { ok, output } = await run('npm', ['run', '--silent', script]);
  if (!ok) throw new Error(output);
  console.log(`  npm run ${script}: ${output.trim().replaceAll('\n', '; ')}`);
}

/** The texts that are still English, and a look at those that were taken over: “Free” may be without charge, or not in use. */
const textsByHand = (untranslated) => [
  ...(untranslated.length > 0 ? [`in German, Czech and Arabic ${untranslated.map((text) => `“${text}”`).join(', ')}`] : []),
  'a look at the other texts, which are those of elements that say the same in English',
];

async function create(options) {
  const { tag, feature } = options;
  const contract = await readContract();
  const resource = await checkOptions(options, contract);
  const { files, changes, untranslated, byHand } = await filesOf(options, contract, resource);
  await write(files, changes);
  if (!options['no-docs']) await make('docs');
  console.log(`
It works: npm run storybook shows it, npm test -- test/${feature}/${tag}.test.ts tests it.
By hand: ${[...textsByHand(untranslated), ...byHand, 'a page of the sample site', 'what is particular to it'].join('; ')}.`);
}

try {
  const options = readOptions();
  if (options) await create(options);
  else console.log(help);
} catch (error) {
  if (!(error instanceof CannotCreate) && !String(error.code).startsWith('ERR_PARSE_ARGS')) throw error;
  // Of what parseArgs says, the first sentence: the others are about arguments that begin with a hyphen.
  const message = error instanceof CannotCreate ? error.message : error.message.split('. ')[0];
  console.error(`${message}\n\nnpm run create -- --help says how it is called.`);
  process.exitCode = 1;
}
