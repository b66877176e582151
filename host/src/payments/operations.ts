import { idempotent } from '../http/idempotency.js';
import type { Operations } from '../http/operation.js';
import { pay, settlePayments } from './payments.js';

/** The operations of payments. */
export const paymentOperations: Pick<Operations, 'createPayment'> = {
  async createPayment(context, request, reply) {
    const { database, payments, clientId, contractIds, personId } = context;
    await settlePayments(database, clientId);
    return await idempotent(context, request, reply, async () => {
      const { allocations, paymentToken } = request.body;
      const key = `${personId}:${String(request.headers['idempotency-key'])}`;
      const payment = await pay(database, payments, { clientId, contractIds, key, allocations, token: paymentToken });
      if (payment.status === 'failed') context.event.kind = 'paymentDeclined';
      if (allocations.length === 1) context.event.object = { parameter: 'invoiceId', id: allocations[0]!.invoiceId };
      return { status: 201, body: payment };
    });
  },
};
