import { sql } from 'kysely';
import { apiPrefix } from '../src/server.js';
import { startBenchHost, type BenchHost } from './host.js';

const rounds = 9;
const path = `${apiPrefix}/contracts/con_acme_voip/calls`;
const sorts = ['startedAt', '-startedAt', 'duration', '-duration', 'cost', '-cost'];
const month = new Date(new Date().toISOString().slice(0, 8) + '01T00:00:00Z').toISOString();

const filters: Readonly<Record<string, string>> = {
  'no filter': '',
  'this month': `from=${month}`,
  'direction in': 'direction=in',
  'result failed': 'result=failed',
  'result no-answer': 'result=no-answer',
  'result cancelled': 'result=cancelled',
  'text found often': 'q=mobile',
  'text found rarely': 'q=satellite',
  'text found nowhere': 'q=nobody-has-this',
  'a minute and more': 'minDuration=60',
  'half an hour and more': 'minDuration=1800',
  'cost 1 and more': 'minCost=1',
};

export interface PageTime {
  filter: string;
  sort: string;
  page: 'first' | 'second';
  /** Median milliseconds at the server: session, permission, rows and totals. */
  milliseconds: number;
}

/** Measures pages of 50 out of 100,000 calls, for each filter and sort: the first page and the one its cursor leads to. */
export async function timeCallPages(host: BenchHost): Promise<PageTime[]> {
  const times: PageTime[] = [];
  for (const [filter, query] of Object.entries(filters)) {
    for (const sort of sorts) {
      const first = `${path}?sort=${sort}&${query}`;
      const { page } = (await ask(host, first)) as { page: { nextCursor: string | null } };
      times.push({ filter, sort, page: 'first', milliseconds: await medianTime(host, first) });
      if (page.nextCursor)
        times.push({ filter, sort, page: 'second', milliseconds: await medianTime(host, `${first}&cursor=${page.nextCursor}`) });
    }
  }
  return times;
}

/** Median milliseconds of a search whose totals are not remembered from an earlier request, because calls have changed since. */
export async function timeNewSearch(host: BenchHost): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await sql`update call_versions set version = version + 1`.execute(host.database);
    const started = performance.now();
    await ask(host, `${path}?q=mobile`);
    times.push(performance.now() - started);
  }
  return middleOf(times);
}

/** Megabytes above idle while 100,000 calls are written as CSV, and how long that takes. */
export async function measureCallCsv(host: BenchHost): Promise<{ megabytes: number; seconds: number; bytes: number }> {
  await sql`select count(*) from calls`.execute(host.database);
  globalThis.gc?.();
  const idle = process.memoryUsage().rss;
  let most = idle;
  let bytes = 0;
  const started = performance.now();
  const response = await fetch(`${host.url}/contracts/con_acme_voip/calls`, { headers: { cookie: host.cookie, accept: 'text/csv' } });
  for await (const chunk of response.body!) {
    bytes += (chunk as Uint8Array).length;
    most = Math.max(most, process.memoryUsage().rss);
  }
  return { megabytes: (most - idle) / 2 ** 20, seconds: (performance.now() - started) / 1000, bytes };
}

/** The median milliseconds that a page takes at the server. */
export async function medianTime(host: BenchHost, url: string): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    await ask(host, url);
    times.push(performance.now() - started);
  }
  return middleOf(times);
}

const middleOf = (times: number[]): number => times.sort((left, right) => left - right)[Math.floor(times.length / 2)]!;

async function ask(host: BenchHost, url: string): Promise<unknown> {
  const response = await host.server.inject({ url, headers: { cookie: host.cookie } });
  if (response.statusCode !== 200) throw new Error(`${url} answered ${response.statusCode}: ${response.body}`);
  return response.json();
}

if (process.argv[1] === import.meta.filename) {
  const host = await startBenchHost();
  for (const { filter, sort, page, milliseconds } of await timeCallPages(host))
    console.log(`${filter.padEnd(24)}${sort.padEnd(12)}${page.padEnd(8)}${milliseconds.toFixed(1).padStart(8)} ms`);
  console.log(`text found often, calls changed since: ${(await timeNewSearch(host)).toFixed(1)} ms`);
  const { megabytes, seconds, bytes } = await measureCallCsv(host);
  console.log(`CSV of 100,000 calls: ${megabytes.toFixed(0)} MB above idle, ${seconds.toFixed(1)} s, ${(bytes / 2 ** 20).toFixed(1)} MB`);
  await host.close();
}
