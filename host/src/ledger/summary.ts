import type { Kysely } from 'kysely';
import type { components } from 'portal-elements/contract';
import { companyToday } from '../company.js';
import { expireCredits } from '../credits/ledger.js';
import type { Database } from '../database/tables.js';
import { money } from '../http/money.js';
import { settlePayments } from '../payments/payments.js';
import { ageingOf } from './ageing.js';
import { noSums, periodSums, type PeriodSums } from './balance.js';
import type { Period } from './filter.js';

type LedgerSummary = components['schemas']['LedgerSummary'];

/** Enters what has happened without anybody looking: payments that have arrived, credits whose last day has passed. */
export async function bringUpToDate(database: Kysely<Database>, clientId: string): Promise<void> {
  await settlePayments(database, clientId);
  await expireCredits(database, clientId);
}

/** The sums of a period in the currency that is asked for: without one the client's own, or the first that there is. */
export async function chooseLedger(
  database: Kysely<Database>,
  clientId: string,
  { currency, ...period }: Period & { currency?: string | undefined },
): Promise<{ sums: PeriodSums; currencies: string[] }> {
  const all = await periodSums(database, clientId, period);
  const own = async () =>
    (await database.selectFrom('clients').select('currency').where('id', '=', clientId).executeTakeFirstOrThrow()).currency;
  const wanted = currency ?? (await own());
  const found = all.find((sums) => sums.currency === wanted) ?? (currency === undefined ? all[0] : undefined);
  return { sums: found ?? noSums(wanted), currencies: all.map((sums) => sums.currency) };
}

/** The sums as the contract has them. */
export async function summarize(
  database: Kysely<Database>,
  clientId: string,
  { sums, currencies }: { sums: PeriodSums; currencies: string[] },
): Promise<LedgerSummary> {
  const { currency, opening, debit, credit, closing } = sums;
  return {
    currency,
    currencies,
    opening: money(opening, currency),
    debit: money(debit, currency),
    credit: money(credit, currency),
    closing: money(closing, currency),
    ageing: await ageingOf(database, { clientId, currency }, companyToday()),
  };
}
