import { sql } from 'kysely';
import { demo } from '../demo/index.js';
import { demoCalls } from '../demo/calls.js';
import { demoContracts } from '../demo/contracts.js';
import { demoInvoices } from '../demo/invoices.js';
import { demoPeople } from '../demo/people.js';
import { demoTraffic } from '../demo/traffic.js';
import { useCompany } from '../src/company.js';
import { migrate } from '../src/migrate.js';
import { openDatabase } from '../src/database/database.js';
import { importFile } from '../src/import/index.js';
import { measureCallCsv, timeCallPages, timeNewSearch } from './calls.js';
import { startBenchHost } from './host.js';
import { eventCount, fillEvents, timeEventPages } from './events.js';
import { ledgerLines, timeLedgerPages } from './ledger.js';
import { mailsInLog, timeMailPages } from './mail-log.js';
import { fillTickets, ticketCount, timeTicketLists, timeTicketSearches } from './tickets.js';
import { timeTrafficPages } from './traffic.js';

export interface BenchRow {
  name: string;
  figure: number;
  unit: string;
  budget: number;
  ok: boolean;
}

const row = (name: string, figure: number, unit: string, budget: number): BenchRow => ({
  name,
  figure: Math.round(figure * 10) / 10,
  unit,
  budget,
  ok: figure <= budget,
});

/** Pages of 100,000 calls at the server with their totals: for each filter the slowest of all sorts and pages; and pages of traffic. */
export async function benchPages(): Promise<BenchRow[]> {
  const host = await startBenchHost();
  try {
    const times = await timeCallPages(host);
    const names = [...new Set(times.map(({ filter }) => filter))];
    const pages = names.map((name) => {
      const slowest = Math.max(...times.filter(({ filter }) => filter === name).map(({ milliseconds }) => milliseconds));
      return row(`page of 100,000 calls, ${name}, slowest sort`, slowest, 'ms', 60);
    });
    pages.push(row('page of 100,000 calls, text found often, calls changed since', await timeNewSearch(host), 'ms', 60));
    const { megabytes, seconds } = await measureCallCsv(host);
    const traffic = (await timeTrafficPages(host)).map(({ name, milliseconds }) => row(name, milliseconds, 'ms', 100));
    const ledger = await timeLedgerPages(host);
    const mails = await timeMailPages(host);
    return [
      ...pages,
      ...traffic,
      row(`page of a ledger of ${ledgerLines.toLocaleString('en')} lines, slowest of first, middle, last and filtered`, ledger, 'ms', 80),
      row(
        `page of a mail log of ${mailsInLog.toLocaleString('en')} mails beside as many of another client, slowest of all filters`,
        mails,
        'ms',
        80,
      ),
      row('CSV of 100,000 calls, memory above idle', megabytes, 'MB', 100),
      row('CSV of 100,000 calls', seconds, 's', 30),
    ];
  } finally {
    await host.close();
  }
}

/** Clients beside the one that is measured, each with as much as that one. */
const others = Number(process.env['PORTAL_BENCH_OTHERS'] ?? 10);

/**
 * Pages of tickets, of their search and of events: for all filters the slowest, alone and beside ten times as much of other clients. On the
 * PostgreSQL that `PORTAL_TEST_DATABASE_URL` names, as under `node scripts/postgresql.mjs`; millions of rows are not what the embedded
 * database is for.
 */
export async function benchLargeClients(): Promise<BenchRow[]> {
  const databaseUrl = process.env['PORTAL_TEST_DATABASE_URL'];
  if (databaseUrl === undefined) return [];
  const host = await startBenchHost(databaseUrl);
  try {
    const { database } = host;
    await fillTickets(database, 'cli_acme', ticketCount, { people: ['mem_acme_owner', 'mem_acme_tech'] });
    await fillEvents(database, 'cli_acme', eventCount);
    const alone = await measure('');
    for (let other = 0; other < others; other++) {
      const id = `cli_bench_${other}`;
      await addClient(id);
      await fillTickets(database, id, ticketCount, { people: [`mem_${id}`] });
      await fillEvents(database, id, eventCount);
    }
    return [...alone, ...(await measure(`, beside ${others} times as much of others`))];
  } finally {
    await host.close();
  }

  async function addClient(id: string): Promise<void> {
    const { database } = host;
    await sql`insert into clients select (jsonb_populate_record(clients, jsonb_build_object('id', ${id}::text, 'number', ${id}::text))).* from clients where id = 'cli_globex'`.execute(database); // prettier-ignore
    await sql`insert into memberships select (jsonb_populate_record(memberships, jsonb_build_object('id', ${`mem_${id}`}::text, 'client_id', ${id}::text))).*
      from memberships where id = 'mem_globex_owner'`.execute(database);
  }

  async function measure(beside: string): Promise<BenchRow[]> {
    for (const table of ['tickets', 'ticket_documents', 'ticket_parties', 'ticket_posts', 'events'])
      await sql`vacuum analyze ${sql.table(table)}`.execute(host.database);
    const list = await timeTicketLists(host);
    const search = await timeTicketSearches(host);
    const events = await timeEventPages(host);
    const count = (of: number) => of.toLocaleString('en');
    return [
      row(`page of ${count(ticketCount)} tickets, slowest of all filters (${list.what})${beside}`, list.milliseconds, 'ms', 60),
      row(`search of ${count(ticketCount)} tickets, slowest of all (${search.what})${beside}`, search.milliseconds, 'ms', 120),
      row(`page of ${count(eventCount)} events, slowest of all filters (${events.what})${beside}`, events.milliseconds, 'ms', 60),
    ];
  }
}

/** Filling the database: the demo data, and call records from a file. */
export async function benchImports(): Promise<BenchRow[]> {
  useCompany(demo.company);
  const { database, close } = await openDatabase({});
  try {
    await migrate(database);
    await demoPeople(database);
    await demoContracts(database);
    const content = Buffer.from(callRecords(100_000));
    const file = { kind: 'calls', clientId: 'cli_acme', contractId: 'con_acme_voip2', filename: 'Master.csv', content };
    const samples = { ...file, kind: 'traffic', contractId: 'con_acme_rack', content: Buffer.from(trafficSamples(100_000)) };
    const zone = { kind: 'zones', clientId: 'cli_acme', filename: 'bench.example.zone', content: Buffer.from(zoneFile(20_000)) };
    return [
      row('demo, 1,000 invoices', await seconds(() => demoInvoices(database)), 's', 4),
      row('demo, 100,000 calls', await seconds(() => demoCalls(database)), 's', 8),
      row('import of 100,000 call records', await seconds(() => importFile(database, file)), 's', 30),
      row('the same file again', await seconds(() => importFile(database, file)), 's', 30),
      row('demo, 90 days of traffic of 14 addresses', await seconds(() => demoTraffic(database)), 's', 8),
      row('import of 100,000 samples of traffic', await seconds(() => importFile(database, samples)), 's', 10),
      row('the same samples again', await seconds(() => importFile(database, samples)), 's', 10),
      row('import of a zone of 20,000 records', await seconds(() => importFile(database, zone)), 's', 10),
    ];
  } finally {
    await close();
  }
}

async function seconds(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await run();
  return (performance.now() - started) / 1000;
}

/** Records as Asterisk writes them, a minute apart. */
function callRecords(count: number): string {
  const stamp = (minute: number, second: number) =>
    new Date(Date.UTC(2026, 0, 1, 0, minute, second)).toISOString().slice(0, 19).replace('T', ' ');
  const lines = Array.from({ length: count }, (_, index) => {
    const extension = 301 + (index % 20);
    const id = `${1_767_225_600 + index * 60}.${index}`;
    return `"","${extension}","00493023125${index % 1000}","from-internal","""User ${extension}"" <${extension}>","PJSIP/${extension}-${index}","PJSIP/trunk-${index}","Dial","PJSIP/trunk,60","${stamp(index, 0)}","${stamp(index, 8)}","${stamp(index, 50)}",50,42,"ANSWERED","DOCUMENTATION","${id}","","","${id}","${index}"\n`;
  });
  return lines.join('');
}

/** Samples of five addresses, as a collector writes them, long before the demo's. */
function trafficSamples(count: number): string {
  const stamp = (index: number) => new Date(Date.UTC(2025, 0, 1) + Math.floor(index / 5) * 300_000).toISOString();
  const lines = Array.from({ length: count }, (_, index) => `${stamp(index)},203.0.113.${1 + (index % 5)},${index},${index * 7}\n`);
  return `stamp,ip,in,out\n${lines.join('')}`;
}

/** A zone of hosts, an address each. */
function zoneFile(count: number): string {
  const hosts = Array.from({ length: count }, (_, index) => `host-${index} IN A 198.51.${index >> 8}.${index & 255}\n`);
  const soa = '@ IN SOA ns1.bench.example. hostmaster.bench.example. 1 10800 3600 604800 3600\n';
  return `$ORIGIN bench.example.\n$TTL 3600\n${soa}@ IN NS ns1.bench.example.\n${hosts.join('')}`;
}

if (process.argv[1] === import.meta.filename) {
  for (const bench of [benchPages, benchImports, benchLargeClients])
    for (const { name, figure, unit, budget, ok } of await bench())
      console.log(`${ok ? 'ok  ' : 'OVER'} ${name.padEnd(64)} ${figure} ${unit} (budget ${budget})`);
}
