import { sql } from 'kysely';
import type { Feature } from '../feature.js';
import { invoicesInScope } from './filter.js';
import * as begin from './migrations/002-invoices.js';
import * as disputes from './migrations/016-disputes.js';
import { invoiceOperations } from './operations.js';

export const invoices: Feature = {
  operations: invoiceOperations,
  owners: {
    invoiceId: {
      table: 'invoices',
      isOf: (_database, contractIds) => invoicesInScope(contractIds),
      thing: { type: 'invoice', typeLabel: 'Invoice', label: sql`number`, resource: 'billing.invoices' },
    },
  },
  migrations: { '002-invoices': begin, '016-disputes': disputes },
};
