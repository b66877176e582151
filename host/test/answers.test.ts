import { strict as assert } from 'node:assert';
import { before, describe, it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { unchecked } from '../../src/api/answers.js';
import { loadContract, type Contract, type ContractOperation } from '../src/http/contract.js';
import { responseChecks } from '../src/http/responses.js';

type Path = (string | number)[];

interface Answer {
  operation: ContractOperation;
  status: number;
  example: object;
}

/** What can be wrong with a value, whatever it is. */
const wrongs: Record<string, unknown> = { missing: undefined, null: null, 'an object': {}, 'an array': [], 'a word': 'x' };

/** The places of all values in an answer. */
function* placesIn(value: unknown, path: Path = []): Generator<Path> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    const place = [...path, Array.isArray(value) ? Number(name) : name];
    yield place;
    yield* placesIn(inner, place);
  }
}

function withWrong(example: object, path: Path, value: unknown): object {
  const body = structuredClone(example);
  const holder = path.slice(0, -1).reduce((at: unknown, name) => (at as Record<string, unknown>)[name], body) as Record<string, unknown>;
  if (value === undefined) delete holder[path.at(-1)!];
  else holder[path.at(-1)!] = value;
  return body;
}

/**
 * The elements compare answers by shapes that are made of the contract, which say less than the contract: not how long a
 * text is, nor which words there are. What they say of types and of what may be left out has to be the same.
 */
describe('The elements expect of an answer what the contract says', () => {
  const answers: Answer[] = [];
  let contract: Contract;
  const told: string[] = [];

  before(async () => {
    contract = await loadContract();
    for (const operation of contract.operations.values()) {
      for (const [status, { content }] of Object.entries(operation.responses)) {
        const schema: { example?: object } | undefined = content?.['application/json']?.schema;
        if (schema?.example && Number(status) < 300) answers.push({ operation, status: Number(status), example: schema.example });
      }
    }
    console.warn = (message: string) => void told.push(message);
    await import('../../src/api/check.js');
  });

  /** What becomes of an answer; `undefined`: it is refused. */
  function mended({ operation }: Answer, body: object): object | undefined {
    const data = structuredClone(body);
    try {
      unchecked.push({ data, operation: `${operation.method} ${operation.path}`, mended: () => undefined });
      return data;
    } catch {
      return undefined;
    }
  }

  it('there is an example of every JSON answer', () => {
    assert.ok(answers.length > 80, String(answers.length));
  });

  it('leaves each example as it is, and says nothing', () => {
    for (const answer of answers) assert.deepEqual(mended(answer, answer.example), answer.example, answer.operation.id);
    assert.deepEqual(told, []);
  });

  it('changes what is not as the contract says, and nothing else', () => {
    const checkOf = responseChecks();
    const faults: string[] = [];
    // Several operations answer the same.
    const different = new Map(answers.map((answer) => [JSON.stringify(answer.example), answer]));
    for (const answer of different.values()) {
      const { operation, status, example } = answer;
      const check = checkOf(operation);
      for (const path of placesIn(example)) {
        for (const [name, value] of Object.entries(wrongs)) {
          // A list without one of its rows is a list; one word may be as good as another.
          if (value === undefined && typeof path.at(-1) === 'number') continue;
          const body = withWrong(example, path, value);
          const fault = check(status, 'application/json', body);
          const result = mended(answer, body);
          const changed = !isDeepStrictEqual(result, body);
          if (changed !== (fault !== undefined) && !(name === 'a word' && !changed))
            faults.push(`${operation.id} ${path.join('.')} ${name}: ${fault ?? 'is right'}`);
        }
      }
    }
    assert.deepEqual(faults, []);
  });

  it('is content with what it has put right', () => {
    for (const answer of answers) {
      for (const path of placesIn(answer.example)) {
        const once = mended(answer, withWrong(answer.example, path, null));
        if (once) assert.deepEqual(mended(answer, once), once, `${answer.operation.id} ${path.join('.')}`);
      }
    }
  });
});
