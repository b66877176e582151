import type { Feature } from '../feature.js';
import { ofContract } from '../http/ownership.js';
import * as begin from './migrations/013-orders.js';
import { orderOperations } from './operations.js';

export const orders: Feature = {
  operations: orderOperations,
  owners: { orderId: { table: 'orders', isOf: ofContract('orders.contract_id') } },
  migrations: { '013-orders': begin },
};
