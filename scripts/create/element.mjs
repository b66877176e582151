import { readFileSync } from 'node:fs';
import { CannotCreate, readOperation } from './operation.mjs';
import { kebab, literal, makerOf, sentence } from './names.mjs';
import { render } from './template.mjs';

const templates = new URL('templates/', import.meta.url);
const read = (path) => readFileSync(new URL(path, templates), 'utf8');

/** Columns in sight at first; more are added by hand. */
const mostColumns = 6;
const paging = ['cursor', 'limit', 'q', 'sort'];
const subjects = ['name', 'number', 'label', 'title', 'subject', 'hostname', 'address'];
const single = ['text', 'choice', 'number', 'day', 'instant', 'flag'];

/** The field by which people know a record: its name, else its id, else its first text. */
function subjectOf({ name: schema, fields, hasId }) {
  const texts = fields.filter(({ kind, labelled }) => kind === 'text' && !labelled).map(({ name }) => name);
  const subject = [
    ...subjects,
    ...subjects.map((name) => `${schema[0].toLowerCase()}${schema.slice(1)}${name[0].toUpperCase()}${name.slice(1)}`),
  ].find((name) => texts.includes(name));
  const found = subject ?? (hasId ? 'id' : texts[0]);
  if (!found) throw new CannotCreate(`${schema} has neither a name nor an id: begin from an element that shows something alike.`);
  return found;
}

/** The names that all templates of an element are filled with. */
function namesIn(template, { names, mocks, operation, resource, record, subject, values }) {
  const [own = 'sampleId'] = operation.pathParameters;
  const stem = template.slice('sample-'.length);
  const Stem = stem[0].toUpperCase() + stem.slice(1);
  const collection = operation.path.split('/{')[0];
  const paths = {
    list: '/samples/{sampleId}/parts',
    record: '/samples/{sampleId}',
    creation: '/samples/{sampleId}/parts',
    edit: '/samples/{sampleId}',
  };
  const ids = { list: 'listSampleParts', record: 'getSample', creation: 'createSamplePart', edit: 'updateSample' };
  const star = (path) => path.replace(/\{\w+\}/g, '*');
  return {
    [`portal-sample-${stem}`]: names.tag,
    [`PortalSample${Stem}`]: names.className,
    [`sample${Stem}Scenes`]: names.scenes,
    [`sample${Stem}`]: names.catalogue,
    [`sample-${stem}`]: names.short,
    [`'Samples/Sample ${stem}'`]: literal(`${sentence(names.feature)}/${names.title}`),
    [`'Sample ${stem}'`]: literal(names.title),
    [`'${paths[stem]}'`]: literal(operation.path),
    [`'*/api/v1${star(paths[stem])}'`]: literal(`*/api/v1${star(operation.path)}`),
    [`'${star('/samples/{sampleId}')}'`]: literal(star(operation.path)),
    [`'/samples'`]: literal(collection),
    '../mocks/samples.js': `../mocks/${mocks}.js`,
    samples: names.feature,
    [ids[stem]]: operation.id,
    getSample: operation.reader ?? operation.id,
    aSample: record ? makerOf(record.name) : 'aSample',
    Sample: record?.name ?? 'Sample',
    NewSample: values?.name ?? 'NewSample',
    SampleChange: values?.name ?? 'SampleChange',
    sampleName: subject ?? 'sampleName',
    sampleId: own,
    'sample-id': kebab(own),
    sampleSummary: operation.summary,
    'reports.ledger': resource,
    'api.POST': `api.${operation.method}`,
    'api.PATCH': `api.${operation.method}`,
    'http.post': `http.${operation.method.toLowerCase()}`,
    'http.patch': `http.${operation.method.toLowerCase()}`,
    [`'POST'`]: literal(operation.method),
    [`'PATCH'`]: literal(operation.method),
    [`can('create')`]: `can(${literal(operation.action)})`,
    [`can('update')`]: `can(${literal(operation.action)})`,
    sampleSearch: 'searchIn',
  };
}

/** A template is of something that another record owns; without an owner it needs no id. */
function withoutOwner(text) {
  const bases = `import { PortalElement } from '../core/portal-element.js';
import { detailStyles } from '../ui/styles/detail.js';
import { sharedStyles } from '../ui/styles/shared.js';
import { toolStyles } from '../ui/styles/tools.js';
`;
  const parts = ` * @csspart detail - All of it.
 * @csspart skeleton - The placeholder of what is loading.
${text.includes('facts([') ? ' * @csspart facts - Its facts with their names.\n' : ''}`;
  return text
    .replace(/^ \*\/\nexport class/m, (end) => (text.includes('detailView(') ? `${parts}${end}` : end))
    .replace(/ (?:id-param="id"|sample-id="sam_1")/g, '')
    .replace(`import { PortalRecordElement } from '../ui/record-element.js';\n`, bases)
    .replaceAll('PortalRecordElement.styles', 'PortalElement.styles, sharedStyles, toolStyles, detailStyles')
    .replaceAll('PortalRecordElement', 'PortalElement')
    .replace(/path: \{ sampleId: [^}]*\}(?:, )?/g, '')
    .replace(/params: \{ *\},? ?/g, '')
    .replace(/\{ *\.\.\.init \}/g, 'init')
    .replaceAll(`, {  }`, '')
    .replaceAll(` sample-id="one"`, '')
    .replace(/empty: \{ markup: withoutId.*/, 'empty: { markup, handlers },');
}

/** Changes the scene of a person who may not see an element that is for everyone, or for anyone signed in. */
const deniedTo = {
  guest: (text) => text.replace(/denied: \{.*/, 'denied: { markup, handlers },'),
  session: (text) => text.replace(`permissions: personas['no-permissions'], phase`, 'permissions: null, session: null, phase'),
};

const contractOf = (resource) => (text) =>
  ['guest', 'session'].includes(resource) ? text.replace(/^(keepsThePortalContract\(.*)\);$/m, `$1, { ${resource}: true });`) : text;

const kinds = {
  list(operation) {
    const items = operation.shape(operation.answer ?? {}).properties.items;
    if (operation.method !== 'GET' || !items?.items)
      throw new CannotCreate(`${operation.id} answers no page of items: it is not for a list.`);
    const record = operation.named(operation.resolve(items).items, 'What is listed');
    const subject = subjectOf(record);
    const sort = operation.query.find(({ name }) => name === 'sort');
    const subjectField = { name: subject, kind: 'text', isSubject: true, required: true, isSortable: sort?.enum?.includes(subject) };
    const shown = record.fields
      .filter(({ name, kind }) => kind && name !== subject)
      .slice(0, mostColumns - 1)
      .map((field) => ({ ...field, isSortable: sort?.enum?.includes(field.name) }));
    const filters = operation.query.filter(({ name, type }) => !paging.includes(name) && type !== 'array' && type !== 'boolean');
    const searches = operation.query.some(({ name }) => name === 'q');
    return {
      template: 'sample-list',
      record,
      subject,
      each: {
        column: [subjectField, ...shown],
        cell: shown,
        filter: [...(searches ? [{ name: 'searchIn', kind: 'search' }] : []), ...filters.map(filterField)],
        text: record.fields.filter(({ kind, labelled }) => kind === 'text' && !labelled),
      },
      is: { sorted: Boolean(sort?.default), filtered: searches || filters.length > 0, list: true },
      fields: [subjectField, ...shown, ...filters.map(filterField)],
      finish(text) {
        const names = [...(searches ? ['q'] : []), ...filters.map(({ name }) => name)];
        return withRest(text, operation)
          .replace(`['sampleFilters']`, `[${names.map(literal).join(', ')}]`)
          .replace(`'sampleSort'`, literal(sort?.default ?? ''))
          .replace(searches ? /^$/ : /^ *const found = .*\n/m, '')
          .replace(searches ? /^$/ : /cutPage\(found,/, 'cutPage(all,')
          .replace(searches ? /^$/ : /\{ request, query, response \}/, '{ request, response }');
      },
    };
  },
  record(operation) {
    if (operation.method !== 'GET' || !operation.answer) throw new CannotCreate(`${operation.id} answers no record.`);
    const record = operation.named(operation.answer, 'The record');
    const subject = subjectOf(record);
    const shown = record.fields.filter(({ name, kind }) => kind && name !== subject);
    return {
      template: 'sample-record',
      record,
      subject,
      each: { fact: shown, text: record.fields.filter(({ kind, labelled }) => kind === 'text' && !labelled) },
      is: { record: true },
      fields: shown,
      finish: (text) => text,
    };
  },
  form: (operation, contract) => (operation.needsMatch ? editForm(operation, contract) : creationForm(operation)),
};

const filterField = ({ name, type, format, enum: choices = [] }) => ({
  name,
  choices,
  required: true,
  kind: choices.length > 0 ? 'choice' : format === 'date' ? 'day' : ['integer', 'number'].includes(type) ? 'number' : 'text',
});

/** Adds to the mock of a page what is answered beside its items, as the example has it. */
function withRest(text, operation) {
  const example = operation.resolve(operation.answer).example ?? {};
  const rest = Object.fromEntries(Object.entries(example).filter(([name]) => name !== 'items' && name !== 'page'));
  return Object.keys(rest).length > 0
    ? text.replace(/json\((cutPage\(\w+, request\))\)/, `json({ ...$1, ...${JSON.stringify(rest)} })`)
    : text;
}

/** The values that a form is sent: single ones only. */
function valuesOf(operation) {
  const { id, method, body } = operation;
  if (method === 'GET' || !body) throw new CannotCreate(`${id} is sent nothing: it is not for a form.`);
  const values = operation.named(body, 'What is sent');
  const other = values.fields.find(({ kind, required }) => required && !single.includes(kind));
  if (other) throw new CannotCreate(`${id} needs ${other.name}, which is no single value: begin from src/payments/portal-pay-invoices.ts.`);
  const fields = values.fields.filter(({ kind }) => single.includes(kind)).map((field) => ({ ...field, labelled: false }));
  if (fields.length === 0) throw new CannotCreate(`${id} is sent no single value: begin from src/payments/portal-pay-invoices.ts.`);
  return { ...values, fields };
}

/** The fields that must be filled in: a choice always has a value, and a flag is on or off. */
const mustBeFilled = (fields) => fields.filter(({ required, kind }) => required && kind !== 'flag').map(({ name }) => name);
const withRequired = (text, fields) => {
  const names = mustBeFilled(fields);
  return text.replace(/^ *required: \['sampleName'\],\n/m, (line) =>
    names.length > 0 ? line.replace(`'sampleName'`, names.map(literal).join(', ')) : '',
  );
};

function creationForm(operation) {
  const values = valuesOf(operation);
  const record = operation.answer?.$ref ? operation.named(operation.answer, 'The answer') : undefined;
  const isKeyed = operation.headers.includes('Idempotency-Key');
  return {
    template: 'sample-creation',
    record,
    values,
    each: { value: values.fields },
    is: { empty: !operation.answer, creation: Boolean(record) },
    fields: values.fields,
    finish(text) {
      const keyed = isKeyed
        ? text
        : text.replace(/,? ?header: \{ 'Idempotency-Key': idempotencyKey \}/, '').replace('{ draft, idempotencyKey }', '{ draft }');
      return withRequired(keyed, values.fields)
        .replace(/params: \{ *\},?/g, '')
        .replace('response(201)', `response(${operation.status})`);
    },
    withoutRecord: !record,
  };
}

function editForm(operation, contract) {
  const values = valuesOf(operation);
  const { id, reader } = operation;
  if (!reader) throw new CannotCreate(`${id} changes what nothing reads: the contract has no GET ${operation.path}.`);
  const read = readOperation(contract, reader);
  const record = read.named(read.answer, 'The record');
  if (!record.shape.properties.etag)
    throw new CannotCreate(`${record.name} has no etag, which If-Match of ${id} takes: add it to the schema.`);
  if (operation.answer?.$ref !== read.answer.$ref)
    throw new CannotCreate(`${id} does not answer the ${record.name} that it has changed, which the form goes on with.`);
  const known = new Map(record.fields.map((field) => [field.name, field]));
  const strange = values.fields.find(({ name, required }) => required && !known.has(name));
  if (strange)
    throw new CannotCreate(`${id} needs ${strange.name}, which ${record.name} does not have: begin from src/profile/portal-profile.ts.`);
  const isWhole = operation.method === 'PUT';
  // A field that a record always has is never emptied, though a change may leave it out.
  const fields = values.fields
    .filter(({ name }) => known.has(name))
    .map((field) => ({ ...field, required: !field.nullable && (field.required || known.get(field.name).required) }));
  const texts = fields.filter(({ kind }) => kind === 'text');
  return {
    template: 'sample-edit',
    record,
    values,
    subject: texts[1]?.name,
    text: texts[0]?.name,
    each: { value: fields, text: record.fields.filter(({ kind, labelled }) => kind === 'text' && !labelled) },
    is: { record: true, edit: true, several: texts.length > 1 && !isWhole, texts: texts.length > 0 && !isWhole },
    fields,
    finish(text) {
      const required = withRequired(text, fields);
      return isWhole
        ? required.replace('{ changed, base }', '{ draft, base }').replace('bodyOf(changed)', `bodyOf(draft) as ${values.name}`)
        : required;
    },
  };
}

/** A record has styles already; only those of its own are named. */
const withoutStyles = (text) => text.replace(/^ *static override styles: CSSResultGroup = \[PortalRecordElement\.styles\];\n/m, '');

/** The modules of an element by their paths, but for its texts; and what the texts are needed for. */
export function elementModules({ names, kind, operation, resource, contract, mocks = names.feature }) {
  const made = kinds[kind](operation, contract);
  const { template, each, is, record } = made;
  const { tag, feature, short } = names;
  const isOwned = operation.pathParameters.length > 0;
  const all = namesIn(template, { names, mocks, operation, resource, ...made });
  const options = {
    names: made.text ? { ...all, sampleText: made.text } : all,
    is: { ...is, own: isOwned },
    each: { ...each, example: exampleOf(made, operation) },
  };
  const make = (path, finish = (text) => text) => {
    const text = isOwned ? withoutStyles(read(path)) : withoutOwner(read(path));
    return render(made.finish(finish(text)), options);
  };
  const isOpen = ['guest', 'session'].includes(resource);
  return {
    ...made,
    files: {
      [`src/${feature}/${tag}.ts`]: make(`src/samples/portal-${template}.ts`),
      [`src/${feature}/texts/${short}.ts`]: make(`src/samples/texts/${template}.ts`),
      [`test/mocks/${mocks}.ts`]: record ? make('test/mocks/samples.ts') : emptyMock(make('test/mocks/samples.ts'), operation),
      [`test/scenes/${short}.ts`]: make(`test/scenes/${template}.ts`, isOpen ? deniedTo[resource] : undefined),
      [`test/${feature}/${tag}.test.ts`]: make(`test/samples/portal-${template}.test.ts`, contractOf(resource)),
      [`stories/${feature}/${short}.stories.ts`]: make(`stories/samples/${template}.stories.ts`),
    },
  };
}

/** The properties of a record as the contract's example has them. */
function exampleOf({ record }, operation) {
  const page = operation.answer && operation.resolve(operation.answer).example;
  const value = record?.schema.example ?? page?.items?.[0] ?? {};
  return Object.entries(value)
    .map(([name, each]) => `  ${name}: ${JSON.stringify(each)},`)
    .join('\n');
}

/** The mock of a form whose answer is nothing, or no record with a name. */
function emptyMock(text, operation) {
  const answer = operation.answer ? `json(${JSON.stringify(operation.resolve(operation.answer).example ?? {})})` : 'empty()';
  return `import { http } from './http.js';

/** Takes what is sent. */
export const ${operation.id} = () =>
  http.${operation.method.toLowerCase()}(${literal(operation.path)}, ({ response }) => response(${operation.status}).${answer});
`;
}
