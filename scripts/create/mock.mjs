import { literal, makerOf } from './names.mjs';

/** What the contract gives as an example, as a value of a module. */
const example = (schema) => JSON.stringify(schema.example ?? {}, null, 2);

const maker = ({ name, schema }, given) => `
export const ${makerOf(name)} = (part: Partial<${name}> = {}): ${name} => ({
  ...${example(given === undefined ? schema : { example: given })},
  ...part,
});
`;

const head = (name, imports) => `import type { components } from '../../src/api/schema.js';
import { ${imports} } from './http.js';

type ${name} = components['schemas'][${literal(name)}];
`;

/** Answers a list, cuts its pages and searches as the server does. */
export function listMock(operation, item) {
  const page = operation.resolve(operation.answer);
  const { items = [], ...answered } = page.example ?? {};
  const rest = Object.fromEntries(Object.entries(answered).filter(([name]) => name !== 'page'));
  const searched = operation.query.some(({ name }) => name === 'q');
  const found = searched ? `all.filter((each) => JSON.stringify(each).includes(query.get('q') ?? ''))` : 'all';
  return `${head(item.name, 'cutPage, http')}${maker(item, item.schema.example ? undefined : items[0])}
/** Searches and cuts pages as the server does. */
export const ${operation.id} = (all: ${item.name}[] = [${makerOf(item.name)}()]) =>
  http.get(${literal(operation.path)}, ({ request${searched ? ', query' : ''}, response }) =>
    response(200).json({ ...cutPage(${found}, request)${Object.keys(rest).length > 0 ? `, ...${JSON.stringify(rest)}` : ''} }),
  );
`;
}

/** Answers one record. */
export const recordMock = (operation, record) => `${head(record.name, 'http')}${maker(record)}
export const ${operation.id} = (record: ${record.name} = ${makerOf(record.name)}()) =>
  http.get(${literal(operation.path)}, ({ response }) => response(200).json(record));
`;

/** Takes what a form sends, and tells what that was. */
export function formMock(operation) {
  const { answer, method, path, id } = operation;
  const name = answer?.$ref?.split('/').pop();
  const schema = answer && operation.resolve(answer);
  const reply = answer
    ? `response(${operation.status}).json(${JSON.stringify(schema.example ?? {}, null, 2)})`
    : `response(${operation.status}).empty()`;
  return `import { http } from './http.js';

/** ${name ? `Answers with the ${name} of the contract's example.` : 'Takes what is sent.'} */
export const ${id} = () => http.${method.toLowerCase()}(${literal(path)}, ({ response }) => ${reply});
`;
}
