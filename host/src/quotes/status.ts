import { sql } from 'kysely';
import { Problem } from '../http/problem.js';

/** States of which clients never learn. */
export const hiddenStates: readonly string[] = ['draft', 'on-hold'];

const labels: Readonly<Record<string, string>> = {
  open: 'Open',
  expired: 'Expired',
  accepted: 'Accepted',
  declined: 'Declined',
  superseded: 'Replaced by a newer one',
  withdrawn: 'Withdrawn',
};

/** The company's word for the status of a quote. */
export const quoteStatusLabel = (status: string) => labels[status] ?? status;

/** The status a client sees: an open quote has expired when its last day, in the company's calendar, is over. */
export function statusOf({ state, valid_until: until }: { state: string; valid_until: string | null }, today: string): string {
  return state === 'open' && until !== null && until < today ? 'expired' : state;
}

/** The same in SQL. */
export const statusIs = (status: string, today: string) =>
  sql<boolean>`(case when state = 'open' and valid_until < ${today}::date then 'expired' else state end) = ${status}`;

const reasons: Readonly<Record<string, string>> = {
  expired: 'The quote has expired',
  accepted: 'The quote has been accepted already',
  declined: 'The quote has been declined',
  superseded: 'The quote has been replaced by a newer one',
  withdrawn: 'The quote has been withdrawn',
};

/** Only an open quote can be decided; what it is instead says the type of the problem. */
export function requireOpen(status: string): void {
  if (status !== 'open') throw new Problem(409, reasons[status] ?? 'The quote is not open', { type: `quote-${status}` });
}
