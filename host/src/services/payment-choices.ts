import type { Kysely } from 'kysely';
import type { components } from 'portal-elements/contract';
import type { Database } from '../database/tables.js';
import type { OperationContext } from '../http/operation.js';
import { statusOf, usableStatuses } from '../payment-methods/method.js';

type Choice = components['schemas']['ServicePaymentMethod'];

/** The client's payment methods, those that can be charged before the others. */
async function methodsOf(database: Kysely<Database>, clientId: string): Promise<Choice[]> {
  const rows = await database
    .selectFrom('payment_methods')
    .select(['id', 'name', statusOf().as('state')])
    .where('client_id', '=', clientId)
    .orderBy('name')
    .orderBy('id')
    .execute();
  const all = rows.map(({ id, name, state }) => ({ id, label: name, isUsable: usableStatuses.includes(state) }));
  return [...all.filter(({ isUsable }) => isUsable), ...all.filter(({ isUsable }) => !isUsable)];
}

/** The payment method of a service, and those it could have; nothing for who may not view payment methods. */
export async function payingWith(
  context: OperationContext,
  methodId: string | null,
): Promise<{ paymentMethod?: Choice | null; paymentMethodChoices?: Choice[] }> {
  if (!context.can('profile.payment-methods', 'view')) return {};
  const methods = await methodsOf(context.database, context.clientId);
  const paymentMethod = methods.find(({ id }) => id === methodId) ?? null;
  return { paymentMethod, paymentMethodChoices: methods.filter(({ isUsable }) => isUsable) };
}

/** Tells whether a service of the client can be paid with it. */
export async function canPay(database: Kysely<Database>, clientId: string, methodId: string): Promise<boolean> {
  const methods = await methodsOf(database, clientId);
  return methods.some(({ id, isUsable }) => id === methodId && isUsable);
}
