import type { components } from 'portal-elements/contract';
import { currencyExponent, decimals, divide, money, multiply } from '../http/money.js';
import type { TrafficPlan } from './contract.js';

type Traffic = components['schemas']['Traffic'];
type Billing = Pick<Traffic, 'included' | 'used' | 'usedPercent' | 'forecast' | 'forecastPercent' | 'overage'>;
type Described = Pick<Traffic, 'measure' | 'measureLabel' | 'overagePrice'>;

/** The traffic measured in a billing period so far. */
export interface Measured {
  in: bigint;
  out: bigint;
  /** Bits per second. */
  percentile95: bigint;
  /** Samples there are. */
  present: number;
  /** Samples of the whole period, also those to come; undefined when nothing is to come. */
  whole: number | undefined;
}

const measureLabels: Readonly<Record<string, string>> = {
  sum: 'In and out together',
  in: 'In',
  out: 'Out',
  higher: 'The higher of in and out',
  percentile95: '95th percentile',
};

const samplesOfDay = 288;

/** The volume used of a billing period, and the forecast. Without a period or plan there is nothing to tell. */
export function billTraffic(plan: TrafficPlan | undefined, measured: Measured | undefined, hidesCost: boolean): Billing {
  const nothing = { included: null, used: null, usedPercent: null, forecast: null, forecastPercent: null, overage: null };
  if (!plan || !measured) return nothing;
  const amount = (value: bigint) => ({ amount: String(value), unit: unitOf(plan) });
  const included = plan.included === null ? null : BigInt(plan.included.replace(/\..*$/, ''));
  const percent = (value: bigint) => (included === null || included === 0n ? null : Number((value * 1000n) / included) / 10);
  const used = usedOf(plan, measured);
  const forecast = forecastOf(plan, measured, used);
  const tooMuch = included === null || used <= included ? undefined : used - included;
  return {
    included: included === null ? null : amount(included),
    used: amount(used),
    usedPercent: percent(used),
    forecast: forecast === undefined ? null : amount(forecast),
    forecastPercent: forecast === undefined ? null : percent(forecast),
    overage: tooMuch === undefined ? null : { ...amount(tooMuch), ...(hidesCost ? {} : { cost: costOf(plan, tooMuch) }) },
  };
}

/** The terms of the plan, whatever was used. */
export function describePlan(plan: TrafficPlan | undefined, hidesCost: boolean): Described {
  if (!plan) return { measure: null, measureLabel: null, ...(hidesCost ? {} : { overagePrice: null }) };
  const { measure, overage_price, overage_per, currency } = plan;
  const price =
    overage_price !== null && overage_per !== null && currency !== null
      ? { ...money(overage_price, currency), per: { amount: overage_per, unit: unitOf(plan) } }
      : null;
  return { measure, measureLabel: measureLabels[measure] ?? measure, ...(hidesCost ? {} : { overagePrice: price }) };
}

const unitOf = ({ measure }: TrafficPlan) => (measure === 'percentile95' ? 'bit/s' : 'byte');

function usedOf({ measure }: TrafficPlan, { in: into, out, percentile95 }: Measured): bigint {
  if (measure === 'percentile95') return percentile95;
  if (measure === 'in') return into;
  if (measure === 'out') return out;
  if (measure === 'higher') return into > out ? into : out;
  return into + out;
}

/** The samples there are, taken for all of the period. A percentile cannot be foretold like this. */
function forecastOf({ measure }: TrafficPlan, { present, whole }: Measured, used: bigint): bigint | undefined {
  if (whole === undefined || present < samplesOfDay || measure === 'percentile95') return undefined;
  return (used * BigInt(Math.max(whole, present))) / BigInt(present);
}

function costOf({ overage_price, overage_per, currency }: TrafficPlan, tooMuch: bigint) {
  if (overage_price === null || overage_per === null || currency === null) return null;
  const price = multiply(String(tooMuch), overage_price, decimals(overage_price));
  return money(divide(price, overage_per, currencyExponent(currency)), currency);
}
