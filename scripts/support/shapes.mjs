/** Writes the shapes of the contract's JSON answers, by which src/api/check.ts compares what a server says; from the bundled contract. */

const nameOf = ({ $ref }) => $ref.split('/').pop();
const isNull = ({ type }) => type === 'null';
/** What may be null, or is one of several, has one other form in this contract; more would need more than shapes can say. */
const choicesOf = (schema) => schema.oneOf ?? schema.anyOf ?? [];
const typesOf = ({ type }) => [type ?? []].flat();

/** Decimal numbers are strings of digits. */
const isDecimal = (pattern) => /^\^(-\?)?\[0-9\]\+(\(\\\.\[0-9\]\+\)\?)?\$$/.test(pattern ?? '');
/** Names of texts that nobody reads, but that lead somewhere. */
const isKey = (name) => /^(id|etag|url)$|(?<!vat|registration|creditor)Id$|(Href|Cursor)$/.test(name);

export function shapes(contract) {
  const { schemas } = contract.components;
  const named = new Map();
  const resolve = (schema) => (schema.$ref ? schemas[nameOf(schema)] : schema);
  const mayBeNull = (schema) => choicesOf(schema).some(isNull) || typesOf(resolve(schema)).includes('null');
  const unclear = (schema) => {
    throw new Error(`The shape of an answer cannot be told: ${JSON.stringify(schema)}`);
  };

  /** Properties of a schema with all that it is made of. */
  function members(schema) {
    const parts = [...(schema.allOf ?? []).map((part) => members(resolve(part)))];
    return {
      properties: Object.assign({}, ...parts.map(({ properties }) => properties), schema.properties),
      required: [...parts.flatMap(({ required }) => required), ...(schema.required ?? [])],
      rest: typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined,
    };
  }

  function shapeOf(schema, name) {
    const choices = choicesOf(schema).filter((choice) => !isNull(choice));
    if (choices.length > 1) unclear(schema);
    if (choices.length === 1) return shapeOf(choices[0], name);
    if (schema.$ref) return reference(schema, name);
    const [type = schema.properties || schema.allOf ? 'object' : unclear(schema), another] = typesOf(schema).filter(
      (each) => each !== 'null',
    );
    if (another) unclear(schema);
    if (type === 'array') return `[${shapeOf(schema.items, '')}${mayBeNull(schema.items) ? ', null' : ''}]`;
    if (type === 'object') return objectShape(schema);
    return `'${type === 'string' ? textShape(schema, name) : type === 'integer' ? 'number' : type}'`;
  }

  function textShape({ format, pattern }, name) {
    if (format === 'date') return 'day';
    if (format === 'date-time') return 'instant';
    return isDecimal(pattern) ? 'decimal' : isKey(name) ? 'key' : 'text';
  }

  /** What is an object has its name in the shapes too, if it has one. */
  function reference(schema, name) {
    const target = resolve(schema);
    if (!target.properties && !target.allOf) return shapeOf(target, name);
    if (!named.has(nameOf(schema))) {
      named.set(nameOf(schema), undefined);
      const shape = objectShape(target);
      // After those it is made of.
      named.delete(nameOf(schema));
      named.set(nameOf(schema), shape);
    } else if (!named.get(nameOf(schema))) unclear(schema);
    return nameOf(schema);
  }

  function objectShape(schema) {
    const { properties, required, rest } = members(schema);
    const entries = Object.entries(properties).map(([name, value]) => {
      const key = `${name}${required.includes(name) ? '' : '?'}${mayBeNull(value) ? '~' : ''}`;
      return `${/^\w+$/.test(key) ? key : `'${key}'`}: ${shapeOf(value, name)}`;
    });
    if (rest) entries.push(`'*': ${shapeOf(rest, '')}`);
    return entries.length > 0 ? `{ ${entries.join(', ')} }` : '{}';
  }

  const answers = Object.entries(contract.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { responses = {} }]) => {
      const answer = Object.entries(responses)
        .filter(([status]) => status < 300)
        .map(([, response]) => (response.$ref ? contract.components.responses[nameOf(response)] : response).content?.['application/json'])
        .find(Boolean);
      return answer ? `  '${method.toUpperCase()} ${path}': ${shapeOf(answer.schema, '')},` : [];
    }),
  );
  return [
    '/** The shapes of the JSON answers of each operation; written by `npm run schema` from the contract, never edited. */',
    "import type { Shape } from './check.js';\n",
    ...[...named].map(([name, shape]) => `const ${name}: Shape = ${shape};`),
    '\nexport const shapes: Readonly<Record<string, Shape>> = {',
    ...answers,
    '};\n',
  ].join('\n');
}
