import { css, type CSSResultGroup, html, type TemplateResult } from 'lit';
import { ApiError } from '../api/problem.js';
import { ContractChoice } from '../core/business/contract-choice.js';
import { Lazy } from '../core/lazy.js';
import { ListController } from '../core/loading/list-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { property } from '../core/property.js';
import { shareBar } from '../ui/charts/bar.js';
import { contractProblem } from '../ui/contract-problem.js';
import { lazyView } from '../ui/lazy-view.js';
import { itemLink } from '../ui/links.js';
import { PortalRecordListElement } from '../ui/lists/list-element.js';
import { type Column, listView, skeleton, type Sum } from '../ui/lists/list-view.js';
import {
  type IpTraffic,
  ipTrafficFilters,
  type IpTrafficPage,
  ipTrafficQuery,
  isUnattributed,
  sourceLabel,
  sourceName,
} from './ip-traffic.js';
import { traffic } from './texts/traffic.js';
import { readUnits, TrafficFormats } from './traffic.js';

/** Columns of traffic by address, and the bar beside a share. */
const listColumnStyles: CSSResultGroup = [
  css`
    .label-of {
      display: inline-grid;
      justify-items: var(--_side, start);
    }
    .unattributed .subject {
      font-weight: 400;
      font-style: italic;
    }
    .unattributed {
      color: var(--_muted);
    }
    .unattributed,
    :where(.unattributed) :is(td, th) {
      border-block-start: 1px dashed var(--_muted);
    }
    .share {
      display: block;
      inline-size: 100%;
      min-inline-size: 4em;
      min-block-size: 0;
      block-size: 0.3em;
      margin-block-start: 0.3em;
      border-radius: 0.15em;
    }
    .share:dir(rtl) {
      transform: scaleX(-1);
    }
    .unattributed small {
      color: inherit;
    }
    .steps-bar {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0.5em var(--_space);
      margin-block: 1em 0.25em;
    }
    .steps-bar h3 {
      margin: 0;
    }
    .steps .share {
      margin-block-start: 0.6em;
    }
    .facts dd span {
      display: block;
    }
    .track {
      fill: var(--_line);
    }
    .fill {
      fill: var(--_accent);
    }
    .bar .contract {
      flex-basis: 16em;
    }
    .bar .period {
      flex-basis: 19.5em;
    }
    .provenance {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25em 1.75em;
      margin: 0;
      overflow-wrap: anywhere;
      font-size: 0.875em;
    }
  `,
];

/**
 * The traffic of a serverhousing contract by address or subnet, a period at a time: found, sorted, summed up, opened by day and
 * hour, downloaded. What the contract's port has counted for no address is a row of its own, so that the rows add up to the
 * contract's traffic.
 *
 * @tag portal-ip-traffic
 * @summary Traffic of a contract by IP address or subnet, and of each by day and hour.
 * @example
 * <portal-ip-traffic contract-param="contract"></portal-ip-traffic>
 * <portal-ip-traffic contract-id="con_1" units="binary"></portal-ip-traffic>
 * @permission contracts.traffic-by-ip
 * @operation listIpTraffic
 * @operation getIpTraffic
 * @operation listContracts
 * @slot empty - Replaces the text shown when nothing has been counted for any address, or there is no contract with traffic.
 * @csspart provenance - The age of the figures, and the time zone of their days.
 */
export class PortalIpTraffic extends PortalRecordListElement {
  static override requires = 'contracts.traffic-by-ip' as const;
  static override styles: CSSResultGroup = [PortalRecordListElement.styles, listColumnStyles];

  /** The contract. Without it, and without one in the address, the person's serverhousing contracts are asked for and offered. */
  @property({ attribute: 'contract-id' }) contractId?: string;

  /** Name of the parameter of the page's address that holds the contract, and in which the user's choice is kept. */
  @property({ attribute: 'contract-param' }) contractParam?: string;

  /** Prefixes of volumes: `decimal` (1 GB is 1,000,000,000 bytes) or `binary` (1 GiB is 1,073,741,824 bytes). Speeds are always decimal. */
  @property({ converter: readUnits }) units: 'decimal' | 'binary' = 'decimal';

  #i18n = new LocalizeController(this, traffic);
  #panel = new Lazy(this, () => import('./list-panel.js').then((each) => new each.ListPanel(this, this.#rows, this.content)));
  #rows: ListController<IpTraffic, IpTrafficPage> = new ListController(this, {
    path: '/contracts',
    filters: ipTrafficFilters,
    initial: () => ({ sort: '-sum' }),
    args: () => (this.content.id ? [this.content.id] : undefined),
    fetch: (api, query, init) => {
      const params = { path: { contractId: this.content.id! }, query: ipTrafficQuery(query) };
      return api.GET('/contracts/{contractId}/traffic/ips', { params, ...init });
    },
  });
  protected override readonly content: ContractChoice = new ContractChoice(this, 'serverhousing', () => this.#rows.phase);

  protected override view(): unknown {
    const { t } = this.#i18n;
    const { state } = this.content;
    if (state === 'loading') return skeleton(this.pageSize, t('loading'));
    if (state !== 'ready') {
      this.toolbar.useWhenIdle();
      return contractProblem('portal-ip-traffic', this.content, this.#i18n, this.toolbar.value?.failure);
    }
    const { error, busy } = this.#rows.load;
    if (error instanceof ApiError && error.status === 404 && !busy)
      return html`<div class="message" part="error" role="alert"><p>${t('notMeasured')}</p></div>`;
    this.#panel.useWhenIdle();
    const formats = new TrafficFormats(this.#i18n, this.units);
    return listView(this, this.#rows, this.#i18n, {
      label: t('byAddress'),
      columns: this.#columns(),
      row: (row) => this.#row(row, formats),
      empty: t('noAddresses'),
      filters: (toolbar) => this.#panel.value?.filters(toolbar, formats),
      sums: this.#sums(formats),
      above: () => lazyView(this.#panel, this.#i18n, (panel) => panel.above()),
      dialogs: (toolbar) => this.#panel.value?.dialogs(toolbar, formats),
    });
  }

  #columns(): Column[] {
    const { t } = this.#i18n;
    return [
      { key: 'address', label: t('address'), width: 10.5, sort: 'address' },
      { key: 'label', label: t('label'), width: 9.5 },
      { key: 'in', label: t('in'), width: 7.25, sort: 'in', end: true },
      { key: 'out', label: t('out'), width: 7.25, sort: 'out', end: true },
      { key: 'sum', label: t('sum'), width: 7.75, sort: 'sum', end: true },
      { key: 'share', label: t('share'), width: 6, sort: 'share', end: true },
    ];
  }

  #row(row: IpTraffic, { bytes, percent }: TrafficFormats): TemplateResult {
    const { t } = this.#i18n;
    const open = () => this.#panel.use((panel) => panel.open(row));
    return html`<tr role="row" part="row" class=${isUnattributed(row) ? 'unattributed' : ''}>
      <th role="rowheader" scope="row" class="subject">${itemLink(this.itemHref, row.id, sourceName(row, this.#i18n), open)}</th>
      <td role="cell" data-label=${t('label')}>${sourceLabel(row, this.#i18n)}</td>
      <td role="cell" class="end" data-label=${t('in')} .textContent=${bytes(row.in)}></td>
      <td role="cell" class="end" data-label=${t('out')} .textContent=${bytes(row.out)}></td>
      <td role="cell" class="end" data-label=${t('sum')} .textContent=${bytes(row.sum)}></td>
      <td role="cell" class="end" data-label=${t('share')}><span>${percent(row.sharePercent)}${shareBar(row.sharePercent)}</span></td>
    </tr>`;
  }

  /** Of the filter; where that is not everything, of the whole contract too. */
  #sums({ bytes, percent }: TrafficFormats): Sum[] {
    const { t } = this.#i18n;
    const { summary, total } = this.#rows.page ?? {};
    if (!summary) return [];
    const found: Sum[] = [
      [t('in'), bytes(summary.in)],
      [t('out'), bytes(summary.out)],
      [t('sum'), bytes(summary.sum)],
    ];
    return !total || total.sum === summary.sum
      ? found
      : [...found, [t('share'), percent(summary.sharePercent)], [t('total'), bytes(total.sum)]];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-ip-traffic': PortalIpTraffic;
  }
}
