import { sql } from 'kysely';
import type { Feature } from '../feature.js';
import { ofContract } from '../http/ownership.js';
import { quoteOperations } from './operations.js';

export const quotes: Feature = {
  operations: quoteOperations,
  owners: {
    quoteId: {
      table: 'quotes',
      isOf: ofContract('quotes.contract_id'),
      thing: { type: 'quote', typeLabel: 'Quote', label: sql`number`, resource: 'billing.quotes' },
    },
  },
};
