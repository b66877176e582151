import { Readable } from 'node:stream';
import type { components } from 'portal-elements/contract';
import { sendCsv, type CsvColumn } from '../http/files/csv.js';
import type { Operation } from '../http/operation.js';
import { fetchBatches, fetchPage } from '../http/paging.js';
import { notFound, Problem } from '../http/problem.js';
import { csvColumns, listing, readContractVolume, selectRows, shareOf, summarize, toIpTraffic, toVolume } from './by-address.js';
import { findTrafficContract } from './contract.js';
import { describePeriod, time } from './period.js';
import { billTraffic, describePlan, type Measured } from './plan.js';
import { findSource } from './sources.js';
import { readSteps } from './steps.js';
import { expectedSamples, ratesOf, readSamples, readSeries, sampleColumns, sumRange } from './total.js';

type TrafficStep = components['schemas']['TrafficStep'];

const longestInHours = 35 * 86_400_000;

const getTraffic: Operation<'getTraffic'> = async (context, { path, query, wantsCsv }, reply) => {
  const { database } = context;
  const now = new Date();
  const contract = await findTrafficContract(database, path.contractId, now);
  const { calendar, periods, plan, port, oldest, asOf } = contract;
  const period = periods.asked(query);
  if (wantsCsv) return sendCsv(reply, 'traffic', sampleColumns, readSamples(database, port, period));
  const sums = await sumRange(database, port, period);
  const rates = ratesOf(sums);
  const { present } = sums;
  const expected = expectedSamples(contract, period, now);
  const measured: Measured = {
    ...sums,
    percentile95: BigInt(rates.percentile95?.billed ?? 0),
    whole: period.isCurrent ? expectedSamples(contract, period, period.to) : undefined,
  };
  const hidesCost = context.hides('traffic.cost');
  return {
    period: describePeriod(period, calendar),
    periods: periods.since(oldest).map((each) => describePeriod(each, calendar)),
    timeZone: calendar.timeZone,
    ...toVolume(sums),
    ...rates,
    ...describePlan(plan, hidesCost),
    ...billTraffic(plan, period.key === null ? undefined : measured, hidesCost),
    sampleSeconds: 300,
    asOf: asOf ? time(asOf) : null,
    completeness: { expected, present, percent: percentOf(present, expected) },
    series: await readSeries(database, port, period, now, Number(query.step) || 0),
  };
};

const listIpTraffic: Operation<'listIpTraffic'> = async ({ database }, { path, query, wantsCsv }, reply) => {
  const { cursor, limit = 50, sort = '-sum', q, family, minBytes, groupBy } = query;
  const contract = await findTrafficContract(database, path.contractId, new Date());
  const { calendar, periods, oldest, asOf } = contract;
  const period = periods.asked(query);
  const volume = await readContractVolume(database, contract, period);
  const all = selectRows(database, contract, period, volume, { ...query, sort });
  if (wantsCsv) return sendCsv(reply, 'traffic-by-address', csvColumns(volume), fetchBatches(all, listing, sort));
  const filter = [contract.id, period.from, period.to, q, family, minBytes, groupBy];
  const { rows, page } = await fetchPage(all, listing, { sort, limit, cursor, filter });
  const { count, ...sums } = await summarize(all);
  const total = toVolume(volume.total);
  return {
    items: rows.map((row) => toIpTraffic(row, volume)),
    page: { ...page, total: count },
    summary: { count, ...toVolume(sums), sharePercent: shareOf(sums.in + sums.out, BigInt(total.sum)) },
    total,
    period: describePeriod(period, calendar),
    periods: periods.since(oldest).map((each) => describePeriod(each, calendar)),
    timeZone: calendar.timeZone,
    asOf: asOf ? time(asOf) : null,
  };
};

const getIpTraffic: Operation<'getIpTraffic'> = async ({ database }, { path, query, wantsCsv }, reply) => {
  const now = new Date();
  const { step = 'day' } = query;
  const contract = await findTrafficContract(database, path.contractId, now);
  const { calendar, periods } = contract;
  const period = periods.asked(query);
  if (step === 'hour' && period.to.getTime() - period.from.getTime() > longestInHours) {
    throw new Problem(400, 'The range is too long', { type: 'range-too-long', detail: 'Hours are given for up to 35 days.' });
  }
  const found = await findSource(database, contract, path.address);
  if (!found) throw notFound();
  const { items, total } = await readSteps(database, contract, found, period, step, now);
  if (wantsCsv) return sendCsv(reply, 'traffic-of-address', stepColumns, Readable.from([items]));
  return {
    source: found.source,
    period: describePeriod(period, calendar),
    timeZone: calendar.timeZone,
    step,
    items,
    total: toVolume(total),
  };
};

/** The operations of traffic. */
export const trafficOperations = { getTraffic, listIpTraffic, getIpTraffic };

const stepColumns: CsvColumn<TrafficStep>[] = [
  { title: 'Start', value: ({ start }) => start },
  { title: 'End', value: ({ end }) => end },
  { title: 'Bytes in', kind: 'number', value: (step) => step.in },
  { title: 'Bytes out', kind: 'number', value: ({ out }) => out },
  { title: 'Bytes in and out', kind: 'number', value: ({ sum }) => sum },
];

/** Not more than 100, and 100 only when nothing is missing. */
const percentOf = (present: number, expected: number) =>
  expected === 0 ? 100 : Math.min(100, Math.floor((present * 1000) / expected) / 10);
