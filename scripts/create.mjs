/** Makes a further element from an operation of the contract: `npm run create -- --help`. */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { catalogue, elementTest, stories } from './create/around.mjs';
import { subjectOf } from './create/cells.mjs';
import { formClass, valuesOf } from './create/form.mjs';
import { itemOf, listClass } from './create/list.mjs';
import { formMock, listMock, recordMock } from './create/mock.mjs';
import { makerOf, namesOf } from './create/names.mjs';
import { CannotCreate, readOperation } from './create/operation.mjs';
import { recordClass, recordOf } from './create/record.mjs';
import { askingScenes, formScenes } from './create/scenes.mjs';
import { Texts } from './create/texts.mjs';
import { readContract, readResources } from './support/facts.mjs';
import { root, run } from './support/run.mjs';

const help = `npm run create -- portal-racks --feature racks --list --operation listRacks

Makes class, definition, texts, mock, scenes, stories and test of an element, and registers it.

  --feature     folder that it goes to, in src, test and stories
  --list        a list: --operation answers a page of items
  --record      one record: --operation answers it
  --form        a form: --operation is sent it
  --operation   of the contract; describe it in openapi/ and answer it in host/ first
  --permission  other than the operation's
  --into        another copy of the project; this one unless told`;

const languages = ['de', 'cs', 'ar'];

/** What each kind of element consists of beyond what all have. */
const kinds = {
  list(names, operation, resource, texts) {
    const item = itemOf(operation);
    const source = listClass(names, operation, resource, texts);
    return { source, mock: listMock(operation, item), scenes: askingScenes(names, operation, resource, item, 'list'), ...shown(item) };
  },
  record(names, operation, resource, texts) {
    const record = recordOf(operation);
    const source = recordClass(names, operation, resource, texts);
    return {
      source,
      mock: recordMock(operation, record),
      scenes: askingScenes(names, operation, resource, record, 'record'),
      ...shown(record),
    };
  },
  form(names, operation, resource, texts) {
    valuesOf(operation);
    const source = formClass(names, operation, resource, texts);
    return { source, mock: formMock(operation), scenes: formScenes(names, operation, resource), expected: { shows: operation.method } };
  },
};

const shown = (record) => ({ expected: { mock: makerOf(record.name), shows: `${makerOf(record.name)}().${subjectOf(record)}` } });

function readOptions() {
  const string = { type: 'string' };
  const flag = { type: 'boolean' };
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { feature: string, list: flag, record: flag, form: flag, operation: string, permission: string, into: string, help: flag },
  });
  const [tag] = positionals;
  const chosen = Object.keys(kinds).filter((kind) => values[kind]);
  if (values.help || !tag) return undefined;
  if (!/^portal(-[a-z]+)+$/.test(tag)) throw new CannotCreate(`${tag} is no tag of this library: portal-…, lower case.`);
  if (chosen.length !== 1) throw new CannotCreate('Say one of --list, --record, --form.');
  for (const name of ['feature', 'operation']) if (!values[name]) throw new CannotCreate(`--${name} is missing.`);
  return { ...values, tag, kind: chosen[0], into: values.into ?? root };
}

/** The files of an element by their paths. */
function filesOf({ tag, feature, kind }, operation, resource) {
  const names = namesOf(tag, feature);
  const texts = new Texts();
  const { source, mock, scenes, expected } = kinds[kind](names, operation, resource, texts);
  const { short } = names;
  return {
    [`src/${feature}/${tag}.ts`]: source,
    [`src/${feature}/texts/${short}.ts`]: catalogue(names),
    ...Object.fromEntries(['en', ...languages].map((language) => [`src/${feature}/texts/${short}.${language}.ts`, texts.file()])),
    [`test/mocks/${short}.ts`]: mock,
    [`test/scenes/${short}.ts`]: scenes,
    [`test/${feature}/${tag}.test.ts`]: elementTest(names, kind, { ...expected, resource }),
    [`stories/${feature}/${short}.stories.ts`]: stories(names, scenes),
  };
}

async function create({ into, ...options }) {
  const [contract, resources] = await Promise.all([readContract(), readResources()]);
  const operation = readOperation(contract, options.operation);
  const resource = options.permission ?? operation.resource;
  if (![...resources, 'session', 'guest'].includes(resource)) throw new CannotCreate(`There is no permission ${resource}.`);
  const files = filesOf(options, operation, resource);
  const present = Object.keys(files).find((path) => existsSync(join(into, path)));
  if (present) throw new CannotCreate(`${present} is there already.`);
  const layout = await resolveConfig(join(root, 'package.json'));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(into, path)), { recursive: true });
    await writeFile(join(into, path), await format(text, { ...layout, filepath: path }));
    console.log(`  ${path}`);
  }
  const { tag, feature } = options;
  const list = await run('node', ['scripts/elements.mjs', '--into', into]);
  if (!list.ok) throw new Error(list.output);
  console.log(`  ${list.output.trim()}

It works: npm run storybook shows it, npm test -- test/${feature}/${tag}.test.ts tests it.
To do by hand: ${languages.map((language) => `src/${feature}/texts/${namesOf(tag, feature).short}.${language}.ts`).join(', ')} are in English still; npm run docs; then what is particular to it.`);
}

try {
  const options = readOptions();
  if (options) await create(options);
  else console.log(help);
} catch (error) {
  if (!(error instanceof CannotCreate) && !String(error.code).startsWith('ERR_PARSE_ARGS')) throw error;
  console.error(`${error.message}\n\n${help}`);
  process.exitCode = 1;
}
