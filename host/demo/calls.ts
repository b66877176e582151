import type { Kysely } from 'kysely';
import type { CallTable } from '../src/calls/tables.js';
import type { Database } from '../src/database/tables.js';
import { insertRows } from '../src/database/insert-rows.js';
import { fromUnits } from '../src/http/money.js';
import { callSearchText } from '../src/calls/search.js';
import { Random } from './random.js';

const months = 13;
const day = 86_400_000;

interface Destination {
  name: string;
  weight: number;
  /** A number; each `x` becomes a digit. */
  number: string;
  /** Price of a minute and of the connection, in millionths. */
  minute: number;
  connection?: number;
  /** Billed seconds: the first interval whole, then each next one. */
  intervals: [number, number];
  included?: boolean;
}

// Numbers that the regulators keep for film and fiction, where there are such.
const destinations: Destination[] = [
  { name: 'Germany fixed', weight: 420, number: '+493023125xxx', minute: 0, intervals: [60, 60], included: true },
  { name: 'Germany fixed', weight: 160, number: '+494066969xxx', minute: 0, intervals: [60, 60], included: true },
  { name: 'Germany mobile', weight: 220, number: '+49171392000x', minute: 49_000, intervals: [60, 1] },
  { name: 'Czechia fixed', weight: 30, number: '+420221990xxx', minute: 14_500, intervals: [60, 1] },
  { name: 'Czechia mobile', weight: 45, number: '+420601123xxx', minute: 79_000, intervals: [60, 60] },
  { name: 'Austria fixed', weight: 18, number: '+4315550xxx', minute: 12_500, intervals: [30, 30] },
  { name: 'Switzerland mobile', weight: 8, number: '+41785550xxx', minute: 212_000, intervals: [60, 1] },
  { name: 'France fixed', weight: 14, number: '+33199000xxx', minute: 11_250, intervals: [1, 1] },
  { name: 'Poland mobile', weight: 12, number: '+48510555xxx', minute: 31_700, intervals: [60, 1] },
  { name: 'United Kingdom fixed', weight: 20, number: '+442079460xxx', minute: 9_900, intervals: [1, 1] },
  { name: 'United Kingdom mobile', weight: 9, number: '+447700900xxx', minute: 27_335, intervals: [1, 1] },
  { name: 'United States', weight: 14, number: '+120255501xx', minute: 7_125, intervals: [6, 6] },
  { name: 'United Arab Emirates mobile', weight: 3, number: '+97150555xxxx', minute: 198_400, intervals: [60, 60] },
  { name: 'Germany service 0180', weight: 6, number: '+491805000xxx', minute: 0, connection: 200_000, intervals: [60, 60] },
  { name: 'Germany freephone', weight: 14, number: '+498005550xxx', minute: 0, intervals: [60, 60], included: true },
  { name: 'Directory enquiries', weight: 2, number: '11833', minute: 1_990_000, intervals: [60, 60] },
  { name: 'Satellite', weight: 0.3, number: '+8816555xxxxx', minute: 4_512_345, connection: 150_000, intervals: [60, 20] },
  { name: 'Emergency', weight: 0.2, number: '112', minute: 0, intervals: [60, 60], included: true },
];

const colleagues = [
  'Anna Schäfer', 'Björn Krüger', 'Chiara Rossi', 'David Novák', 'Eliška Dvořáková', 'Fatima al-Sayed', 'Grzegorz Wiśniewski', 'Hanna Weiß',
  'İbrahim Yılmaz', 'Jana Procházková', 'Karl-Heinz Müller', 'Léa Fournier', 'Marek Černý', 'Nguyễn Thị Lan', 'Olaf Jørgensen', 'Petra Lang',
]; // prettier-ignore
const callers = [
  'Müller Logistik',
  'Praxis Dr. Vogt',
  'Kovář s.r.o.',
  'Stadtwerke',
  'مكتب دبي',
  'Hotel Elbblick',
  'Ó Briain & Sons',
  '株式会社サクラ',
];
const services = [
  { number: '*97', name: 'Voicemail' },
  { number: '*21', name: 'Call forwarding' },
  { number: 'sip:conference@pbx.acme.example', name: 'Conference' },
  { number: '300', name: 'Front desk' },
];
const outcomes = [
  { result: 'answered', weight: 74 },
  { result: 'no-answer', weight: 13 },
  { result: 'busy', weight: 5 },
  { result: 'cancelled', weight: 4 },
  { result: 'failed', weight: 1.5 },
  { result: 'congestion', weight: 0.5 },
];
const directions = [
  { direction: 'out', weight: 48 },
  { direction: 'in', weight: 39 },
  { direction: 'internal', weight: 13 },
];

interface Line {
  clientId: string;
  contractId: string;
  currency: string;
  trunk: string;
  count: number;
  seed: number;
}

const lines: Line[] = [
  { clientId: 'cli_acme', contractId: 'con_acme_voip', currency: 'EUR', trunk: '+4930231250', count: 100_000, seed: 1 },
  { clientId: 'cli_acme', contractId: 'con_acme_voip2', currency: 'GBP', trunk: '+4420794609', count: 400, seed: 2 },
  { clientId: 'cli_globex', contractId: 'con_globex_voip', currency: 'CZK', trunk: '+4202219900', count: 300, seed: 3 },
];

/** Thirteen months of calls up to now for the VoIP contracts of the demo: 100,000 on the first, a few hundred on the others. */
export async function demoCalls(database: Kysely<Database>, now = new Date()): Promise<void> {
  for (const line of lines) {
    const random = new Random(line.seed);
    const starts = callStarts(random, line.count, now);
    for (let first = 0; first < starts.length; first += 2500) {
      const calls = starts.slice(first, first + 2500).map((start, index) => demoCall(random, line, first + index, start, now));
      await insertRows(database, 'calls', calls);
    }
  }
}

/** The times at which calls begin, oldest first: mostly in office hours, hardly at weekends. */
function callStarts(random: Random, count: number, now: Date): number[] {
  const latest = Math.floor(now.getTime() / 1000) * 1000;
  const earliest = new Date(latest).setUTCMonth(now.getUTCMonth() - months);
  const starts: number[] = [];
  while (starts.length < count) {
    const start = new Date(earliest + Math.floor((random.next() * (latest - earliest - 7_200_000)) / 1000) * 1000);
    const weekend = start.getUTCDay() % 6 === 0;
    const office = start.getUTCHours() >= 7 && start.getUTCHours() < 17;
    if (random.chance(weekend ? 0.05 : office ? 1 : 0.08)) starts.push(start.getTime());
  }
  return starts.sort((left, right) => left - right);
}

function demoCall(random: Random, line: Line, index: number, start: number, now: Date): CallTable {
  const { direction } = random.weighted(directions);
  const extension = random.between(0, colleagues.length - 1);
  const own = {
    number: `${line.trunk}${String(extension).padStart(2, '0')}`,
    name: colleagues[extension]!,
    extension: String(301 + extension),
  };
  const destination = random.weighted(destinations);
  const other = direction === 'internal' ? internalParty(random, own.extension) : outsideParty(random, destination, direction === 'in');
  const [from, to] = direction === 'in' ? [other, own] : [own, other];
  const outcome = random.weighted(outcomes).result;
  const result = direction === 'in' && outcome === 'no-answer' && random.chance(0.4) ? 'voicemail' : outcome;
  const isConnected = result === 'answered' || result === 'voicemail';
  const ring = result === 'failed' || result === 'congestion' ? 0 : random.between(2, result === 'no-answer' ? 60 : 20);
  const talk = !isConnected ? 0 : result === 'voicemail' ? random.between(4, 90) : Math.ceil(-Math.log(1 - random.next()) * 170);
  const isPriced = direction === 'out';
  const billed = isPriced ? billedSeconds(talk, destination.intervals) : talk;
  const isPending = isPriced && talk > 0 && now.getTime() - start < 2 * day;
  const price = isPriced && billed > 0 ? (destination.connection ?? 0) + Math.round((destination.minute * billed) / 60) : 0;
  const call = {
    id: `call_${line.contractId.slice(4)}_${String(index).padStart(6, '0')}`,
    client_id: line.clientId,
    contract_id: line.contractId,
    direction,
    from_number: from.number,
    from_name: from.name,
    from_extension: from.extension,
    to_number: to.number,
    to_name: to.name,
    to_extension: to.extension,
    dialled: direction === 'in' ? own.number : (other.extension ?? dialled(random, other.number!)),
    started_at: new Date(start),
    answered_at: isConnected ? new Date(start + ring * 1000) : null,
    ended_at: new Date(start + (ring + talk) * 1000),
    ring_seconds: ring,
    duration_seconds: ring + talk,
    billable_seconds: talk,
    billed_seconds: billed,
    result,
    destination: isPriced ? destination.name : null,
    cost: isPending ? null : fromUnits(BigInt(price), 6),
    currency: line.currency,
    rating: isPending ? 'pending' : !isPriced ? 'free' : destination.included ? 'included' : 'rated',
    final: new Date(start).toISOString().slice(0, 7) < now.toISOString().slice(0, 7),
    sequence: 0,
  };
  return { ...call, search: callSearchText([call]) };
}

interface Party {
  number: string | null;
  name: string | null;
  extension: string | null;
}

function internalParty(random: Random, exceptExtension: string): Party {
  if (random.chance(0.15)) return { ...random.pick(services), extension: null };
  const index = random.between(0, colleagues.length - 1);
  const extension = String(301 + index);
  if (extension === exceptExtension) return { ...services[3]!, extension: '300' };
  return { number: extension, name: colleagues[index]!, extension };
}

function outsideParty(random: Random, destination: Destination, isCaller: boolean): Party {
  if (isCaller && random.chance(0.06)) return { number: null, name: null, extension: null };
  const pattern = isCaller && !destination.number.includes('x') ? destinations[0]!.number : destination.number;
  const number = pattern.replace(/x/g, () => String(random.between(0, 9)));
  return { number, name: random.chance(0.12) ? random.pick(callers) : null, extension: null };
}

/** As people dial: with two zeros abroad, one within Germany, short codes as they are. */
function dialled(random: Random, number: string): string {
  if (!number.startsWith('+') || random.chance(0.2)) return number;
  return number.startsWith('+49') ? `0${number.slice(3)}` : `00${number.slice(1)}`;
}

function billedSeconds(talk: number, [first, next]: [number, number]): number {
  if (talk === 0) return 0;
  return first + Math.ceil(Math.max(0, talk - first) / next) * next;
}
