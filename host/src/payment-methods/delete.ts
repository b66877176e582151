import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/tables.js';
import type { OperationContext } from '../http/operation.js';
import { notFound, Problem } from '../http/problem.js';
import type { PaymentMethodKeeper } from '../payment-provider/provider.js';
import { lockMethods } from './default.js';
import { statusOf, usableStatuses } from './method.js';
import { needsMethod } from './services.js';

/**
 * Deletes a payment method, unless it is the last one that can be charged and a service renews by itself. Its services go to the
 * default one; the newest usable one becomes that where it was the default itself.
 */
export async function deleteMethod(context: OperationContext, provider: PaymentMethodKeeper, id: string): Promise<void> {
  const { database, clientId } = context;
  const reference = await database.transaction().execute(async (transaction) => {
    await lockMethods(transaction, clientId);
    const methods = await transaction
      .selectFrom('payment_methods')
      .select(['id', 'is_default', 'provider_reference', 'mandate_reference', 'created_at', statusOf().as('status')])
      .where('client_id', '=', clientId)
      .execute();
    const method = methods.find((each) => each.id === id);
    if (!method) throw notFound();
    const usable = methods.filter(({ status }) => usableStatuses.includes(status));
    const others = usable.filter((each) => each.id !== id);
    if (usable.length === 1 && others.length === 0) await requireNoRenewal(context, transaction);
    await transaction.updateTable('services').set({ payment_method_id: null }).where('payment_method_id', '=', id).execute();
    await transaction.deleteFrom('payment_methods').where('id', '=', id).execute();
    if (method.mandate_reference !== null)
      await transaction
        .updateTable('sepa_mandates')
        .set({ revoked_at: sql`now()` })
        .where('reference', '=', method.mandate_reference)
        .execute();
    const newest = others.toSorted((left, right) => right.created_at.getTime() - left.created_at.getTime())[0];
    if (method.is_default && newest)
      await transaction.updateTable('payment_methods').set({ is_default: true }).where('id', '=', newest.id).execute();
    return method.provider_reference;
  });
  await provider.forget(reference);
}

/** Refuses when a service renews by itself, and names it to those who may know it. */
async function requireNoRenewal(context: OperationContext, transaction: Kysely<Database>): Promise<void> {
  const { clientId, contractIds } = context;
  const services = await transaction
    .selectFrom('services')
    .select(['contract_id', sql<string>`coalesce(label, name)`.as('name')])
    .where('client_id', '=', clientId)
    .where(needsMethod)
    .orderBy('name')
    .execute();
  if (services.length === 0) return;
  const seen = services.find(
    ({ contract_id: contract }) =>
      context.can('billing.services', 'view') && (!contractIds || (contract !== null && contractIds.includes(contract))),
  );
  const title = seen
    ? `“${seen.name}” renews automatically and would be left without a payment method`
    : 'A service renews automatically and would be left without a payment method';
  throw new Problem(409, title, {
    type: 'last-payment-method',
    detail: `${title}. Add another one first.`,
    ...(seen && { errors: [{ code: 'service', detail: seen.name }] }),
  });
}
