import { sql } from 'kysely';
import type { Feature } from '../feature.js';
import * as begin from './migrations/010-payment-methods.js';
import { paymentMethodOperations } from './operations.js';

export const paymentMethods: Feature = {
  operations: paymentMethodOperations,
  owners: {
    paymentMethodId: {
      table: 'payment_methods',
      thing: { type: 'payment-method', typeLabel: 'Payment method', label: sql`name`, resource: 'profile.payment-methods' },
    },
  },
  migrations: { '010-payment-methods': begin },
};
