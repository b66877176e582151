import type { ErrorObject } from 'ajv';
import { Ajv2020, type Options } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { FastifySchemaCompiler, FastifySchema } from 'fastify';

/** A JSON Schema 2020-12 validator, the dialect of OpenAPI 3.1, which does not mind OpenAPI's own keywords. */
export function newValidator(options: Options): Ajv2020 {
  const validator = new Ajv2020({ strict: false, ...options });
  addFormats.default(validator);
  for (const name of ['date', 'date-time'] as const) {
    const known = validator.formats[name] as { validate: (text: string) => boolean };
    // The calendar of the database begins with the year 1.
    validator.addFormat(name, { ...known, validate: (text: string) => text >= '0001' && known.validate(text) });
  }
  return validator;
}

/** Checks requests; only what stands in the query, which is all text, is turned into numbers and booleans. */
export function requestValidators(): FastifySchemaCompiler<FastifySchema> {
  const query = newValidator({ useDefaults: true, coerceTypes: true });
  const other = newValidator({ useDefaults: true });
  return ({ schema, httpPart }) => {
    if (httpPart === 'headers') return whenNeeded(other, withLowerCaseNames(schema as HeaderSchema));
    return whenNeeded(httpPart === 'querystring' ? query : other, schema);
  };
}

interface Check {
  (data: unknown): boolean;
  errors?: ErrorObject[] | null | undefined;
}

/** Compiles a schema when the first request needs it, and leaves it to the validator to keep it: a host starts sooner. */
function whenNeeded(validator: Ajv2020, schema: FastifySchema): Check {
  const check: Check = (data) => {
    const validate = validator.compile(schema);
    const ok = validate(data);
    check.errors = validate.errors;
    return ok;
  };
  return check;
}

interface HeaderSchema {
  properties?: Record<string, unknown>;
  required?: string[];
}

/** Names of headers arrive in lower case. */
function withLowerCaseNames({ properties = {}, required = [], ...schema }: HeaderSchema): object {
  const lowerCase = (name: string) => name.toLowerCase();
  return {
    ...schema,
    properties: Object.fromEntries(Object.entries(properties).map(([name, property]) => [lowerCase(name), property])),
    required: required.map(lowerCase),
  };
}
