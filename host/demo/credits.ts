import { sql, type Kysely } from 'kysely';
import { expireCredits, grantCredit, voidCredit, type Grant } from '../src/credits/ledger.js';
import type { Database } from '../src/database/tables.js';
import { compareAmounts, sumOf } from '../src/http/money.js';
import { companyToday } from '../src/company.js';
import { enterPayments } from '../src/ledger/entries.js';

interface DemoCredit extends Pick<Grant, 'type' | 'reason'> {
  /** Without it, what the first use needs: it is used up. */
  original?: string;
  clientId?: string;
  currency?: string;
  /** Days since it was granted. */
  age: number;
  /** Days after that until its last day. */
  lasts?: number;
  /** The number of the client's later payments that were made from it, as far as it goes. */
  uses?: number;
  isVoid?: boolean;
}

const credits: readonly DemoCredit[] = [
  { type: 'prepayment', reason: 'Advance payment for colocation, first half of the year', original: '2400.00', age: 320, uses: 3 },
  { type: 'goodwill', reason: 'Outage of the uplink in rack B12, four hours', original: '180.00', age: 12, lasts: 365 },
  { type: 'credit-note', reason: 'Cancelled second server, charged for a full month', original: '224.91', age: 4 },
  { type: 'refund', reason: 'Domain acme-logistik.example: transfer failed, fee returned', original: '12.50', age: 45, lasts: 365 },
  { type: 'prepayment', reason: 'Paid twice: bank transfer of the same invoice', original: '351.05', age: 130, uses: 1 },
  { type: 'goodwill', reason: 'Thank you for moving to the new data centre with us', original: '500.00', age: 210, lasts: 365, uses: 2 },
  { type: 'goodwill', reason: 'Ten years with Nordkai', original: '100.00', age: 500, lasts: 180 },
  { type: 'goodwill', reason: 'Voucher of the autumn fair', original: '50.00', age: 75, lasts: 90 },
  { type: 'refund', reason: 'Wildcard certificate, revoked within 30 days', age: 640, uses: 1 },
  { type: 'prepayment', reason: 'Entered by mistake for another client', original: '800.00', age: 150, isVoid: true },
  { type: 'prepayment', reason: 'Advance payment, Tokyo office', currency: 'JPY', original: '120000', age: 60, lasts: 365 },
  { type: 'goodwill', reason: 'Delay of the line to Kuwait', currency: 'KWD', original: '12.345', age: 33 },
  { clientId: 'cli_globex', type: 'prepayment', reason: 'Záloha na služby', currency: 'CZK', original: '15000', age: 90 },
  { clientId: 'cli_globex', type: 'goodwill', reason: 'Výpadek služby e-mailu', currency: 'CZK', original: '400', age: 300, lasts: 180 },
]; // prettier-ignore

const day = 86_400_000;

/** Credits of every type and in every state, from which some of the invoices of the demo were paid. */
export async function demoCredits(database: Kysely<Database>, today = companyToday()): Promise<void> {
  const dayBefore = (days: number) => new Date(Date.parse(today) - days * day).toISOString().slice(0, 10);
  for (const [index, credit] of credits.entries()) {
    const { clientId = 'cli_acme', currency = 'EUR', age, lasts, uses = 0, type, reason, isVoid } = credit;
    const granted_on = dayBefore(age);
    const used = await payments(database, { clientId, currency, granted_on, original: credit.original, uses });
    const id = await grantCredit(database, {
      id: `crd_demo_${String(index + 1).padStart(2, '0')}`,
      client_id: clientId,
      type,
      reason,
      granted_on,
      expires_on: lasts === undefined ? null : dayBefore(age - lasts),
      currency,
      original: credit.original ?? used[0]!.amount,
    });
    if (used.length > 0) await payFrom(database, id, used);
    if (isVoid) await voidCredit(database, id);
  }
  for (const clientId of new Set(credits.map((credit) => credit.clientId ?? 'cli_acme'))) await expireCredits(database, clientId, today);
}

interface Payment {
  id: string;
  amount: string;
}

/** The first payments after the credit was granted that can have been made from it. */
async function payments(
  database: Kysely<Database>,
  credit: { clientId: string; currency: string; granted_on: string; original: string | undefined; uses: number },
): Promise<Payment[]> {
  const { clientId, currency, granted_on, original, uses } = credit;
  const candidates = await database
    .selectFrom('payments')
    .select(['id', 'amount'])
    .where('client_id', '=', clientId)
    .where('currency', '=', currency)
    .where('status', '=', 'succeeded')
    .where('credit_id', 'is', null)
    .where('created_at', '>', sql<Date>`${granted_on}::date + 1`)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const chosen: Payment[] = [];
  for (const payment of candidates) {
    if (chosen.length === uses) break;
    const sum = sumOf([...chosen, payment].map(({ amount }) => amount));
    if (original === undefined || compareAmounts(sum, original) <= 0) chosen.push(payment);
  }
  return chosen;
}

/** Makes these payments into uses of the credit. */
async function payFrom(database: Kysely<Database>, creditId: string, used: readonly Payment[]): Promise<void> {
  const ids = used.map(({ id }) => id);
  const sum = sumOf(used.map(({ amount }) => amount));
  await database.transaction().execute(async (transaction) => {
    await transaction.updateTable('payments').set({ credit_id: creditId, method: 'Credit' }).where('id', 'in', ids).execute();
    await transaction
      .updateTable('credits')
      .set({ used: sum, remaining: sql`original - ${sum}::numeric` })
      .where('id', '=', creditId)
      .execute();
    await enterPayments(transaction, ids);
  });
}
