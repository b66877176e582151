import type { Selectable } from 'kysely';
import type { components } from 'portal-elements/contract';
import type { ContractTable } from './tables.js';
import type { CsvColumn } from '../http/files/csv.js';
import type { OperationContext } from '../http/operation.js';

type Contract = components['schemas']['Contract'];
export type ContractRow = Selectable<ContractTable>;

/** Statuses of contracts that are over. */
export const endedStatuses: readonly string[] = ['ended'];

const statusLabels: Readonly<Record<string, string>> = {
  provisioning: 'Being set up',
  active: 'Active',
  suspended: 'Suspended',
  cancelled: 'Cancelled',
  ended: 'Ended',
};

/** The kinds sold here, and what else the portal has about a contract of each. */
const kinds: Readonly<Record<string, { label: string; shows: readonly string[] }>> = {
  voip: { label: 'Telephony', shows: ['calls'] },
  serverhousing: { label: 'Server housing', shows: ['traffic', 'traffic-by-ip'] },
  hosting: { label: 'Web hosting', shows: ['dns-records'] },
  domain: { label: 'Domain', shows: ['dns-records'] },
  dns: { label: 'Name servers', shows: ['dns-zones'] },
  backup: { label: 'Backup', shows: [] },
  line: { label: 'Leased line', shows: [] },
};

const periodLabels: Readonly<Record<string, string>> = { month: 'a month', quarter: 'a quarter', year: 'a year', once: 'once' };

const statusLabel = ({ status }: ContractRow) => statusLabels[status] ?? status;
const kindLabel = ({ kind }: ContractRow) => kinds[kind]?.label ?? kind;

/** A contract as the contract of the API has it; the price only for those who may know it. */
export function describeContract(row: ContractRow, context: Pick<OperationContext, 'hides'>): Contract {
  return {
    id: row.id,
    number: row.number,
    name: row.name,
    kind: row.kind,
    kindLabel: kindLabel(row),
    status: row.status,
    statusLabel: statusLabel(row),
    statusReason: row.status_reason,
    identifier: row.identifier,
    ...(context.hides('contracts.price') ? {} : { price: priceOf(row) }),
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    renewsOn: row.renews_on,
    cancelBy: row.cancel_by,
    shows: [...(kinds[row.kind]?.shows ?? []), 'invoices'],
  };
}

function priceOf({ price, currency, price_period: period }: ContractRow): Contract['price'] {
  if (price === null || currency === null || period === null) return null;
  return { amount: price, currency, period, periodLabel: periodLabels[period] ?? period, taxIncluded: false };
}

/** The columns of the file; those of the price only for those who may know it. */
export function contractColumns({ hides }: Pick<OperationContext, 'hides'>): CsvColumn<ContractRow>[] {
  return [
    { title: 'Number', value: (row) => row.number },
    { title: 'Name', value: (row) => row.name },
    { title: 'Kind', value: kindLabel },
    { title: 'Identifier', kind: 'phone', value: (row) => row.identifier },
    { title: 'Status', value: statusLabel },
    { title: 'From', value: (row) => row.starts_on },
    { title: 'To', value: (row) => row.ends_on },
    { title: 'Renews on', value: (row) => row.renews_on },
    { title: 'Cancel by', value: (row) => row.cancel_by },
    ...(hides('contracts.price') ? [] : priceColumns),
  ];
}

const priceColumns: CsvColumn<ContractRow>[] = [
  { title: 'Price', kind: 'number', value: (row) => row.price },
  { title: 'Currency', value: (row) => row.currency },
  { title: 'Period', value: (row) => row.price_period },
];
