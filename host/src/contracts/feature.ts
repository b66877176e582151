import type { Feature } from '../feature.js';
import { ofContract } from '../http/ownership.js';
import * as begin from './migrations/007-contracts.js';
import { contractOperations } from './operations.js';

export const contracts: Feature = {
  operations: contractOperations,
  owners: { contractId: { table: 'contracts', isOf: ofContract('contracts.id') } },
  migrations: { '007-contracts': begin },
};
