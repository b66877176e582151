import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, describe, test } from 'node:test';
import { demo } from '../demo/index.js';
import { demoAccounts } from '../demo/people.js';
import { loadContract } from '../src/http/contract.js';
import { postAsStaff } from '../src/tickets/staff.js';
import { startHost, type Send } from './support/host.js';

const host = await startHost();
const { operations } = await loadContract();
/** Not the archive, which is the documents that are read one by one. */
const reads = [...operations.values()].filter(
  ({ id, method, permission }) => method === 'GET' && permission.resource !== 'guest' && id !== 'getInvoiceArchive',
);

/** What is large and has nothing of its own to tell here; people and contracts are there already. */
const leftOut = ['people', 'contracts', 'calls', 'legs of calls', 'recordings', 'traffic'];
/** Operations that have nothing to answer then, or files that only an upload brings; the tests of their features show whose they are. */
const unanswered = /Call|Traffic|Recording|^getOrderFile$|^getTaxExemptionFile$/;

interface Answer {
  operation: string;
  path: string;
  status: number;
  text: string;
}

const queries: Record<string, string> = {
  '/contracts/{contractId}/calls/statement': '?from=2026-11-01&to=2026-11-30',
  '/quotes/{quoteId}/totals': '?options=',
  '/tickets/{ticketId}': '?posts=2000',
};

/** Every `id` in JSON, however deep. */
function idsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => (key === 'id' && typeof each === 'string' ? [each] : idsIn(each)));
}

/** Reads all that one person can find by going from each list to its records, and from each record to what belongs to it. */
class Reader {
  readonly #lists = new Map<string, Promise<string[]>>();

  constructor(private readonly send: Send) {}

  async read(path: string): Promise<Pick<Answer, 'status' | 'text'>> {
    const response = await this.send('GET', path);
    return { status: response.status, text: await response.text() };
  }

  async readAll(): Promise<Answer[]> {
    const answers: Answer[] = [];
    for (const { id, path } of reads)
      for (const each of await this.#paths(path)) answers.push({ operation: id, path: each, ...(await this.read(each)) });
    return answers;
  }

  /** The path with what it stands for, up to eight of each. */
  async #paths(path: string): Promise<string[]> {
    const query = queries[path] ?? '';
    let found = [''];
    for (const segment of path.split('/').slice(1)) {
      const next = await Promise.all(found.map(async (begin) => (await this.#segments(begin, segment)).map((each) => `${begin}/${each}`)));
      found = next.flat();
    }
    return found.map((each) => each + query);
  }

  async #segments(begin: string, segment: string): Promise<string[]> {
    if (segment === '{format}') return ['pdf', 'ubl', 'csv'];
    if (!segment.startsWith('{')) return [segment];
    // What no list has is named in the record that it belongs to.
    const holder = segment === '{file}' ? begin.replace(/\/files$/, '') : begin;
    const ids = this.#lists.get(holder) ?? this.#idsOf(holder);
    this.#lists.set(holder, ids);
    return (await ids).slice(0, 8).map(encodeURIComponent);
  }

  async #idsOf(path: string): Promise<string[]> {
    const { status, text } = await this.read(path);
    if (status !== 200) return [];
    const body = JSON.parse(text) as { items?: unknown };
    return [...new Set(idsIn(body.items ?? body))];
  }
}

const readers = new Map<string, Reader>();
const seen = new Map<string, Answer[]>();
const noted = `PRIVATE-${randomUUID()}`;

before(async () => {
  for (const { name, fill } of demo.steps(host.secretBox)) if (!leftOut.includes(name)) await fill(host.database);
  for (const { id } of await host.database.selectFrom('tickets').select('id').execute())
    await postAsStaff(host.database, { ticketId: id, name: 'Nora Lind', text: noted, hidden: true });
  for (const { email } of demoAccounts) readers.set(email, new Reader(await host.signIn(email)));
  for (const [email, reader] of readers) seen.set(email, await reader.readAll());
});

describe('Whatever somebody reads', () => {
  test('each operation has answered somebody, so that these tests say something of it', () => {
    const answered = new Set([...seen.values()].flat().flatMap(({ operation, status }) => (status === 200 ? [operation] : [])));
    const silent = reads.map(({ id }) => id).filter((id) => !answered.has(id) && !unanswered.test(id));
    assert.deepEqual(silent, []);
  });

  test('no answer has what the company has noted for itself', () => {
    const leaks = [...seen].flatMap(([email, answers]) =>
      answers.flatMap(({ path, text }) => (text.includes(noted) ? [`${email} ${path}`] : [])),
    );
    assert.deepEqual(leaks, []);
  });

  test('what one client finds is not there for another', async () => {
    const others = readers.get('owner@acme.example')!;
    const records = seen.get('owner@globex.example')!.filter(({ path, status }) => status === 200 && /\/\w+_/.test(path));
    assert.ok(records.length > 20, `${records.length} records`);
    const found = [];
    for (const { path } of records) {
      const { status } = await others.read(path);
      if (status !== 404) found.push(`${path} ${status}`);
    }
    assert.deepEqual(found, []);
  });

  test('no list of one client names a record of another', () => {
    const own = seen
      .get('owner@globex.example')!
      .flatMap(({ path, status }) => (status === 200 ? (path.match(/(?<=\/)[a-z]+_\w+/g) ?? []) : []));
    const lists = seen.get('owner@acme.example')!;
    const leaks = lists.flatMap(({ path, text }) => own.filter((id) => text.includes(`"${id}"`)).map((id) => `${path} ${id}`));
    assert.deepEqual([...new Set(leaks)], []);
  });
});
