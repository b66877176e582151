import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/tables.js';
import { notFound, Problem } from '../http/problem.js';
import { statusOf, usableStatuses } from './method.js';

/** Makes changes to the payment methods of one client wait for each other; held until the transaction ends. */
export async function lockMethods(transaction: Kysely<Database>, clientId: string): Promise<void> {
  await transaction.selectFrom('clients').select('id').where('id', '=', clientId).forUpdate().execute();
}

/** Tells whether the client has something that can be charged. */
export async function hasUsable(transaction: Kysely<Database>, clientId: string): Promise<boolean> {
  const usable = await transaction
    .selectFrom('payment_methods')
    .select('id')
    .where('client_id', '=', clientId)
    .where(statusOf(), 'in', usableStatuses)
    .limit(1)
    .executeTakeFirst();
  return usable !== undefined;
}

/** Leaves the client without a default, which another then becomes. */
export async function clearDefault(transaction: Kysely<Database>, clientId: string): Promise<void> {
  await transaction
    .updateTable('payment_methods')
    .set({ is_default: false, version: sql`version + 1` })
    .where('client_id', '=', clientId)
    .where('is_default', '=', true)
    .execute();
}

/** Makes a method that can be charged the default one. */
export async function setDefault(database: Kysely<Database>, clientId: string, id: string): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await lockMethods(transaction, clientId);
    const method = await transaction
      .selectFrom('payment_methods')
      .select(['is_default', statusOf().as('status')])
      .where('id', '=', id)
      .executeTakeFirst();
    if (!method) throw notFound();
    if (!usableStatuses.includes(method.status))
      throw new Problem(409, 'This payment method cannot be charged at present', { type: 'not-usable' });
    if (method.is_default) return;
    await clearDefault(transaction, clientId);
    await transaction
      .updateTable('payment_methods')
      .set({ is_default: true, version: sql`version + 1` })
      .where('id', '=', id)
      .execute();
  });
}
