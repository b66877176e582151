import { html, nothing, type TemplateResult } from 'lit';
import { formatTime } from '../i18n/days.js';
import { traffic as words } from './texts/traffic.js';
import { formatSpan } from '../i18n/units.js';
import { badge } from '../ui/badge.js';
import { usageMeter } from '../ui/bar.js';
import { facts } from '../ui/detail-view.js';
import type { Traffic } from './traffic-chart.js';
import type { TrafficFormats, TrafficLocalize } from './traffic-formats.js';

/** Volumes, and the speed by which many contracts are billed. */
export function volumes(traffic: Traffic, { bytes, rate }: TrafficFormats, i18n: TrafficLocalize): TemplateResult {
  const t = i18n.in(words);
  const entries = [
    [t('sum'), bytes(traffic.sum)],
    [t('in'), bytes(traffic.in)],
    [t('out'), bytes(traffic.out)],
    [i18n.t('percentile95'), rate(traffic.percentile95?.billed)],
  ] as const;
  return facts(entries, 'summary');
}

/** Average, 95th percentile and peak in each direction, and how the percentile is made. */
export function speeds(traffic: Traffic, { rate }: TrafficFormats, i18n: TrafficLocalize): TemplateResult {
  const { t } = i18n;
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
  { t, language }: TrafficLocalize,
): TemplateResult {
  return html`<details part="explanation">
    <summary>${t('explain95')}</summary>
    <p>
      ${t('samples95', samples)} ${t('dropped95', dropped, formatSpan(language, dropped * sampleSeconds))}
      ${t(direction === 'in' ? 'billed95-in' : 'billed95-out', billed)}
    </p>
  </details>`;
}

/** What is included, how much of it is used and will be, and what is beyond it. */
export function plan(traffic: Traffic, formats: TrafficFormats, i18n: TrafficLocalize): TemplateResult | typeof nothing {
  const { t } = i18n;
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
      ${t('counted', i18n.label(`measure-${measure}`, measureLabel || measure))}
      ${traffic.overagePrice ? html`<br />${t('price', i18n.money(traffic.overagePrice), quantity(traffic.overagePrice.per))}` : nothing}
    </p>
  </section>`;
}

function overage({ overage: over }: Traffic, { quantity }: TrafficFormats, { t, money }: TrafficLocalize): TemplateResult | typeof nothing {
  if (!over) return nothing;
  const text = over.cost ? t('overCost', quantity(over), money(over.cost)) : t('over', quantity(over));
  return html`<div class="notice danger" part="overage"><p>${text}</p></div>`;
}

function forecast(traffic: Traffic, { quantity, percent }: TrafficFormats, i18n: TrafficLocalize): TemplateResult | typeof nothing {
  const { t } = i18n;
  if (!traffic.forecast) return nothing;
  const amount = quantity(traffic.forecast);
  const day = i18n.day(traffic.period.lastOn);
  const { forecastPercent } = traffic;
  const text = forecastPercent === null ? t('forecast', amount, day) : t('forecastPercent', amount, percent(forecastPercent), day);
  return forecastPercent !== null && forecastPercent > 100 && !traffic.overage
    ? html`<div class="notice warning" part="forecast"><p>${text}</p></div>`
    : html`<p part="forecast">${text}</p>`;
}

/** How much of the period has been measured, until when, and whose days these are. */
export function provenance(traffic: Traffic, { percent }: TrafficFormats, { t, number, language }: TrafficLocalize): TemplateResult {
  const { completeness, asOf, timeZone } = traffic;
  const { present, expected } = completeness;
  return html`<p class="provenance muted" part="provenance">
    ${expected > 0 ? html`<span>${t('completeness', percent(completeness.percent), number(present), number(expected))}</span>` : nothing}
    ${present < expected ? html`<span>${t('missingUnknown')}</span>` : nothing}
    ${asOf ? html`<span>${t('asOf', formatTime(language, asOf, timeZone) ?? t('invalidDate'))}</span>` : nothing}
    <span>${t('zone', timeZone.replaceAll('_', ' '))}</span>
    <span>${t('step', formatSpan(language, traffic.series.stepSeconds))}</span>
  </p>`;
}
