import type { ContractOperation } from './contract.js';
import { newValidator } from './validation.js';

/** Says what is wrong with a response, or nothing. */
export type ResponseCheck = (status: number, mediaType: string, body: unknown) => string | undefined;

/** Statuses any operation may answer without the contract saying so at each of them. */
const general = new Set([400, 413, 415, 429, 500, 503]);

/** One for the process: it keeps what it has compiled, which several hosts may need. */
const validator = newValidator({});

/** Makes the check of an operation's JSON responses against the contract. */
export function responseChecks(): (operation: ContractOperation) => ResponseCheck {
  return ({ id, responses }) => {
    const schemas = new Map<string, object>();
    for (const [status, { content = {} }] of Object.entries(responses)) {
      for (const [mediaType, { schema }] of Object.entries(content)) {
        if (schema && mediaType.endsWith('json')) schemas.set(`${status} ${mediaType}`, schema);
      }
    }
    return (status, mediaType, body) => {
      const schema = schemas.get(`${status} ${mediaType}`);
      if (!schema) return general.has(status) ? undefined : `${id} answered ${status} ${mediaType}, which the contract does not know`;
      // Compiled when it is first needed, and kept by the validator: there are hundreds.
      const validate = validator.compile(schema);
      if (validate(JSON.parse(JSON.stringify(body)))) return undefined;
      return `${id} answered ${status} against the contract: ${validator.errorsText(validate.errors, { dataVar: 'body' })}`;
    };
  };
}
