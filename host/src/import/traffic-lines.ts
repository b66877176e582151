import { parse } from 'csv-parse/sync';
import { sampleLength } from '../traffic/period.js';
import type { OwnAddresses } from './own-addresses.js';
import type { ZonedTimes } from './zoned-time.js';

/** Bytes of five minutes of an address, or of the contract's port, which has none. */
export interface TrafficSample {
  line: number;
  address: string | null;
  at: Date;
  in: number;
  out: number;
}

/** Bytes that a line tells of, why it tells nothing, or nothing for a line that does not concern the contract. */
type Read = Omit<TrafficSample, 'line'> | string | undefined;

/** Reads the lines of one kind of file. */
export interface TrafficFormat {
  /** Lines of the same sample are parts of it, and are added together. */
  adds: boolean;
  read(cells: readonly string[]): Read;
}

interface Dependencies {
  own: OwnAddresses;
  times: ZonedTimes;
  /** One packet of so many was counted. */
  sampling?: number | undefined;
}

/** Collectors are seldom punctual: a stamp may be so far off the grid. */
const tolerance = 30_000;

/** The format that a header belongs to; undefined when it is none. */
export function trafficFormat(header: string, dependencies: Dependencies): TrafficFormat | undefined {
  const names = cellsOf(header)?.map((name) => name.trim().toLowerCase()) ?? [];
  const column = (...wanted: string[]) => wanted.map((name) => names.indexOf(name)).find((index) => index >= 0) ?? -1;
  const [stamp, ip, into, out] = [column('stamp'), column('ip'), column('in'), column('out')];
  if (Math.min(stamp, ip, into, out) >= 0) return samples({ stamp, ip, into, out }, dependencies);
  const columns = {
    source: column('ip_src', 'src_ip'),
    destination: column('ip_dst', 'dst_ip'),
    bytes: column('bytes'),
    stamp: column('stamp_inserted', 'timestamp_min', 'timestamp_start'),
  };
  return Math.min(...Object.values(columns)) >= 0 ? flows({ ...columns, sampling: column('sampling_rate') }, dependencies) : undefined;
}

/** The cells of a line; undefined when a quotation mark is not closed. */
export function cellsOf(line: string): string[] | undefined {
  if (!line.includes('"')) return line.split(',');
  try {
    return parse(line, { relax_quotes: true, relax_column_count: true })[0];
  } catch {
    return undefined;
  }
}

/** `stamp,ip,in,out`: a line a sample, with its beginning and the bytes of its five minutes. */
function samples(columns: Record<'stamp' | 'ip' | 'into' | 'out', number>, { own, times }: Dependencies): TrafficFormat {
  return {
    adds: false,
    read(cells) {
      const [stamp, ip, into, out] = [columns.stamp, columns.ip, columns.into, columns.out].map((index) => cells[index]?.trim());
      if (stamp === undefined || ip === undefined || into === undefined || out === undefined) return 'Columns are missing.';
      const address = ip === '' ? null : own.find(ip);
      if (address === undefined) return `This is no address of the contract: ${ip}`;
      const at = withZone.test(stamp) ? times.read(stamp.replace(withoutSeconds, '$1:00$2')) : undefined;
      if (!at) return `The stamp is not a time with its offset or Z: ${stamp}`;
      const start = Math.round(at.getTime() / sampleLength) * sampleLength;
      if (Math.abs(at.getTime() - start) > tolerance) return `The stamp is not the beginning of five minutes: ${stamp}`;
      if (!count.test(into) || !count.test(out)) return `Bytes in and out are not whole numbers: ${into}, ${out}`;
      return { address, at: new Date(start), in: Number(into), out: Number(out) };
    },
  };
}

/**
 * Flows as pmacct's tables and print plugin have them. What goes to an address of the contract is in, what comes from one is out;
 * between two of them nothing passes the port.
 */
function flows(
  columns: Record<'source' | 'destination' | 'bytes' | 'stamp' | 'sampling', number>,
  { own, times, sampling }: Dependencies,
): TrafficFormat {
  return {
    adds: true,
    read(cells) {
      const [source, destination, bytes, stamp] = [columns.source, columns.destination, columns.bytes, columns.stamp].map((index) =>
        cells[index]?.trim(),
      );
      if (source === undefined || destination === undefined || bytes === undefined || stamp === undefined) return 'Columns are missing.';
      const [from, to] = [own.find(source), own.find(destination)];
      if ((from === undefined) === (to === undefined)) return undefined;
      const at = times.read(stamp);
      if (!at) return `The stamp is not a time: ${stamp}`;
      if (!count.test(bytes)) return `Bytes are not a whole number: ${bytes}`;
      // An unknown rate is 0 in pmacct, and 1 where it has multiplied already.
      const rate = sampling ?? Math.max(1, Number(cells[columns.sampling]) || 1);
      const counted = Number(bytes) * rate;
      const start = new Date(Math.floor(at.getTime() / sampleLength) * sampleLength);
      return { address: (from ?? to)!, at: start, in: to === undefined ? 0 : counted, out: from === undefined ? 0 : counted };
    },
  };
}

const count = /^\d{1,15}$/;
const withZone = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;
const withoutSeconds = /^(.{16})(Z|[+-]\d\d:?\d\d)$/;
