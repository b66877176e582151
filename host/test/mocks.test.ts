import { strict as assert } from 'node:assert';
import { readdir } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { getResponse, matchRequestUrl, type RequestHandler } from 'msw';
import { loadContract, type Contract } from '../src/http/contract.js';
import { responseChecks, type ResponseCheck } from '../src/http/responses.js';

const folder = new URL('../../test/scenes/', import.meta.url);
const files = (await readdir(fileURLToPath(folder))).filter((file) => file !== 'scene.ts');

/** Ids that the mocks know; with another, an operation answers 404, which must keep to the contract as well. */
const ids = ['inv_1', 'ord_1', 'quo_1', 'crd_1', 'zon_1', 'con_1', 'con_voip', 'per_2', 'unknown'];

/**
 * The mocks in which stories show the elements and tests try them are no fiction: whatever a scene answers to an
 * operation of the contract is what the contract says.
 */
describe('Mocks answer as the contract says', () => {
  let contract: Contract;
  let checkOf: ReturnType<typeof responseChecks>;
  before(async () => {
    contract = await loadContract();
    checkOf = responseChecks();
    // Some scenes bring an element of their own; nothing of it is used here.
    Object.assign(globalThis, { HTMLElement: class {}, customElements: { define: () => {}, get: () => {} } });
  });
  after(() => {
    for (const name of ['HTMLElement', 'customElements']) Reflect.deleteProperty(globalThis, name);
  });

  for (const file of files) {
    it(`in the scenes of ${file}`, async () => {
      const module = (await import(new URL(file, folder).href)) as Record<string, Record<string, { handlers: RequestHandler[] }>>;
      let answers = 0;
      let asks = false;
      for (const scenes of Object.values(module)) {
        for (const [name, { handlers = [] }] of Object.entries(scenes)) {
          if (name === 'loading') continue;
          asks ||= handlers.some(({ info }) => 'method' in info && info.method === 'GET');
          answers += await checkScene(name, handlers);
        }
      }
      // Some show what comes without a request, or only send what people type.
      assert.equal(answers > 0 || !asks, true, 'no scene answered anything');
    });
  }

  async function checkScene(name: string, handlers: RequestHandler[]): Promise<number> {
    let answers = 0;
    const unknown = new Set<string>();
    /** Asking all handlers for an answer takes much longer. */
    const isTaken = (address: string) =>
      handlers.some(({ info }) => 'path' in info && matchRequestUrl(new URL(address), info.path as string).matches);
    for (const operation of contract.operations.values()) {
      if (operation.method !== 'GET') continue;
      const check: ResponseCheck = checkOf(operation);
      for (const id of ids) {
        const address = `http://portal.example/api/v1${operation.path.replace('{format}', 'pdf').replace(/{\w+}/g, id)}`;
        // Most operations have no id in their path, and most scenes answer few operations.
        if (unknown.has(address) || !isTaken(address)) continue;
        const response = await getResponse(handlers, new Request(address, { headers: { Accept: 'application/json' } })).catch(
          () => undefined,
        );
        if (!response) unknown.add(address);
        const mediaType = response?.headers.get('Content-Type')?.split(';')[0];
        if (!response || !mediaType?.includes('json')) continue;
        const fault = check(response.status, mediaType, await response.json());
        assert.equal(fault, undefined, `scene "${name}"`);
        answers++;
      }
    }
    return answers;
  }
});
