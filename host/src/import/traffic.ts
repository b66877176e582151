import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/tables.js';
import { textLines } from './lines.js';
import { OwnAddresses } from './own-addresses.js';
import { cellsOf, trafficFormat, type TrafficFormat, type TrafficSample } from './traffic-lines.js';
import type { ImportFunction, ImportResult } from './types.js';
import { zonedTimes } from './zoned-time.js';

const batchSize = 5000;
const reportEvery = 50_000;
/** The number of unreadable lines at the beginning after which the file is taken to be of another kind. */
const mostUnread = 20;
const otherValue = 'There is another value for this sample.';
const unknownFormat =
  'These are no samples of traffic: the first line has to name the columns stamp, ip, in and out, or those of pmacct: ip_src, ip_dst, bytes and stamp_inserted or timestamp_min.';

/**
 * Reads samples of a contract's traffic: `stamp,ip,in,out`, a line a sample, or flows of pmacct, which are added up to samples. Counts
 * are of samples. A sample that is there stays as it is; one with another value is skipped.
 */
export const importTraffic: ImportFunction = async (database, file, onProgress = () => {}) => {
  const { clientId, contractId, timeZone, sampling, content } = file;
  if (contractId === undefined) throw new Error('Traffic belongs to a contract: say which with --contract.');
  const own = await OwnAddresses.of(database, contractId);
  const times = await zonedTimes(database, clientId, timeZone);
  const store = new SampleStore(database, contractId);
  const { result } = store;
  const newest = Date.now();
  let format: TrafficFormat | undefined;
  let samples = new Map<string, TrafficSample>();
  let found = false;

  const flush = async () => {
    await store.add([...samples.values()]);
    samples = new Map();
  };
  const progress = () => onProgress({ imported: result.imported, unchanged: result.unchanged, skipped: result.skipped.length });

  for await (const { number, text } of textLines(content)) {
    if (text.trim() === '') continue;
    if (!format) {
      format = trafficFormat(text, { own, times, sampling });
      if (!format) throw new Error(unknownFormat);
      continue;
    }
    const cells = cellsOf(text);
    const read = cells ? format.read(cells) : 'A quotation mark is not closed.';
    const reason = typeof read === 'object' && read.at.getTime() > newest ? 'The sample lies in the future.' : read;
    if (typeof reason === 'object') add(samples, { ...reason, line: number }, format, result);
    else if (reason !== undefined) result.skipped.push({ line: number, reason });
    found ||= typeof reason === 'object';
    if (!found && result.skipped.length > mostUnread) break;
    if (!format.adds && samples.size >= batchSize) await flush();
    if (number % reportEvery === 0) progress();
  }
  if (!format) throw new Error(unknownFormat);
  if (!found && result.skipped.length > 0) {
    const { line, reason } = result.skipped[0]!;
    throw new Error(`These are no samples of this contract: line ${line}: ${reason}`);
  }
  if (!found && format.adds) throw new Error('No line has an address of this contract on one of its sides.');
  await flush();
  progress();
  // The embedded database does not do this by itself, and sums are fast only over pages it knows to be tidy.
  if (result.imported > 0)
    for (const table of ['samples', 'hours', 'days']) await sql`vacuum analyze ${sql.table(`traffic_${table}`)}`.execute(database);
  result.skipped.sort((left, right) => left.line - right.line);
  return result;
};

/** Puts a sample with those to store: parts are added together, else the same one again is unchanged, and another value skipped. */
function add(samples: Map<string, TrafficSample>, sample: TrafficSample, { adds }: TrafficFormat, result: ImportResult): void {
  const key = `${sample.address} ${sample.at.getTime()}`;
  const known = samples.get(key);
  if (!known) samples.set(key, sample);
  else if (adds) {
    known.in += sample.in;
    known.out += sample.out;
  } else if (known.in === sample.in && known.out === sample.out) result.unchanged += 1;
  else result.skipped.push({ line: sample.line, reason: otherValue });
}

/** Stores samples of a contract and keeps count. */
class SampleStore {
  readonly result: ImportResult = { imported: 0, unchanged: 0, skipped: [] };
  private readonly counters = new Map<string | null, number>();

  constructor(
    private readonly database: Kysely<Database>,
    private readonly contractId: string,
  ) {}

  async add(samples: readonly TrafficSample[]): Promise<void> {
    await this.requireCounters([...new Set(samples.map(({ address }) => address))]);
    for (let start = 0; start < samples.length; start += batchSize) await this.insert(samples.slice(start, start + batchSize));
  }

  private async insert(samples: readonly TrafficSample[]): Promise<void> {
    const rows = samples.map(({ line, address, at, ...bytes }) => ({
      line,
      counter_id: this.counters.get(address)!,
      at,
      in_bytes: bytes.in,
      out_bytes: bytes.out,
    }));
    const { rows: answers } = await sql<{ added: number; others: number[] }>`
      with given as materialized (
        select * from json_to_recordset(${JSON.stringify(rows)})
          as row (line integer, counter_id integer, at timestamptz, in_bytes bigint, out_bytes bigint)
      ), added as (
        insert into traffic_samples (at, in_bytes, out_bytes, counter_id)
        select at, in_bytes, out_bytes, counter_id from given order by counter_id, at on conflict do nothing returning 1
      )
      select (select count(*) from added)::integer as added, array(
        select line from given join traffic_samples as known using (counter_id, at)
        where (known.in_bytes, known.out_bytes) is distinct from (given.in_bytes, given.out_bytes)
      ) as others`.execute(this.database);
    const { added, others } = answers[0]!;
    this.result.imported += added;
    this.result.unchanged += samples.length - added - others.length;
    this.result.skipped.push(...others.map((line) => ({ line, reason: otherValue })));
  }

  private async requireCounters(addresses: readonly (string | null)[]): Promise<void> {
    const missing = addresses.filter((address) => !this.counters.has(address));
    if (missing.length === 0) return;
    await this.database
      .insertInto('traffic_counters')
      .values(missing.map((address) => ({ contract_id: this.contractId, address })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const { rows } = await sql<{ id: number; address: string | null }>`
      select id, abbrev(address) as address from traffic_counters where contract_id = ${this.contractId}`.execute(this.database);
    for (const { id, address } of rows) this.counters.set(address, id);
  }
}
