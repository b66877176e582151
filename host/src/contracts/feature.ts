import { sql } from 'kysely';
import type { Feature } from '../feature.js';
import { ofContract } from '../http/ownership.js';
import * as begin from './migrations/007-contracts.js';
import { contractOperations } from './operations.js';

export const contracts: Feature = {
  operations: contractOperations,
  owners: {
    contractId: {
      table: 'contracts',
      isOf: ofContract('contracts.id'),
      thing: { type: 'contract', typeLabel: 'Contract', label: sql`number || ' ' || name`, resource: 'contracts.list' },
    },
  },
  migrations: { '007-contracts': begin },
};
