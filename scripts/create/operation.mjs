import { sentence } from './names.mjs';

/** A wish that cannot be met; the message says what to do instead. */
export class CannotCreate extends Error {}

const methods = ['get', 'put', 'post', 'delete', 'patch'];

const isReference = (node) => typeof node?.$ref === 'string';
const nameOf = ({ $ref }) => $ref.split('/').pop();

/** The schema of a value that is not null. */
function withoutNull(schema) {
  if (Array.isArray(schema.type)) {
    const [type] = schema.type.filter((each) => each !== 'null');
    return { ...schema, type, enum: schema.enum?.filter((each) => each !== null) };
  }
  const choices = (schema.oneOf ?? schema.anyOf)?.filter(({ type }) => type !== 'null');
  return choices?.length === 1 ? choices[0] : schema;
}

const isNullable = ({ type, oneOf, anyOf }) =>
  (Array.isArray(type) && type.includes('null')) || (oneOf ?? anyOf ?? []).some((each) => each.type === 'null');

/** The operations of the contract: of one feature, by its tag, or all. */
export const operationsIn = (contract) =>
  Object.entries(contract.paths).flatMap(([path, item]) =>
    methods.filter((method) => item[method]).map((method) => ({ path, item, method, operation: item[method] })),
  );

/** The names that are most like one that is not there; all of them where there are few. */
export function suggestions(name, all) {
  const wanted = new Set(
    [...name.toLowerCase()].map((_, index) => name.toLowerCase().slice(index, index + 3)).filter(({ length }) => length === 3),
  );
  const likeness = (text) => [...wanted].filter((part) => text.toLowerCase().includes(part)).length;
  const sorted = [...all].sort((one, other) => likeness(other) - likeness(one) || (one < other ? -1 : 1));
  return all.length <= 40 ? [...all].sort() : sorted.slice(0, 12);
}

/** An operation of the contract in the terms in which elements are made. */
export function readOperation(contract, id) {
  const resolve = (node) =>
    isReference(node)
      ? resolve(
          node.$ref
            .slice(2)
            .split('/')
            .reduce((at, part) => at[part], contract),
        )
      : node;

  /** Properties of a schema with all that it is made of. */
  function shape(node) {
    const schema = resolve(node);
    const parts = (schema.allOf ?? []).map(shape);
    return {
      properties: Object.assign({}, ...parts.map(({ properties }) => properties), schema.properties),
      required: [...parts.flatMap(({ required }) => required), ...(schema.required ?? [])],
    };
  }

  const kinds = { boolean: 'flag', integer: 'number', number: 'number' };

  /** The way in which a value is shown; `undefined` if it is no single value. */
  function kindOf(schema) {
    const plain = withoutNull(schema);
    if (isReference(plain) && nameOf(plain) === 'Money') return 'money';
    const { type, format, enum: choices } = resolve(plain);
    if (type !== 'string') return kinds[type];
    if (choices) return 'choice';
    return { date: 'day', 'date-time': 'instant' }[format] ?? 'text';
  }

  /** The single values of a record, without its id and version; a label of the server stands in for its value. */
  function fields(node) {
    const { properties, required } = shape(node);
    const isLabel = (name) => name.endsWith('Label') && Object.hasOwn(properties, name.slice(0, -'Label'.length));
    return Object.entries(properties)
      .filter(([name]) => name !== 'id' && name !== 'etag' && !isLabel(name))
      .map(([name, schema]) => ({
        name,
        kind: kindOf(schema),
        choices: resolve(withoutNull(schema)).enum ?? [],
        labelled: Object.hasOwn(properties, `${name}Label`),
        required: required.includes(name),
        nullable: isNullable(resolve(schema)),
        text: sentence(name),
      }));
  }

  function named(node, what) {
    if (!isReference(node)) throw new CannotCreate(`${what} of ${id} has no name of its own: give it one under schemas.`);
    return {
      name: nameOf(node),
      fields: fields(node),
      shape: shape(node),
      hasId: Object.hasOwn(shape(node).properties, 'id'),
      schema: resolve(node),
    };
  }

  const all = operationsIn(contract);
  const found = all.find(({ operation }) => operation.operationId === id);
  if (!found) {
    const known = all.map(({ operation }) => operation.operationId);
    throw new CannotCreate(
      `The contract has no operation ${id}. It has ${known.length}, such as ${suggestions(id, known).join(', ')}. Describe a new one in openapi/ first.`,
    );
  }
  const { path, item, method, operation } = found;
  const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(resolve);
  const of = (place) => parameters.filter((parameter) => parameter.in === place);
  const success = resolve(operation.responses['200'] ?? operation.responses['201'] ?? {});
  return {
    id,
    method: method.toUpperCase(),
    path,
    summary: operation.summary,
    resource: operation['x-permission'].resource,
    action: operation['x-permission'].action,
    pathParameters: of('path').map(({ name }) => name),
    query: of('query').map(({ name, schema }) => ({ name, ...resolve(schema) })),
    needsMatch: of('header').some(({ name }) => name === 'If-Match'),
    headers: of('header')
      .filter(({ required }) => required)
      .map(({ name }) => name),
    status: ['200', '201', '202', '204'].find((status) => operation.responses[status]),
    answers: Object.keys(success.content ?? {}),
    answer: success.content?.['application/json']?.schema,
    body: resolve(operation.requestBody ?? {}).content?.['application/json']?.schema,
    /** The operation of the same path that reads what this one changes. */
    reader: item.get?.operationId,
    resolve,
    shape,
    named,
  };
}
