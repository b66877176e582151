import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../../api/schema.js';
import type { SharedLocalize } from '../../core/localize-controller.js';
import { periods } from '../../i18n/texts/periods.js';
import { tableStyles } from '../styles/columns.js';

type Money = components['schemas']['Money'];
export type PeriodTotal = components['schemas']['PeriodTotal'];

export const totalsStyles = tableStyles('totals', 7.5, 6.5, 6.25, 6.5);

const names = { once: 'priceOnce', month: 'priceMonth', quarter: 'priceQuarter', year: 'priceYear' } as const;
const known = (period: string): period is keyof typeof names => Object.hasOwn(names, period);

/** An amount with how often it is paid: `€189.00 a month`; a period that is not known has the company's own word. */
export function periodPrice(amount: Money, period: string, label: string, i18n: SharedLocalize): string {
  const t = i18n.in(periods);
  const price = i18n.money(amount);
  return known(period) ? t(names[period], price) : t('priceOther', price, label || period);
}

/** The price of a line with how often it is paid. */
export const netOf = ({ net, period, periodLabel }: Pick<PeriodTotal, 'net' | 'period' | 'periodLabel'>, i18n: SharedLocalize): string =>
  periodPrice(net, period, periodLabel, i18n);

/** The net sums, a line for each currency and period. */
export function netPrices(totals: readonly PeriodTotal[], i18n: SharedLocalize): TemplateResult {
  return html`<span class="prices">
    ${totals.map(({ net, period, periodLabel }) => html`<span .textContent=${periodPrice(net, period, periodLabel, i18n)}></span>`)}
  </span>`;
}

/** The prices to pay once, every month and so on: net, tax and total of each. */
export function totalsTable(totals: readonly PeriodTotal[], i18n: SharedLocalize, busy = false): TemplateResult | typeof nothing {
  const t = i18n.in(periods);
  const { money } = i18n;
  if (totals.length === 0) return nothing;
  return html`<table class="period-totals" role="table" part="totals" aria-label=${t('sums')} aria-busy=${busy}>
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col">${t('period')}</th>
        <th role="columnheader" scope="col" class="end">${t('net')}</th>
        <th role="columnheader" scope="col" class="end">${t('tax')}</th>
        <th role="columnheader" scope="col" class="end">${t('total')}</th>
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${totals.map(
        ({ period, periodLabel, net, tax, total }) =>
          html`<tr role="row">
            <th role="rowheader" scope="row">${known(period) ? t(`period-${period}`) : periodLabel || period}</th>
            <td role="cell" class="end" data-label=${t('net')} .textContent=${money(net)}></td>
            <td role="cell" class="end" data-label=${t('tax')} .textContent=${money(tax)}></td>
            <td role="cell" class="end strong" data-label=${t('total')} .textContent=${money(total)}></td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
