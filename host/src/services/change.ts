import { sql, type Transaction } from 'kysely';
import type { components } from 'portal-elements/contract';
import type { Database } from '../database/tables.js';
import { etagOf, requireMatch } from '../http/etag.js';
import type { Operation, OperationContext } from '../http/operation.js';
import { Problem } from '../http/problem.js';
import { searchText } from '../http/search.js';
import { companyToday } from '../company.js';
import { branchOf } from './beneath.js';
import { canPay } from './payment-choices.js';
import { findService, wholeService } from './service-record.js';
import type { ServiceRow } from './query.js';
import { cancelOptionsOf } from './terms.js';

type ServiceChange = components['schemas']['ServiceChange'];
type Service = components['schemas']['Service'];

interface Edit {
  transaction: Transaction<Database>;
  /** The present state of the service; nobody else changes it meanwhile. */
  service: ServiceRow;
}

/** Changes a service; answers how it is afterwards. Who changes others of this client at the same time waits. */
async function edit(context: OperationContext, id: string, run: (edit: Edit) => Promise<void>): Promise<Service> {
  await context.database.transaction().execute(async (transaction) => {
    await transaction.selectFrom('services').select('id').where('client_id', '=', context.clientId).orderBy('id').forUpdate().execute();
    await run({ transaction, service: await findService(transaction, context, id) });
  });
  return await wholeService(context, id);
}

const notRunning = () => new Problem(409, 'The service has ended or been cancelled', { type: 'not-running' });

/** Its label, whether it renews by itself, and how it is paid. */
export const updateService: Operation<'updateService'> = async (context, { path, body, headers }) => {
  return await edit(context, path.serviceId, async ({ transaction, service }) => {
    requireMatch(headers['if-match'], etagOf(service), 'The service has changed in the meantime');
    await requirePossible({ ...context, database: transaction }, service, body);
    const { label: typed, autoRenew, paymentMethodId } = body;
    const label = typed === undefined ? service.label : typed?.trim() || null;
    await transaction
      .updateTable('services')
      .set({
        label,
        search_text: searchText([service.number, service.name, label, service.identifier]),
        ...(autoRenew !== undefined && { auto_renew: autoRenew }),
        ...(paymentMethodId !== undefined && { payment_method_id: paymentMethodId }),
        version: sql`version + 1`,
      })
      .where('id', '=', service.id)
      .execute();
  });
};

async function requirePossible(context: OperationContext, service: ServiceRow, change: ServiceChange): Promise<void> {
  const { database, clientId } = context;
  const { autoRenew, paymentMethodId } = change;
  if (autoRenew !== undefined && (service.is_over || service.cancel_at !== null)) throw notRunning();
  if (paymentMethodId === undefined) return;
  if (!context.can('profile.payment-methods', 'view')) throw new Problem(403, 'You may not choose how services are paid');
  if (paymentMethodId === null || (await canPay(database, clientId, paymentMethodId))) return;
  throw new Problem(422, 'Some fields need another look', {
    errors: [{ pointer: '/paymentMethodId', code: 'unknown-payment-method', detail: 'Please choose another payment method.' }],
  });
}

/** Cancels a service and what lies beneath it, to the day that the person has agreed to. */
export const cancelService: Operation<'cancelService'> = async (context, { path, body }) => {
  return await edit(context, path.serviceId, async ({ transaction, service }) => {
    const { when, lastDay, reason } = body;
    if (service.cancel_at === lastDay && service.cancelled_with === null && (service.is_over ? when === 'now' : true)) return;
    if (service.is_over) throw notRunning();
    const agreed = cancelOptionsOf(service, companyToday()).some((option) => option.when === when && option.lastDay === lastDay);
    if (!agreed)
      throw new Problem(409, 'The service cannot be cancelled to this day any more', {
        type: 'day-changed',
        detail: 'Please look at the present days and choose again.',
      });
    const ended = when === 'now' && { status: 'cancelled' };
    await transaction
      .updateTable('services')
      .set({ cancel_at: lastDay, cancelled_with: service.id, ...ended, version: sql`version + 1` })
      .where('client_id', '=', context.clientId)
      .where(sql<boolean>`id in ${branchOf(service.id)}`)
      .where('status', 'not in', ['cancelled', 'expired'])
      .where((is) => is.or([is('cancel_at', 'is', null), is('cancel_at', '>', lastDay)]))
      .execute();
    await transaction
      .updateTable('services')
      .set({ cancel_reason: reason?.trim() || null, cancelled_with: null })
      .where('id', '=', service.id)
      .execute();
  });
};

/** Lets a cancelled service run on, and what was cancelled with it. */
export const withdrawCancellation: Operation<'withdrawCancellation'> = async (context, { path }) => {
  return await edit(context, path.serviceId, async ({ transaction, service }) => {
    if (service.is_over) throw notRunning();
    if (service.cancelled_with !== null) throw new Problem(409, 'The service ends with another one', { type: 'cancelled-with-another' });
    if (service.cancel_at === null) return;
    await transaction
      .updateTable('services')
      .set({ cancel_at: null, cancelled_with: null, cancel_reason: null, version: sql`version + 1` })
      .where('client_id', '=', context.clientId)
      .where((is) => is.or([is('id', '=', service.id), is('cancelled_with', '=', service.id)]))
      .execute();
  });
};
