import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/run.mjs';
import { withImport, withMember } from './merge.mjs';
import { camel, kebab, pascal, snake } from './names.mjs';
import { render } from './template.mjs';

const templates = new URL('templates/host/', import.meta.url);
const template = (path) => readFileSync(new URL(path, templates), 'utf8');
const read = (path) => readFileSync(join(root, path), 'utf8');
const isThere = (path) => existsSync(join(root, path));

const sourcesOf = (folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file}`);

/** Tells whether the host has a handler of this name. */
const isAnswered = ({ id }) => sourcesOf('host/src').some((path) => new RegExp(`\\b${id}\\b`).test(read(path)));

/** Tells whether the host has a table of this name, be it another feature's. */
const hasTable = (name) =>
  sourcesOf('host/src').some((path) => path.includes('/migrations/') && read(path).includes(`createTable('${name}')`));

const handlers = { list: 'list-samples', record: 'get-sample', creation: 'create-sample', edit: 'update-sample' };

/** The kind of handler that can be made for an operation; `undefined` for one that only people can write. */
function kindOf({ method, pathParameters, needsMatch, body }, { is }) {
  const ids = pathParameters.length;
  if (method === 'GET') return is.list && ids === 0 ? 'list' : is.record && ids === 1 ? 'record' : undefined;
  if (!body) return undefined;
  return needsMatch && method === 'PATCH' && ids === 1 ? 'edit' : method === 'POST' && ids === 0 && is.creation ? 'creation' : undefined;
}

function namesIn({ feature, record, operation, number }, kind) {
  const table = snake(feature);
  const Record = record.name;
  const one = kebab(camel(Record));
  const [own = 'sampleId'] = operation.pathParameters;
  const ids = { list: 'listSamples', record: 'getSample', creation: 'createSample', edit: 'updateSample' };
  return {
    [ids[kind]]: operation.id,
    [`'./${handlers[kind]}.js'`]: `'./${kebab(operation.id)}.js'`,
    SampleTexts: `${Record}Texts`,
    SampleTables: `${pascal(feature)}Tables`,
    SampleTable: `${Record}Table`,
    SampleRow: `${Record}Row`,
    SamplePage: (kind === 'list' && operation.answer.$ref?.split('/').pop()) || 'SamplePage',
    Sample: Record,
    describeSample: `describe${Record}`,
    sampleColumns: `${camel(one)}Columns`,
    sampleSearchText: `${camel(one)}SearchText`,
    demoSamples: `demo${pascal(feature)}`,
    samplesOperations: `${camel(feature)}Operations`,
    sampleId: own,
    samples: table,
    samples_client_id: `${table}_client_id`,
    ...Object.fromEntries([1, 2, 3, 4].map((index) => [`samples_${index}`, `${table}_${index}`])),
    samples_: `${table}_`,
    [`'samples'`]: `'${table}'`,
    'samples.id': `${table}.id`,
    '/samples': operation.path.split('/{')[0],
    [`'./sample.js'`]: `'./${one}.js'`,
    [`'../src/samples/sample.js'`]: `'../src/${feature}/${one}.js'`,
    '/samples/samples_2': `${operation.path.split('/{')[0]}/${table}_2`,
    [`'../demo/samples.js'`]: `'../demo/${feature}.js'`,
    sampleFeature: camel(feature),
    [`'000-samples'`]: `'${number}-${feature}'`,
    [`'./migrations/000-samples.js'`]: `'./migrations/${number}-${feature}.js'`,
  };
}

/** The fields of a record with what the contract gives as an example of each. */
function withExamples({ fields, schema }) {
  const { example = {} } = schema;
  return fields.map((field) => ({
    ...field,
    example: example[field.name],
    exampleLabel: example[`${field.name}Label`] ?? example[field.name],
  }));
}

/** The properties of an example, as they stand in a module. */
const exampleLines = (example = {}) =>
  Object.entries(example)
    .map(([name, value]) => `  ${name}: ${JSON.stringify(value)},`)
    .join('\n');

/** The fields of the record that can be sorted and filtered by, and what is left to do by hand. */
function queryOf({ query }, fields) {
  const sort = query.find(({ name }) => name === 'sort');
  const keys = [...new Set((sort?.enum ?? []).map((key) => key.replace(/^-/, '')))];
  const byName = new Map(fields.map((field) => [field.name, field]));
  const canSort = ({ required, kind, labelled }) => required || (!labelled && ['money', 'number', 'day', 'instant'].includes(kind));
  const filters = query.filter(({ name }) => !['cursor', 'limit', 'q', 'sort'].includes(name));
  const sorted = keys.filter((key) => byName.has(key) && canSort(byName.get(key)));
  const filtered = filters.filter(({ name }) => byName.get(name) && byName.get(name).kind !== 'money').map(({ name }) => name);
  return {
    sort: sort?.default,
    sorted: sorted.map((key) => byName.get(key)),
    filter: filtered.map((name) => ({
      ...byName.get(name),
      labelled: false,
      kind: byName.get(name).kind === 'choice' ? 'choice' : filterKind(byName.get(name)),
    })),
    searches: query.some(({ name }) => name === 'q'),
    byHand: [
      ...keys.filter((key) => !sorted.includes(key) && key !== 'id').map((key) => `sorting by ${key}`),
      ...filters.filter(({ name }) => !filtered.includes(name)).map(({ name }) => `the filter ${name}`),
    ],
  };
}

const filterKind = ({ kind }) => (['number', 'day'].includes(kind) ? kind : 'text');

/** The next migration's number. */
function nextMigration() {
  const migrations = sourcesOf('host/src').filter((path) => path.includes('/migrations/'));
  const numbers = migrations.map((path) => Number.parseInt(path.split('/').at(-1), 10));
  return String(Math.max(0, ...numbers) + 1).padStart(3, '0');
}

/** Tells whether a feature says to which table the ids of this name belong. */
const isOwned = (id) => sourcesOf('host/src').some((path) => path.endsWith('/feature.ts') && new RegExp(`\\b${id}:`).test(read(path)));

/** A feature that says of one more id to which table it belongs. */
const withOwner = (text, feature, owner) =>
  text.includes('owners: {') ? text.replace('owners: {', `owners: { ${owner},`) : withMember(text, feature, `owners: { ${owner} }`);

/** The lines that a new feature adds to the lists of the host. */
function registrations(feature) {
  return {
    'host/src/features.ts': (text) => `${text}export { ${camel(feature)} } from './${feature}/feature.js';\n`,
    'host/demo/index.ts': (text) =>
      withMember(
        withImport(text, [`demo${pascal(feature)}`], `./${feature}.js`),
        'stepsWith',
        `{ name: '${feature.replaceAll('-', ' ')}', fill: demo${pascal(feature)} }`,
      ),
  };
}

/**
 * The modules that answer an operation in the host, if nothing does yet: new files by their paths, changes of files that are there, and what
 * is left to do by hand.
 */
export function hostModules({ feature, operation, made }) {
  const none = { files: {}, changes: {}, byHand: [] };
  if (isAnswered(operation)) return none;
  const { record } = made;
  const kind = record && kindOf(operation, made);
  const folder = `host/src/${feature}`;
  const byHand = (what) => ({ ...none, byHand: [what] });
  if (!kind) return byHand(`the handler of ${operation.id} in ${folder}/`);
  const one = `${folder}/${kebab(camel(record.name))}.ts`;
  const isNew = !isThere(folder);
  if (!isNew && !isThere(one)) return byHand(`the handler of ${operation.id} in ${folder}/, which has tables of its own`);
  if (isNew && hasTable(snake(feature)))
    return byHand(`the handler of ${operation.id} in ${folder}/, on the table ${snake(feature)}, which is there already`);

  const fields = withExamples(record);
  const query = queryOf(operation, fields);
  const subject = made.subject ?? fields.find(({ kind: each }) => each === 'text')?.name;
  const values = made.values?.fields.filter(({ name }) => fields.some((field) => field.name === name)) ?? [];
  const asSubject = (field) => (field.name === subject ? { ...field, isSubject: true } : field);
  const body = exampleLines(made.values?.schema.example);
  const [own] = operation.pathParameters;
  const number = nextMigration();
  const options = {
    names: { ...namesIn({ feature, record, operation, number }, kind), [`sort = 'sampleName'`]: `sort = '${query.sort ?? 'id'}'` },
    is: {
      [kind]: true,
      created: kind === 'creation' && body.length > 0,
      edited: kind === 'edit' && body.length > 0,
      versioned: Boolean(record.shape.properties.etag),
      searched: query.searches,
      owned: own !== undefined && !isOwned(own),
      csv: answersCsv(operation),
    },
    each: { body, field: fields.map(asSubject), value: values.map(asSubject), sorted: query.sorted.map(asSubject), filter: query.filter },
  };
  const make = (path, finish = (text) => text) => render(finish(template(path)), options);
  const files = {
    [`${folder}/${kebab(operation.id)}.ts`]: make(`src/samples/${handlers[kind]}.ts`, (text) => withoutExtras(text, operation, query)),
    [`${folder}/operations.ts`]: make('src/samples/operations.ts'),
    [`host/test/${feature}.test.ts`]: make('test/samples.test.ts'),
  };
  if (isNew) {
    Object.assign(files, {
      [one]: make('src/samples/sample.ts'),
      [`${folder}/tables.ts`]: make('src/samples/tables.ts'),
      [`${folder}/feature.ts`]: make('src/samples/feature.ts'),
      [`${folder}/migrations/${number}-${feature}.ts`]: make('src/samples/migrations/000-samples.ts'),
      [`host/demo/${feature}.ts`]: make('demo/samples.ts'),
    });
  }
  const changes = isNew ? registrations(feature) : {};
  if (!isNew) {
    delete files[`${folder}/operations.ts`];
    changes[`${folder}/operations.ts`] = (text) =>
      withMember(withImport(text, [operation.id], `./${kebab(operation.id)}.js`), `${camel(feature)}Operations`, operation.id);
  }
  if (!isNew && own && !isOwned(own))
    changes[`${folder}/feature.ts`] = (text) => withOwner(text, camel(feature), `${own}: { table: '${snake(feature)}' }`);
  return { files, changes, byHand: query.byHand };
}

const answersCsv = ({ answers }) => answers.includes('text/csv');

/** A handler without sorting and idempotency where its operation has none. */
function withoutExtras(text, { headers }, { sort }) {
  const unsorted = sort
    ? text
    : text.replace(`, sort = 'sampleName', ...filter } = query;`, `, ...filter } = query;\n  const sort = 'id';`);
  if (headers.includes('Idempotency-Key')) return unsorted;
  return unsorted
    .replace('(context, request, reply) =>\n  idempotent(context, request, reply, async () => {', 'async (context, request, reply) => {')
    .replace('return { status: 201, body: describeSample(row) };\n  });', 'reply.code(201);\n    return describeSample(row);\n  };');
}
