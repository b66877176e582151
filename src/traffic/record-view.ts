import { html, nothing, type TemplateResult } from 'lit';
import { ApiError } from '../api/problem.js';
import type { ContractChoice } from '../core/business/contract-choice.js';
import type { DownloadController } from '../core/download-controller.js';
import type { LoadController } from '../core/loading/load-controller.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { dayOf } from '../core/business/period.js';
import { formatDays, formatTime } from '../i18n/days.js';
import { shared } from '../i18n/texts/shared.js';
import { tools } from '../i18n/texts/tools.js';
import { formatSpan, type UnitBase } from '../i18n/units.js';
import { badge } from '../ui/badge.js';
import { usageMeter } from '../ui/charts/bar.js';
import type { Chart, ChartData } from '../ui/charts/chart.js';
import { chartView, type ChartTable } from '../ui/charts/chart-view.js';
import { facts } from '../ui/detail-view.js';
import { itemAddress } from '../ui/links.js';
import { skeleton } from '../ui/lists/list-view.js';
import { errorText, failure } from '../ui/messages.js';
import { contractField, periodFields } from './fields-view.js';
import { trafficReport as texts } from './texts/traffic-report.js';
import { traffic as words } from './texts/traffic.js';
import { TrafficFormats, type PeriodQuery, type Traffic } from './traffic.js';

/** The state of an element that shows a contract's traffic, and the actions that it offers. */
export interface TrafficState {
  traffic: LoadController<Traffic>;
  contract: ContractChoice;
  chart: Chart;
  file: DownloadController;
  period: PeriodQuery;
  units: UnitBase;
  /** The address of the traffic by IP address, with `{id}` for the contract. */
  addressesHref?: string;
  choose: (period: PeriodQuery) => void;
  save: () => void;
}

/** A contract's traffic in a period: the choice of the period, figures, chart. */
export function trafficView(state: TrafficState, i18n: SharedLocalize): TemplateResult {
  const { traffic, units } = state;
  const { error, value, busy } = traffic;
  const failed = error !== undefined && !busy;
  const formats = new TrafficFormats(i18n, units);
  return html`<section class="traffic" part="traffic" aria-label=${i18n.in(words)('traffic')} aria-busy=${busy}>
    ${toolbar(state, i18n)} ${failed ? problem(traffic, i18n) : nothing}
    ${value ? report(value, state.chart, formats, i18n) : failed ? nothing : skeleton(8, i18n.in(shared)('loading'))}
    <p class="visually-hidden" role="status">
      ${value && !busy && value.completeness.present > 0 ? i18n.in(texts)('announced', formats.bytes(value.sum), days(value, i18n)) : ''}
    </p>
  </section>`;
}

function toolbar({ traffic, contract, file, period, addressesHref, choose, save }: TrafficState, i18n: SharedLocalize): TemplateResult {
  const t = i18n.in(tools);
  const href = contract.id && itemAddress(addressesHref, contract.id);
  const busy = file.phase === 'busy';
  return html`<div class="bar" part="toolbar">
    <form role="search" aria-label=${i18n.in(texts)('period')} @submit=${(event: Event) => event.preventDefault()}>
      ${contractField(contract, i18n)} ${periodFields(period, traffic.value, i18n, choose)}
    </form>
    <div class="actions">
      ${href ? html`<a class="button quiet" href=${href}>${i18n.in(texts)('toAddresses')}</a>` : nothing}
      <button type="button" class="quiet" aria-disabled=${busy} @click=${save}>${t(busy ? 'exporting' : 'exportCsv')}</button>
      ${file.error ? html`<span class="error-text" role="alert">${errorText(file.error, i18n)}</span>` : nothing}
    </div>
  </div>`;
}

/** A contract of another kind has no traffic: asking again would not help. */
function problem(load: LoadController<Traffic>, i18n: SharedLocalize): TemplateResult {
  const { error, loadedAt } = load;
  if (error instanceof ApiError && error.status === 404)
    return html`<div class="message" part="error" role="alert"><p>${i18n.in(words)('notMeasured')}</p></div>`;
  return failure(error, i18n, () => load.reload(), loadedAt);
}

const days = ({ period }: Traffic, i18n: SharedLocalize) => formatDays(i18n.language, period.firstOn, period.lastOn) ?? '';

function report(traffic: Traffic, chart: Chart, formats: TrafficFormats, i18n: SharedLocalize): TemplateResult {
  const t = i18n.in(texts);
  if (!traffic.asOf) return html`<div class="message" part="empty"><slot name="empty">${t('noSamples')}</slot></div>`;
  const data = trafficChart(traffic, formats, i18n);
  return html`${
    traffic.completeness.present === 0
      ? html`<div class="message" part="empty"><p>${t('noSamplesInPeriod')}</p></div>`
      : html`${volumes(traffic, formats, i18n)}
          <div class="halves">
            <div>${speeds(traffic, formats, i18n)}</div>
            ${plan(traffic, formats, i18n)}
          </div>
          ${chartView(chart, data, i18n, () => trafficTable(traffic, chart.fine, formats, i18n))}`
  }
  ${provenance(traffic, formats, i18n)}`;
}

/** Volumes, and the speed by which many contracts are billed. */
function volumes(traffic: Traffic, { bytes, rate }: TrafficFormats, i18n: SharedLocalize): TemplateResult {
  const t = i18n.in(words);
  const entries = [
    [t('sum'), bytes(traffic.sum)],
    [t('in'), bytes(traffic.in)],
    [t('out'), bytes(traffic.out)],
    [i18n.in(texts)('percentile95'), rate(traffic.percentile95?.billed)],
  ] as const;
  return facts(entries, 'summary');
}

/** Average, 95th percentile and peak in each direction, and how the percentile is made. */
function speeds(traffic: Traffic, { rate }: TrafficFormats, i18n: SharedLocalize): TemplateResult {
  const t = i18n.in(texts);
  const { percentile95, averageBitsPerSecond, peakBitsPerSecond } = traffic;
  const both = (rates: { in: number; out: number } | null) =>
    rates && html`<span class="number">${t('inRate', rate(rates.in))}</span> <span class="number">${t('outRate', rate(rates.out))}</span>`;
  return html`${facts([
    [t('average'), both(averageBitsPerSecond)],
    [t('percentile95'), both(percentile95)],
    [t('peak'), both(peakBitsPerSecond)],
  ])}
  ${percentile95 ? explanation(percentile95, traffic.sampleSeconds, rate(percentile95.billed), i18n) : nothing}`;
}

function explanation(
  { samples, dropped, direction }: NonNullable<Traffic['percentile95']>,
  sampleSeconds: number,
  billed: string,
  i18n: SharedLocalize,
): TemplateResult {
  const { language } = i18n;
  const t = i18n.in(texts);
  return html`<details part="explanation">
    <summary>${t('explain95')}</summary>
    <p>
      ${t('samples95', samples)} ${t('dropped95', dropped, formatSpan(language, dropped * sampleSeconds))}
      ${t(direction === 'in' ? 'billed95-in' : 'billed95-out', billed)}
    </p>
  </details>`;
}

/** Renders the volume that is included, how much of it is used and will be, and the excess. */
function plan(traffic: Traffic, formats: TrafficFormats, i18n: SharedLocalize): TemplateResult | typeof nothing {
  const t = i18n.in(texts);
  const { measure, measureLabel, included, used, usedPercent } = traffic;
  if (!measure) return nothing;
  const { quantity, percent } = formats;
  return html`<section class="plan" part="plan">
    <h3>${t('plan')}</h3>
    ${
      used
        ? html`<p class="used">
            <b>${included ? t('used', quantity(used), quantity(included)) : t('usedUnlimited', quantity(used))}</b>
            ${usedPercent === null ? nothing : badge(usedPercent > 100 ? 'danger' : 'neutral', percent(usedPercent))}
          </p>`
        : html`<p>${t('perBillingPeriod')}</p>`
    }
    ${usedPercent === null ? nothing : usageMeter(t('usage'), usedPercent, traffic.forecastPercent, percent(usedPercent))}
    ${overage(traffic, formats, i18n)} ${forecast(traffic, formats, i18n)}
    <p class="muted">
      ${t('counted', i18n.label(`measure-${measure}`, measureLabel || measure, texts))}
      ${traffic.overagePrice ? html`<br />${t('price', i18n.money(traffic.overagePrice), quantity(traffic.overagePrice.per))}` : nothing}
    </p>
  </section>`;
}

function overage({ overage: over }: Traffic, { quantity }: TrafficFormats, i18n: SharedLocalize): TemplateResult | typeof nothing {
  const { money } = i18n;
  const t = i18n.in(texts);
  if (!over) return nothing;
  const text = over.cost ? t('overCost', quantity(over), money(over.cost)) : t('over', quantity(over));
  return html`<div class="notice danger" part="overage"><p>${text}</p></div>`;
}

function forecast(traffic: Traffic, { quantity, percent }: TrafficFormats, i18n: SharedLocalize): TemplateResult | typeof nothing {
  const t = i18n.in(texts);
  if (!traffic.forecast) return nothing;
  const amount = quantity(traffic.forecast);
  const day = i18n.day(traffic.period.lastOn);
  const { forecastPercent } = traffic;
  const text = forecastPercent === null ? t('forecast', amount, day) : t('forecastPercent', amount, percent(forecastPercent), day);
  return forecastPercent !== null && forecastPercent > 100 && !traffic.overage
    ? html`<div class="notice warning" part="forecast"><p>${text}</p></div>`
    : html`<p part="forecast">${text}</p>`;
}

/** Says how much of the period has been measured, until when, and in which time zone the days are. */
function provenance(traffic: Traffic, { percent }: TrafficFormats, i18n: SharedLocalize): TemplateResult {
  const { number, language } = i18n;
  const t = i18n.in(texts);
  const { completeness, asOf, timeZone } = traffic;
  const { present, expected } = completeness;
  return html`<p class="provenance muted" part="provenance">
    ${expected > 0 ? html`<span>${t('completeness', percent(completeness.percent), number(present), number(expected))}</span>` : nothing}
    ${present < expected ? html`<span>${t('missingUnknown')}</span>` : nothing}
    ${asOf ? html`<span>${t('asOf', formatTime(language, asOf, timeZone) ?? i18n.in(shared)('none'))}</span>` : nothing}
    <span>${t('zone', timeZone.replaceAll('_', ' '))}</span>
    <span>${t('step', formatSpan(language, traffic.series.stepSeconds))}</span>
  </p>`;
}

const made = new WeakMap<Traffic, { said: string; data: ChartData }>();

/** The series of an answer as a chart, the same object as long as the words on it are the same. */
function trafficChart(traffic: Traffic, formats: TrafficFormats, i18n: SharedLocalize): ChartData {
  const { language } = i18n;
  const t = i18n.in(texts);
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

/** The chart's data as rows of days, or of hours where a range is short or it is asked for. */
function trafficTable(traffic: Traffic, fine: boolean, formats: TrafficFormats, i18n: SharedLocalize): ChartTable {
  const { language } = i18n;
  const t = i18n.in(texts);
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
