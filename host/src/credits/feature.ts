import { sql } from 'kysely';
import type { Feature } from '../feature.js';
import * as begin from './migrations/012-credits.js';
import { creditOperations } from './operations.js';

export const credits: Feature = {
  operations: creditOperations,
  owners: {
    creditId: { table: 'credits', thing: { type: 'credit', typeLabel: 'Credit', label: sql`reason`, resource: 'billing.credits' } },
  },
  migrations: { '012-credits': begin },
};
