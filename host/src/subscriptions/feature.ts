import { sql } from 'kysely';
import type { Feature } from '../feature.js';
import { ofContract } from '../http/ownership.js';
import { subscriptionOperations } from './operations.js';

export const subscriptions: Feature = {
  operations: subscriptionOperations(),
  owners: {
    subscriptionId: {
      table: 'subscriptions',
      isOf: ofContract('subscriptions.contract_id'),
      thing: {
        type: 'paypal-subscription',
        typeLabel: 'PayPal subscription',
        label: sql`subject_name`,
        resource: 'billing.paypal-subscriptions',
      },
    },
  },
};
