import type { Selectable } from 'kysely';
import type { components } from 'portal-elements/contract';
import type { SubscriptionTable } from '../payment-methods/tables.js';
import type { CsvColumn } from '../http/files/csv.js';
import { money } from '../http/money.js';

type Subscription = components['schemas']['PaypalSubscription'];
export type SubscriptionRow = Selectable<SubscriptionTable>;

const statusLabels: Readonly<Record<string, string>> = {
  'approval-pending': 'Waiting for approval',
  approved: 'Approved',
  active: 'Active',
  suspended: 'Suspended',
  cancelled: 'Cancelled',
  expired: 'Expired',
};

/** Statuses of subscriptions that are over. */
export const endedStatuses: readonly string[] = ['cancelled', 'expired'];

export const isEnded = ({ status }: Pick<SubscriptionRow, 'status'>) => endedStatuses.includes(status);
const statusLabel = ({ status }: SubscriptionRow) => statusLabels[status] ?? status;

/** PayPal's word for a status as the contract spells it: APPROVAL_PENDING is approval-pending. */
export const statusFromPaypal = (status: string) => status.toLowerCase().replaceAll('_', '-');

/** A subscription as the contract has it. */
export function describeSubscription(row: SubscriptionRow): Subscription {
  const approves = row.status === 'approval-pending' && row.approve_href !== null;
  return {
    id: row.id,
    reference: row.reference,
    status: row.status,
    statusLabel: statusLabel(row),
    statusNote: row.status_note,
    subject: { type: row.subject_type, id: row.subject_id, name: row.subject_name },
    amount: money(row.amount, row.currency),
    interval: { unit: row.interval_unit, count: row.interval_count },
    nextChargeAt: row.next_charge_at?.toISOString() ?? null,
    lastPayment:
      row.last_paid_at && row.last_paid_amount !== null
        ? { paidAt: row.last_paid_at.toISOString(), amount: money(row.last_paid_amount, row.currency) }
        : null,
    failedPayments: row.failed_payments,
    approveHref: approves ? row.approve_href : null,
    createdAt: row.created_at.toISOString(),
    asOf: row.as_of.toISOString(),
    allowedActions: [...(approves ? ['approve'] : []), ...(isEnded(row) ? [] : ['cancel'])],
  };
}

export const subscriptionColumns: CsvColumn<SubscriptionRow>[] = [
  { title: 'Subscription', value: ({ reference }) => reference },
  { title: 'Pays for', value: ({ subject_name }) => subject_name },
  { title: 'Kind', value: ({ subject_type }) => subject_type },
  { title: 'Amount', kind: 'number', value: ({ amount, currency }) => money(amount, currency).amount },
  { title: 'Currency', value: ({ currency }) => currency },
  { title: 'Every', kind: 'number', value: ({ interval_count }) => interval_count },
  { title: 'Unit', value: ({ interval_unit }) => interval_unit },
  { title: 'Next charge', value: ({ next_charge_at }) => next_charge_at?.toISOString() },
  { title: 'Last payment', value: ({ last_paid_at }) => last_paid_at?.toISOString() },
  {
    title: 'Last amount',
    kind: 'number',
    value: ({ last_paid_amount, currency }) => last_paid_amount && money(last_paid_amount, currency).amount,
  },
  { title: 'Failed payments', kind: 'number', value: ({ failed_payments }) => failed_payments },
  { title: 'Status', value: statusLabel },
  { title: 'As of', value: ({ as_of }) => as_of.toISOString() },
];
