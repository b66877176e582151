import type { ValidateFunction } from 'ajv';
import type { ContractOperation } from './contract.js';
import { newValidator } from './validation.js';

/** Says what is wrong with a response, or nothing. */
export type ResponseCheck = (status: number, mediaType: string, body: unknown) => string | undefined;

/** Statuses any operation may answer without the contract saying so at each of them. */
const general = new Set([400, 413, 415, 429, 500, 503]);

/** Makes the check of an operation's JSON responses against the contract. */
export function responseChecks(): (operation: ContractOperation) => ResponseCheck {
  const validator = newValidator({});
  return ({ id, responses }) => {
    const compiled = new Map<string, ValidateFunction>();
    for (const [status, { content = {} }] of Object.entries(responses)) {
      for (const [mediaType, { schema }] of Object.entries(content)) {
        if (schema && mediaType.endsWith('json')) compiled.set(`${status} ${mediaType}`, validator.compile(schema));
      }
    }
    return (status, mediaType, body) => {
      const validate = compiled.get(`${status} ${mediaType}`);
      if (!validate) return general.has(status) ? undefined : `${id} answered ${status} ${mediaType}, which the contract does not know`;
      if (validate(JSON.parse(JSON.stringify(body)))) return undefined;
      return `${id} answered ${status} against the contract: ${validator.errorsText(validate.errors, { dataVar: 'body' })}`;
    };
  };
}
