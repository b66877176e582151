import { css, type CSSResultGroup } from 'lit';
import { ApiError } from '../api/problem.js';
import { ContractChoice } from '../core/business/contract-choice.js';
import { DownloadController } from '../core/download-controller.js';
import { Lazy } from '../core/lazy.js';
import { LoadController } from '../core/loading/load-controller.js';
import { loadFailure } from '../core/loading/load-failure.js';
import { LocalizeController } from '../core/localize-controller.js';
import type { Phase } from '../core/phase.js';
import { PortalElement } from '../core/portal-element.js';
import { property } from '../core/property.js';
import { Chart } from '../ui/charts/chart.js';
import { contractProblem } from '../ui/contract-problem.js';
import { skeleton } from '../ui/lists/list-view.js';
import { failure } from '../ui/messages.js';
import { chartStyles } from '../ui/styles/chart.js';
import { tableStyles } from '../ui/styles/columns.js';
import { detailStyles } from '../ui/styles/detail.js';
import { listStyles } from '../ui/styles/list.js';
import { printStyles } from '../ui/styles/print.js';
import { sharedStyles } from '../ui/styles/shared.js';
import { toolStyles } from '../ui/styles/tools.js';
import { traffic as texts } from './texts/traffic.js';
import { type PeriodQuery, periodText, readPeriod, readUnits, type Traffic } from './traffic.js';

/** Figures beside what is included; the choice of a period is wide enough for its days. */
const recordStyles: CSSResultGroup = [
  sharedStyles,
  toolStyles,
  detailStyles,
  listStyles,
  chartStyles,
  printStyles,
  tableStyles('chart-table', 8, 8, 8, 8),
  css`
    .traffic {
      gap: calc(var(--_space) * 2);
    }
    .bar .contract {
      flex-basis: 16em;
    }
    .bar .period {
      flex-basis: 19.5em;
    }
    a.button {
      color: inherit;
    }
    .summary {
      gap: 0.5em 2.5em;
    }
    .summary dd {
      font-size: 1.5em;
      line-height: 1.25;
    }
    .halves {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 22em), 1fr));
      align-items: start;
      gap: calc(var(--_space) * 2);
    }
    .halves .facts {
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 9.5em), 1fr));
    }
    .facts dd {
      display: grid;
    }
    .plan {
      display: grid;
      gap: 0.6em;
      padding: var(--_space) calc(var(--_space) * 1.25) calc(var(--_space) * 1.25);
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
    }
    .plan > * {
      margin: 0;
    }
    .used {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 0.25em 1em;
    }
    .plan .muted,
    .provenance,
    details {
      font-size: 0.875em;
    }
    details {
      margin-block-start: var(--_space);
    }
    details p {
      max-inline-size: 46em;
      margin-block: 0.5em 0;
    }
    summary {
      inline-size: fit-content;
      padding-block: 0.25em;
      cursor: pointer;
    }
    .provenance {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25em 1.75em;
      margin: 0;
      overflow-wrap: anywhere;
    }
    .meter {
      display: block;
      inline-size: 100%;
      block-size: 0.75em;
      border-radius: 0.375em;
    }
    .meter:dir(rtl) {
      transform: scaleX(-1);
    }
    .track {
      fill: var(--_line);
    }
    .ahead {
      fill: color-mix(in srgb, var(--_accent) 35%, transparent);
    }
    .fill {
      fill: var(--_accent);
    }
    .over {
      fill: var(--_on-danger);
    }
    .mark {
      fill: var(--_on-surface);
    }
    .span {
      max-inline-size: 12em;
    }
    @container (max-width: 44em) {
      .summary dd {
        font-size: 1.25em;
      }
    }
  `,
];

/**
 * The whole traffic of a serverhousing contract in a billing period or any range: volumes, speeds, the 95th percentile, what is
 * included and what is too much, and a chart with the same as a table.
 *
 * @tag portal-traffic
 * @summary Traffic of a contract: volumes, 95th percentile, what is included, chart.
 * @example
 * <portal-traffic contract-param="contract" addresses-href="/ip-traffic?contract={id}"></portal-traffic>
 * <portal-traffic contract-id="con_1"></portal-traffic>
 * @permission contracts.traffic
 * @operation getTraffic
 * @operation listContracts
 * @slot empty - Replaces the text shown when nothing has been measured yet, or there is no contract with traffic.
 * @csspart traffic - All of it.
 * @csspart skeleton - The placeholder while it is loading.
 * @csspart toolbar - The period, and the download.
 * @csspart summary - The volumes.
 * @csspart facts - The speeds.
 * @csspart explanation - How the 95th percentile is made.
 * @csspart plan - What is included.
 * @csspart meter - How much of it is used.
 * @csspart overage - What is too much.
 * @csspart forecast - What is to be expected.
 * @csspart chart - The chart and its keys, or its table.
 * @csspart plot - Where it is drawn.
 * @csspart swatch-1 - Colours of the area of what comes in: `color` its line, `background-color` its area.
 * @csspart swatch-2 - Colour of the line of what goes out.
 * @csspart swatch-limit - Colour of the line of the 95th percentile.
 * @csspart chart-table - The table of what the chart shows.
 * @csspart provenance - Completeness of the samples, their age, the time zone.
 * @csspart badge - A word of state.
 * @csspart empty - What is said when nothing has been measured.
 */
export class PortalTraffic extends PortalElement {
  static override requires = 'contracts.traffic' as const;
  static override styles: CSSResultGroup = [PortalElement.styles, recordStyles];

  /** The contract. Without it, and without one in the address, the person's serverhousing contracts are asked for and offered. */
  @property({ attribute: 'contract-id' }) contractId?: string;

  /** Name of the parameter of the page's address that holds the contract, and in which the user's choice is kept. */
  @property({ attribute: 'contract-param' }) contractParam?: string;

  /**
   * `current` or `previous` billing period, the month in which one begins (`2026-10`), or the first and the last day of a range
   * with a slash between (`2026-10-01/2026-10-31`). Follows what the user chooses.
   */
  @property({ reflect: true }) period = 'current';

  /** Prefixes of volumes: `decimal` (1 GB is 1,000,000,000 bytes) or `binary` (1 GiB is 1,073,741,824 bytes). Speeds are always decimal. */
  @property({ converter: readUnits }) units: 'decimal' | 'binary' = 'decimal';

  /** The address of the traffic by IP address, with `{id}` for the contract: `/ip-traffic?contract={id}`. Only for whom it is permitted. */
  @property({ attribute: 'addresses-href' }) addressesHref?: string;

  #i18n = new LocalizeController(this, texts);
  #chart = new Chart(this);
  #file = new DownloadController(this);
  #view = new Lazy(this, () => import('./record-view.js'));
  #traffic: LoadController<Traffic> = new LoadController<Traffic>(this, {
    path: '/contracts',
    args: () => (this.content.id ? [this.content.id] : undefined),
    view: () => [this.period],
    fetch: async (api, init) => {
      const answer = await api.GET('/contracts/{contractId}/traffic', { params: this.#params, ...init });
      if (answer.data && !Array.isArray(answer.data.series?.in)) throw new ApiError('malformed', answer.response.status);
      return answer;
    },
  });
  protected override readonly content: ContractChoice = new ContractChoice(this, 'serverhousing', () => this.#phase);

  get #params() {
    return { path: { contractId: this.content.id! }, query: readPeriod(this.period) };
  }

  get #phase(): Phase {
    if (!this.#view.value) return this.#view.error === undefined ? 'loading' : 'error';
    const { phase, value } = this.#traffic;
    return value && !value.asOf ? 'empty' : phase;
  }

  protected override view(): unknown {
    const { state } = this.content;
    this.#view.useNow();
    if (this.#view.error !== undefined) return loadFailure(this.#view, this.#i18n);
    if (state !== 'ready' && state !== 'loading') return contractProblem('portal-traffic', this.content, this.#i18n, failure);
    const show = this.#view.value?.trafficView;
    if (!show || state === 'loading') return skeleton(10, this.#i18n.t('loading'));
    const shown = {
      traffic: this.#traffic,
      contract: this.content,
      chart: this.#chart,
      file: this.#file,
      period: readPeriod(this.period),
      units: this.units,
      addressesHref: this.can('view', 'contracts.traffic-by-ip') ? this.addressesHref : undefined,
      choose: (period: PeriodQuery) => this.#choose(period),
      save: () => this.#save(),
    };
    return show(shown, this.#i18n);
  }

  #choose(period: PeriodQuery): void {
    this.period = periodText(period);
  }

  #save(): void {
    const init = { params: this.#params, headers: { Accept: 'text/csv' }, parseAs: 'blob' } as const;
    void this.#file.save(this.#traffic.connection, (api) => api.GET('/contracts/{contractId}/traffic', init));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-traffic': PortalTraffic;
  }
}
