import { sql } from 'kysely';
import type { Feature } from '../feature.js';
import { ofContract } from '../http/ownership.js';
import * as begin from './migrations/013-orders.js';
import { orderOperations } from './operations.js';

export const orders: Feature = {
  operations: orderOperations,
  owners: {
    orderId: {
      table: 'orders',
      isOf: ofContract('orders.contract_id'),
      thing: { type: 'order', typeLabel: 'Order', label: sql`number`, resource: 'billing.orders' },
    },
  },
  migrations: { '013-orders': begin },
};
