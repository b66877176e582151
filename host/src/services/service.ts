import type { components } from 'portal-elements/contract';
import type { CsvColumn } from '../http/files/csv.js';
import { money } from '../http/money.js';
import type { OperationContext } from '../http/operation.js';
import { addDays } from './days.js';
import type { ServiceRow } from './query.js';

type ServiceSummary = components['schemas']['ServiceSummary'];
type ServicePrice = components['schemas']['ServicePrice'];
type Money = components['schemas']['Money'];
type Hiding = Pick<OperationContext, 'hides'>;

const statusLabels: Readonly<Record<string, string>> = {
  pending: 'Waiting to be set up',
  provisioning: 'Being set up',
  active: 'Active',
  suspended: 'Suspended',
  'cancel-pending': 'Ending',
  cancelled: 'Cancelled',
  expired: 'Expired',
  failed: 'Could not be set up',
};

/** The types of services, and what else the portal has about each. */
const types: Readonly<Record<string, { label: string; shows: readonly string[] }>> = {
  hosting: { label: 'Web hosting', shows: ['dns-records'] },
  server: { label: 'Server', shows: [] },
  serverhousing: { label: 'Server housing', shows: ['traffic'] },
  domain: { label: 'Domain', shows: ['dns-records'] },
  certificate: { label: 'Certificate', shows: [] },
  voip: { label: 'Telephony', shows: ['calls'] },
  line: { label: 'Leased line', shows: [] },
  mail: { label: 'Mail', shows: [] },
  backup: { label: 'Backup', shows: [] },
  licence: { label: 'Licence', shows: [] },
  'ip-addresses': { label: 'IP addresses', shows: [] },
};

const periodLabels: Readonly<Record<string, string>> = {
  month: 'a month',
  quarter: 'a quarter',
  'half-year': 'every six months',
  year: 'a year',
  'two-years': 'every two years',
  once: 'once',
};

export const statusLabel = (state: string) => statusLabels[state] ?? state;
export const typeLabel = (type: string) => types[type]?.label ?? type;

/** The client's name for a service, else the company's. */
export const calledName = ({ name, label }: { name: string; label: string | null }) => label ?? name;

/** Tells whether prices of services are kept from the person. */
export const hidesPrices = ({ hides }: Hiding) => hides('services.price');

/** The names of all else that the portal has about a service; calls and traffic are those of its contract. */
export function showsOf({ type, contract_id: contractId }: ServiceRow): string[] {
  const shown = (types[type]?.shows ?? []).filter((what) => contractId !== null || what === 'dns-records');
  return contractId === null ? shown : ['contract', ...shown];
}

/** A price as the contract has it; null when nothing fixed is charged. */
export function priceOf(row: { price: string; currency: string; price_period: string }): ServicePrice;
export function priceOf(row: Pick<ServiceRow, 'price' | 'currency' | 'price_period'>): ServicePrice | null;
export function priceOf({ price, currency, price_period: period }: Pick<ServiceRow, 'price' | 'currency' | 'price_period'>) {
  if (price === null || currency === null || period === null) return null;
  return { ...money(price, currency), period, periodLabel: periodLabels[period] ?? period, taxIncluded: false };
}

/** An amount that may not be known. */
export const moneyOrNull = (amount: string | null, currency: string | null): Money | null =>
  amount === null || currency === null ? null : money(amount, currency);

/** A service's last day: it has ended, been cancelled, or is not renewed. */
export function lastDayOf(row: ServiceRow): string | null {
  const { cancel_at: cancelAt, ends_on: endsOn, auto_renew: autoRenew, renews_on: renewsOn } = row;
  return cancelAt ?? endsOn ?? (autoRenew || renewsOn === null ? null : addDays(renewsOn, -1));
}

/** A service as lists have it; prices only for those who may know them. */
export function toSummary(row: ServiceRow, context: Hiding): ServiceSummary {
  const lastDay = lastDayOf(row);
  return {
    id: row.id,
    number: row.number,
    name: row.name,
    label: row.label,
    type: row.type,
    typeLabel: typeLabel(row.type),
    identifier: row.identifier,
    status: row.state,
    statusLabel: statusLabel(row.state),
    statusReason: row.status_reason,
    ...(!hidesPrices(context) && { price: priceOf(row), yearlyPrice: moneyOrNull(row.yearly_total, row.currency) }),
    autoRenew: row.auto_renew,
    startsOn: row.starts_on,
    renewsOn: lastDay === null ? row.renews_on : null,
    nextInvoiceOn: row.is_over ? null : row.next_invoice_on,
    lastDay,
    parentId: row.parent_id,
    contractId: row.contract_id,
  };
}

/** The columns of the file; those of prices only for those who may know them. Secrets are in none. */
export function serviceColumns(context: Hiding): CsvColumn<ServiceRow>[] {
  return [
    { title: 'Number', value: (row) => row.number },
    { title: 'Name', value: (row) => row.name },
    { title: 'Label', value: (row) => row.label },
    { title: 'Type', value: (row) => typeLabel(row.type) },
    { title: 'Identifier', kind: 'phone', value: (row) => row.identifier },
    { title: 'Status', value: (row) => statusLabel(row.state) },
    { title: 'Reason', value: (row) => row.status_reason },
    { title: 'From', value: (row) => row.starts_on },
    { title: 'Renews on', value: (row) => (lastDayOf(row) === null ? row.renews_on : null) },
    { title: 'Last day', value: lastDayOf },
    { title: 'Next invoice', value: (row) => (row.is_over ? null : row.next_invoice_on) },
    { title: 'Renews by itself', value: (row) => (row.auto_renew ? 'yes' : 'no') },
    ...(hidesPrices(context) ? [] : priceColumns),
  ];
}

const priceColumns: CsvColumn<ServiceRow>[] = [
  { title: 'Price', kind: 'number', value: (row) => row.price },
  { title: 'Period', value: (row) => row.price_period },
  { title: 'A year with extras', kind: 'number', value: (row) => row.yearly_total },
  { title: 'Currency', value: (row) => row.currency },
];
