import type { components } from 'portal-elements/contract';
import { addDays, addMonths } from './days.js';
import type { ServiceRow } from './query.js';

type CancelOption = components['schemas']['CancelOption'];
type Consequence = components['schemas']['CancelConsequence'];

/** Statuses of services that have not begun; there is no term whose end could be waited for. */
const notBegun = ['pending', 'provisioning', 'failed'];

/** The last day on which notice can be given to the end of the term that ends before `renewsOn`. */
const noticeFor = (renewsOn: string, noticeDays: number) => addDays(renewsOn, -Math.max(1, noticeDays));

/** The last day on which notice can be given to the end of the present term. */
export function cancelByOf({
  state,
  is_over: isOver,
  cancel_at: cancelAt,
  auto_renew: autoRenew,
  renews_on: renewsOn,
  notice_days: days,
}: ServiceRow) {
  if (isOver || cancelAt !== null || !autoRenew || renewsOn === null || notBegun.includes(state)) return null;
  return noticeFor(renewsOn, days);
}

/** The last day of the first term to whose end notice can still be given. */
function endOfTerm({ renews_on: renewsOn, term_months: months, notice_days: days }: ServiceRow, today: string): string | undefined {
  if (renewsOn === null) return undefined;
  for (let term = 0; ; term += 1) {
    const next = addMonths(renewsOn, term * Math.max(1, months ?? 1));
    if (noticeFor(next, days) >= today) return addDays(next, -1);
  }
}

/** The ways to cancel a service today: not at all once it is over; when it has been cancelled already, earlier. */
export function cancelOptionsOf(row: ServiceRow, today: string): CancelOption[] {
  if (row.is_over) return [];
  const end = notBegun.includes(row.state) ? undefined : endOfTerm(row, today);
  const options = [...(end === undefined ? [] : [{ when: 'end-of-term', lastDay: end }]), { when: 'now', lastDay: today }];
  return options.filter(({ lastDay }) => row.cancel_at === null || lastDay < row.cancel_at);
}

const meanings: Readonly<Record<string, string>> = {
  'data-deleted': 'Everything stored there is deleted 30 days after the last day.',
  'domain-lost': 'Anyone else may register the domain afterwards.',
  'number-released': 'Its telephone numbers no longer work, and are given to others after some time.',
  'addresses-withdrawn': 'Its IP addresses are withdrawn.',
  'equipment-collected': 'Your equipment must be collected by the last day.',
  'certificate-invalid': 'The certificate is revoked; visitors are warned.',
  'beneath-cancelled': 'What lies beneath it is cancelled with it.',
  'no-refund': 'What has been paid in advance is not refunded.',
};

const byType: Readonly<Record<string, readonly string[]>> = {
  hosting: ['data-deleted'],
  server: ['data-deleted', 'addresses-withdrawn'],
  backup: ['data-deleted'],
  domain: ['domain-lost'],
  voip: ['number-released'],
  serverhousing: ['equipment-collected', 'addresses-withdrawn'],
  certificate: ['certificate-invalid'],
  'ip-addresses': ['addresses-withdrawn'],
};

/** The consequences of cancelling a service. */
export function consequencesOf({ type, price_period: period }: ServiceRow, hasBeneath: boolean): Consequence[] {
  const keys = [
    ...(hasBeneath ? ['beneath-cancelled'] : []),
    ...(byType[type] ?? []),
    ...(period === null || period === 'month' ? [] : ['no-refund']),
  ];
  return keys.map((key) => ({ key, label: meanings[key]! }));
}
