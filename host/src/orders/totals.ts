import type { components } from 'portal-elements/contract';
import type { CsvColumn } from '../http/files/csv.js';
import { currencyExponent, decimals, divide, money, multiply, sumOf } from '../http/money.js';

type PeriodTotal = components['schemas']['PeriodTotal'];

/** The part of a line that counts for the sums. */
interface Priced {
  net: string;
  tax_rate: string | null;
  currency: string;
  period: string;
}

const labels: Readonly<Record<string, string>> = { once: 'once', month: 'a month', quarter: 'a quarter', year: 'a year' };
const order = Object.keys(labels);

/** The company's word for a period. */
export const periodLabel = (period: string) => labels[period] ?? period;

/** The sums of lines: one for each currency and period, what is paid once first. Tax is rounded once a rate. */
export function totalsOf(lines: readonly Priced[]): PeriodTotal[] {
  const groups = new Map<string, Priced[]>();
  for (const line of lines) {
    const key = JSON.stringify([line.currency, line.period]);
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  const rank = (period: string) => (order.includes(period) ? order.indexOf(period) : order.length);
  return [...groups.values()].map(totalOf).sort((one, other) => {
    const byPeriod = rank(one.period) - rank(other.period) || one.period.localeCompare(other.period);
    return byPeriod || one.net.currency.localeCompare(other.net.currency);
  });
}

function totalOf(lines: readonly Priced[]): PeriodTotal {
  const { currency, period } = lines[0]!;
  const net = sumOf(lines.map((line) => line.net));
  const rates = [...new Set(lines.map((line) => line.tax_rate))];
  const taxes = rates.map((rate) => taxOf(sumOf(lines.filter((line) => line.tax_rate === rate).map((line) => line.net)), rate, currency));
  const tax = sumOf(taxes);
  return {
    period,
    periodLabel: periodLabel(period),
    net: money(net, currency),
    tax: money(tax, currency),
    total: money(sumOf([net, tax]), currency),
  };
}

function taxOf(net: string, rate: string | null, currency: string): string {
  if (rate === null) return '0';
  const percent = multiply(net, rate, decimals(net) + decimals(rate));
  return divide(percent, '100', currencyExponent(currency));
}

/** A row of a file: a record with its sums of one currency. */
export interface CurrencyRow<Item> {
  item: Item;
  currency: string;
  nets: ReadonlyMap<string, string>;
}

/** The rows of a record: one a currency, at least one. */
export function currencyRows<Item extends { totals: readonly PeriodTotal[] }>(item: Item): CurrencyRow<Item>[] {
  const currencies = [...new Set(item.totals.map(({ net }) => net.currency))];
  return (currencies.length > 0 ? currencies : ['']).map((currency) => {
    const own = item.totals.filter(({ net }) => net.currency === currency);
    return { item, currency, nets: new Map(own.map(({ period, net }) => [period, net.amount])) };
  });
}

const titles = { once: 'Once, net', month: 'A month, net', quarter: 'A quarter, net', year: 'A year, net' };

/** The columns of the sums in a file. */
export const totalColumns: CsvColumn<CurrencyRow<unknown>>[] = [
  ...Object.entries(titles).map(([period, title]) => ({
    title,
    kind: 'number' as const,
    value: ({ nets }: CurrencyRow<unknown>) => nets.get(period),
  })),
  { title: 'Currency', value: ({ currency }) => currency },
];
