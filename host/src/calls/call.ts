import type { Kysely, Selectable, SelectQueryBuilder } from 'kysely';
import type { components } from 'portal-elements/contract';
import type { CallTable } from './tables.js';
import type { Database } from '../database/tables.js';
import type { CsvColumn } from '../http/files/csv.js';
import { money } from '../http/money.js';
import type { Listing } from '../http/paging.js';
import { isWanted, type CallFilter } from './filter.js';
import type { CallLeg } from './merge-legs.js';

type Call = components['schemas']['Call'];
type Leg = components['schemas']['CallLeg'];

/** The fields of calls that are kept from a person. */
export interface Hidden {
  cost: boolean;
  recording: boolean;
}

/** The columns of a call that are shown. */
export const callColumns = [
  'id', 'direction', 'from_number', 'from_name', 'from_extension', 'to_number', 'to_name', 'to_extension', 'dialled', 'started_at',
  'answered_at', 'ended_at', 'ring_seconds', 'duration_seconds', 'billable_seconds', 'billed_seconds', 'result', 'destination', 'cost',
  'currency', 'rating', 'final',
] as const; // prettier-ignore

export type CallRow = Pick<Selectable<CallTable>, (typeof callColumns)[number]>;

/** The sort names of calls. */
export const callListing: Listing = {
  keys: {
    startedAt: { column: 'started_at', type: 'timestamptz' },
    duration: { column: 'duration_seconds', type: 'integer' },
    cost: { column: 'cost', type: 'numeric', nullable: true },
  },
  id: 'id',
};

/** The calls that are wanted. */
export const selectCalls = (database: Kysely<Database>, filter: CallFilter): SelectQueryBuilder<Database, 'calls', CallRow> =>
  database.selectFrom('calls').select(callColumns).where(isWanted(filter));

const resultLabels: Record<string, string> = {
  answered: 'Answered',
  'no-answer': 'No answer',
  busy: 'Busy',
  failed: 'Failed',
  congestion: 'Network busy',
  cancelled: 'Cancelled',
  voicemail: 'Voicemail',
};

/** The call as the contract has it. */
export function toCall(row: CallRow, hidden: Hidden): Call {
  return {
    id: row.id,
    direction: row.direction,
    ...parties(row),
    dialled: row.dialled,
    startedAt: time(row.started_at)!,
    answeredAt: time(row.answered_at),
    endedAt: time(row.ended_at),
    ringSeconds: row.ring_seconds,
    durationSeconds: row.duration_seconds,
    billableSeconds: row.billable_seconds,
    billedSeconds: row.billed_seconds,
    result: row.result,
    resultLabel: resultLabel(row.result),
    destination: row.destination,
    final: row.final,
    ...(hidden.cost ? {} : { rating: row.rating, cost: row.cost !== null && row.currency ? money(row.cost, row.currency) : null }),
  };
}

/** The leg as the contract has it. */
export function toLeg(leg: CallLeg): Leg {
  return {
    id: leg.id,
    ...parties(leg),
    startedAt: time(leg.started_at)!,
    answeredAt: time(leg.answered_at),
    endedAt: time(leg.ended_at),
    durationSeconds: leg.duration_seconds,
    result: leg.result,
    resultLabel: resultLabel(leg.result),
  };
}

const parties = (row: Pick<CallRow, `${'from' | 'to'}_${'number' | 'name' | 'extension'}`>): Pick<Call, 'from' | 'to'> => ({
  from: { number: row.from_number, name: row.from_name, extension: row.from_extension },
  to: { number: row.to_number, name: row.to_name, extension: row.to_extension },
});

/** The outcome of a call, in words. */
export const resultLabel = (result: string): string => resultLabels[result] ?? result;

/** The columns of the CSV file; times are UTC with their offset, durations seconds. */
export function csvColumns(hidesCost: boolean): CsvColumn<CallRow>[] {
  return [
    { title: 'Started', value: (row) => time(row.started_at) },
    { title: 'Answered', value: (row) => time(row.answered_at) },
    { title: 'Ended', value: (row) => time(row.ended_at) },
    { title: 'Direction', value: (row) => row.direction },
    { title: 'From', kind: 'phone', value: (row) => row.from_number },
    { title: 'From name', value: (row) => row.from_name },
    { title: 'From extension', value: (row) => row.from_extension },
    { title: 'To', kind: 'phone', value: (row) => row.to_number },
    { title: 'To name', value: (row) => row.to_name },
    { title: 'To extension', value: (row) => row.to_extension },
    { title: 'Dialled', kind: 'phone', value: (row) => row.dialled },
    { title: 'Ring seconds', kind: 'number', value: (row) => row.ring_seconds },
    { title: 'Duration seconds', kind: 'number', value: (row) => row.duration_seconds },
    { title: 'Billable seconds', kind: 'number', value: (row) => row.billable_seconds },
    { title: 'Billed seconds', kind: 'number', value: (row) => row.billed_seconds },
    { title: 'Result', value: (row) => row.result },
    { title: 'Destination', value: (row) => row.destination },
    ...(hidesCost ? [] : costColumns),
  ];
}

const costColumns: CsvColumn<CallRow>[] = [
  { title: 'Cost', kind: 'number', value: (row) => row.cost },
  { title: 'Currency', value: (row) => row.currency },
  { title: 'Rating', value: (row) => row.rating },
];

const time = (date: Date | null) => date && date.toISOString().replace('.000Z', 'Z');
