import { sql, type Kysely } from 'kysely';
import type { Database } from '../src/database/tables.js';
import { searchText } from '../src/http/search.js';

const sampleLength = 300_000;
const sampleCount = 90 * 288;

/** The course of a day: at work, in the evening at home, at night when copies are made, or always the same. */
type Rhythm = 'work' | 'evening' | 'night' | 'flat';

interface Machine {
  address: string;
  label: string;
  device: string;
  rhythm: Rhythm;
  /** Megabits per second at the busiest. */
  in: number;
  out: number;
}

interface DemoTraffic {
  contractId: string;
  plan: { billing_day: number; measure: string; included: string; overage_price: string; overage_per: string; currency: string };
  subnets: { prefix: string; label: string }[];
  machines: Machine[];
  /** Samples that the collector missed: the first, and how many. */
  gap: [number, number];
  /** An attack: at which address, the first sample, how many, and how many megabits per second come in. */
  attack: { address: string; first: number; count: number; megabits: number };
}

const machine = (address: string, label: string, device: string, rhythm: Rhythm, into: number, out: number): Machine => ({
  address,
  label,
  device,
  rhythm,
  in: into,
  out,
});

const daysAgo = (days: number) => sampleCount - Math.round(days * 288);

const demo: readonly DemoTraffic[] = [
  {
    contractId: 'con_acme_rack',
    plan: {
      billing_day: 15,
      measure: 'sum',
      included: '10000000000000',
      overage_price: '4.00',
      overage_per: '1000000000000',
      currency: 'EUR',
    },
    subnets: [
      { prefix: '203.0.113.0/27', label: 'Rack B12' },
      { prefix: '2001:db8:b12:1::/64', label: 'Rack B12, servers' },
    ],
    machines: [
      machine('203.0.113.5', 'www.acme.example', 'web1', 'evening', 1.9, 21),
      machine('203.0.113.6', 'shop.acme.example', 'web2', 'evening', 1.3, 12.5),
      machine('203.0.113.9', 'mail.acme.example', 'mail1', 'work', 3.1, 2.4),
      machine('203.0.113.17', 'Backup', 'backup1', 'night', 34, 0.6),
      machine('203.0.113.25', 'VPN of the office', 'fw1', 'work', 2.6, 4.9),
      machine('2001:db8:b12:1::5', 'www.acme.example', 'web1', 'evening', 0.8, 9.5),
      machine('2001:db8:b12:1::6', 'shop.acme.example', 'web2', 'evening', 0.5, 4.8),
      machine('2001:db8:b12:1::9', 'mail.acme.example', 'mail1', 'work', 0.7, 0.5),
    ],
    gap: [daysAgo(19.4), 43],
    attack: { address: '203.0.113.6', first: daysAgo(12.3), count: 10, megabits: 815 },
  },
  {
    contractId: 'con_acme_rack2',
    plan: {
      billing_day: 1,
      measure: 'higher',
      included: '50000000000000',
      overage_price: '2.50',
      overage_per: '1000000000000',
      currency: 'EUR',
    },
    subnets: [{ prefix: '198.51.100.0/25', label: 'Rack C03' }],
    machines: [
      machine('198.51.100.10', 'Streams 1', 'stream1', 'evening', 3.5, 122),
      machine('198.51.100.11', 'Streams 2', 'stream2', 'evening', 3.2, 109),
      machine('198.51.100.12', 'Encoder', 'encoder1', 'work', 21, 44),
      machine('198.51.100.20', 'Archive', 'archive1', 'night', 88, 3),
      machine('198.51.100.40', 'Database', 'db1', 'flat', 1.2, 1.6),
      machine('198.51.100.100', 'Measurements', 'probe1', 'flat', 0.9, 0.2),
    ],
    gap: [daysAgo(41.2), 7],
    attack: { address: '198.51.100.40', first: daysAgo(33.6), count: 4, megabits: 2300 },
  },
];

/** 90 days of traffic of the demo client's racks, up to now. The same each time, but for the hours of the day. */
export async function demoTraffic(database: Kysely<Database>): Promise<void> {
  const end = Math.floor(Date.now() / sampleLength) * sampleLength;
  const start = new Date(end - sampleCount * sampleLength);
  for (const traffic of demo) {
    await insertAddresses(database, traffic);
    await insertSamples(database, traffic, start);
    await insertPortSamples(database, traffic.contractId);
  }
}

async function insertAddresses(database: Kysely<Database>, { contractId, plan, subnets, machines }: DemoTraffic): Promise<void> {
  await database
    .insertInto('traffic_plans')
    .values({ contract_id: contractId, ...plan })
    .execute();
  const named = [
    ...subnets.map((subnet) => ({ ...subnet, device: null })),
    ...machines.map(({ address, ...rest }) => ({ ...rest, prefix: address })),
  ];
  const addresses = named.map(({ prefix, label, device }) => ({
    contract_id: contractId,
    prefix,
    label,
    device,
    search_text: searchText([label, device]),
  }));
  await database.insertInto('traffic_addresses').values(addresses).execute();
  const counters = [null, ...machines.map(({ address }) => address)].map((address) => ({ contract_id: contractId, address }));
  await database.insertInto('traffic_counters').values(counters).execute();
}

/** Bytes of five minutes in a megabit per second. */
const bytes = (1e6 / 8) * (sampleLength / 1000);

async function insertSamples(database: Kysely<Database>, { contractId, machines, gap, attack }: DemoTraffic, start: Date): Promise<void> {
  const number = (value: number) => sql.lit(value);
  // Hashes look random and are the same each time: 0 to 1, anew for each sample, or for each half hour.
  const noise = (step: string, seed: string) => sql.raw(`((hashint4((${step}) * 64 + ${seed}) & 65535) / 65535::float8)`);
  await sql`
    insert into traffic_samples (at, in_bytes, out_bytes, counter_id)
    with machines as (
      select counter.id, machine.*, row_number() over (order by machine.address)::integer as seed
      from json_to_recordset(${JSON.stringify(machines)}) as machine (address inet, rhythm text, "in" float8, "out" float8)
      join traffic_counters as counter on counter.contract_id = ${contractId} and counter.address = machine.address
    ), clocks as (
      select number, ${start}::timestamptz + number * interval '5 minutes' as at,
        extract(epoch from (${start}::timestamptz + number * interval '5 minutes') at time zone 'Europe/Berlin')::bigint as local
      from generate_series(0, ${number(sampleCount - 1)}) as number
      where number not between ${number(gap[0])} and ${number(gap[0] + gap[1] - 1)} and hashint4(number) & 2047 <> 0
    ), hours as (
      select number, at, (local % 86400) / 3600.0::float8 as hour, (local / 86400 + 3) % 7 >= 5 as is_weekend from clocks
    ), rhythms as materialized (
      select number, at, 1::float8 as flat,
        case when is_weekend then 0.12 else 0.1 + 0.9 * exp(-power((hour - 13.2) / 4.1, 2)) end as work,
        (case when is_weekend then 1.12 else 1 end) * (0.16 + 0.84 * exp(-power((case when hour < 6 then hour + 24 else hour end - 20.3) / 4.6, 2))) as evening,
        case when hour between 1.25 and 3.75 then 1 else 0.01 end as night
      from hours
    )
    select at,
      case when address = ${attack.address}::inet and number between ${number(attack.first)} and ${number(attack.first + attack.count - 1)}
        then ${number(attack.megabits)} * (0.9 + 0.1 * ${noise('number', 'seed')})
        else "in" * course * (0.75 + 0.5 * ${noise('number', 'seed')}) end * ${number(bytes)},
      "out" * course * (0.8 + 0.4 * ${noise('number', 'seed + 32')}) * ${number(bytes)}, id
    from machines cross join lateral (
      select number, at, (case rhythm when 'work' then work when 'evening' then evening when 'night' then night else flat end)
        * (0.82 + 0.36 * ${noise('number / 6', 'seed')}) as course
      from rhythms
    ) as courses`.execute(database);
}

/** The port sees what its addresses have, and a little more that is nobody's. */
async function insertPortSamples(database: Kysely<Database>, contractId: string): Promise<void> {
  await sql`
    insert into traffic_samples (at, in_bytes, out_bytes, counter_id)
    select at, sum(in_bytes) * 1.021 + 2400000, sum(out_bytes) * 1.013 + 1700000, port.id
    from traffic_counters as port
    join traffic_counters as counter on counter.contract_id = port.contract_id and counter.address is not null
    join traffic_samples on counter_id = counter.id
    where port.contract_id = ${contractId} and port.address is null
    group by at, port.id`.execute(database);
}
