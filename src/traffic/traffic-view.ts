import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { ApiError } from '../api/problem.js';
import type { DownloadController } from '../core/download-controller.js';
import type { LoadController } from '../core/load-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { shared } from '../i18n/texts/shared.js';
import { tools } from '../i18n/texts/tools.js';
import { traffic as words } from './texts/traffic.js';
import { formatDays } from '../i18n/days.js';
import { trafficReport } from './texts/traffic-report.js';
import type { UnitBase } from '../i18n/units.js';
import type { Chart } from '../ui/chart.js';
import { chartView } from '../ui/chart-view.js';
import { itemAddress } from '../ui/links.js';
import { skeleton } from '../ui/list-view.js';
import { errorText, failure } from '../ui/messages.js';
import type { ContractChoice } from '../core/contract-choice.js';
import { trafficChart, trafficTable, type Traffic } from './traffic-chart.js';
import { contractField, periodFields } from './traffic-fields.js';
import { plan, provenance, speeds, volumes } from './traffic-figures.js';
import { TrafficFormats, type TrafficLocalize } from './traffic-formats.js';
import type { PeriodQuery } from './traffic-period.js';

/** What an element shows of a contract's traffic, and what can be done with it. */
export interface TrafficState {
  traffic: LoadController<Traffic>;
  contract: ContractChoice;
  chart: Chart;
  file: DownloadController;
  period: PeriodQuery;
  units: UnitBase;
  /** Where the traffic by address is, with `{id}` for the contract. */
  addressesHref?: string;
  choose: (period: PeriodQuery) => void;
  save: () => void;
}

/** Makes what shows a contract's traffic in a period: the choice of the period, figures, chart. */
export function trafficViewFor(host: LitElement): (state: TrafficState) => TemplateResult {
  const i18n = new LocalizeController(host, trafficReport);
  return (state) => trafficView(state, i18n);
}

function trafficView(state: TrafficState, i18n: TrafficLocalize): TemplateResult {
  const { traffic, units } = state;
  const { error, value, busy } = traffic;
  const failed = error !== undefined && !busy;
  const formats = new TrafficFormats(i18n, units);
  return html`<section class="traffic" part="traffic" aria-label=${i18n.in(words)('traffic')} aria-busy=${busy}>
    ${toolbar(state, i18n)} ${failed ? problem(traffic, i18n) : nothing}
    ${value ? report(value, state.chart, formats, i18n) : failed ? nothing : skeleton(8, i18n.in(shared)('loading'))}
    <p class="visually-hidden" role="status">
      ${value && !busy && value.completeness.present > 0 ? i18n.t('announced', formats.bytes(value.sum), days(value, i18n)) : ''}
    </p>
  </section>`;
}

function toolbar({ traffic, contract, file, period, addressesHref, choose, save }: TrafficState, i18n: TrafficLocalize): TemplateResult {
  const t = i18n.in(tools);
  const href = contract.id && itemAddress(addressesHref, contract.id);
  const busy = file.phase === 'busy';
  return html`<div class="bar" part="toolbar">
    <form role="search" aria-label=${i18n.t('period')} @submit=${(event: Event) => event.preventDefault()}>
      ${contractField(contract, i18n)} ${periodFields(period, traffic.value, i18n, choose)}
    </form>
    <div class="actions">
      ${href ? html`<a class="button quiet" href=${href}>${i18n.t('toAddresses')}</a>` : nothing}
      <button type="button" class="quiet" aria-disabled=${busy} @click=${save}>${t(busy ? 'exporting' : 'exportCsv')}</button>
      ${file.error ? html`<span class="error-text" role="alert">${errorText(file.error, i18n)}</span>` : nothing}
    </div>
  </div>`;
}

/** A contract of another kind has no traffic: asking again would not help. */
function problem(load: LoadController<Traffic>, i18n: TrafficLocalize): TemplateResult {
  const { error, loadedAt } = load;
  if (error instanceof ApiError && error.status === 404)
    return html`<div class="message" part="error" role="alert"><p>${i18n.in(words)('notMeasured')}</p></div>`;
  return failure(error, i18n, () => load.reload(), loadedAt);
}

const days = ({ period }: Traffic, { language }: TrafficLocalize) => formatDays(language, period.firstOn, period.lastOn) ?? '';

function report(traffic: Traffic, chart: Chart, formats: TrafficFormats, i18n: TrafficLocalize): TemplateResult {
  const { t } = i18n;
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
