import type { components } from '../api/schema.js';
import { formatDays, formatTime } from '../i18n/days.js';
import { traffic as words } from './texts/traffic.js';
import type { ChartData } from '../ui/chart.js';
import type { ChartTable } from '../ui/chart-view.js';
import { dayOf } from '../core/period.js';
import type { TrafficFormats, TrafficLocalize } from './traffic-formats.js';

export type Traffic = components['schemas']['Traffic'];

const made = new WeakMap<Traffic, { said: string; data: ChartData }>();

/** The series of an answer as a chart, the same object as long as the words on it are the same. */
export function trafficChart(traffic: Traffic, formats: TrafficFormats, i18n: TrafficLocalize): ChartData {
  const { t, language } = i18n;
  const { series, percentile95, timeZone, period } = traffic;
  const label = t('chart', formatDays(language, period.firstOn, period.lastOn) ?? '');
  const [received, sent, limit] = [i18n.in(words)('in'), i18n.in(words)('out'), t('percentile95')];
  const said = [language, label, received, sent, limit].join();
  const present = made.get(traffic);
  if (present?.said === said) return present.data;
  const start = Date.parse(series.start) / 1000;
  const data: ChartData = {
    label,
    times: series.in.map((_, index) => start + index * series.stepSeconds),
    series: [
      { label: received, values: series.in },
      { label: sent, values: series.out },
    ],
    ...(percentile95 && { limit: { label: limit, value: percentile95.billed } }),
    format: formats.rate,
    time: (seconds) => formatTime(language, seconds * 1000, timeZone) ?? '',
    describe: (index) => t('point', data.time(data.times[index] ?? start), formats.rate(series.in[index]), formats.rate(series.out[index])),
    language,
    timeZone,
    fileName: `traffic-${period.firstOn}-${period.lastOn}`,
  };
  made.set(traffic, { said, data });
  return data;
}

const shortRange = 3 * 86_400;

/** What the chart shows as rows of days, or of hours where a range is short or it is asked for. */
export function trafficTable(traffic: Traffic, fine: boolean, formats: TrafficFormats, i18n: TrafficLocalize): ChartTable {
  const { t, language } = i18n;
  const { series, timeZone } = traffic;
  const { stepSeconds } = series;
  const start = Date.parse(series.start) / 1000;
  const isShort = series.in.length * stepSeconds <= shortRange;
  const finest = Math.max(3600, stepSeconds);
  const time = (index: number) => (start + index * stepSeconds) * 1000;
  const groups = new Map<string, number[]>();
  series.in.forEach((_, index) => {
    const name = isShort || fine ? String(Math.floor((index * stepSeconds) / finest)) : dayOf(time(index), timeZone);
    groups.set(name, [...(groups.get(name) ?? []), index]);
  });
  const names = isShort || fine ? (index: number) => formatTime(language, time(index), timeZone) : undefined;
  const peaks = { in: series.peakIn ?? series.in, out: series.peakOut ?? series.out };
  const pick = (values: readonly (number | null)[], indexes: number[]) =>
    indexes.map((index) => values[index]).filter((each) => each != null);
  const average = (values: number[]) => (values.length > 0 ? values.reduce((sum, each) => sum + each, 0) / values.length : null);
  const highest = (values: number[]) => (values.length > 0 ? Math.max(...values) : null);
  return {
    head: [t('time'), t('inAverage'), t('outAverage'), t('peakIn'), t('peakOut')],
    rows: [...groups].map(([day, indexes]) => [
      names ? (names(indexes[0]!) ?? '') : i18n.day(day),
      formats.rate(average(pick(series.in, indexes))),
      formats.rate(average(pick(series.out, indexes))),
      formats.rate(highest(pick(peaks.in, indexes))),
      formats.rate(highest(pick(peaks.out, indexes))),
    ]),
    ...(!isShort && { spans: { label: t('rows'), coarse: t('days'), fine: t(stepSeconds <= 3600 ? 'hours' : 'steps') } }),
  };
}
