import type { Feature } from '../feature.js';
import * as sums from './migrations/019-ledger.js';
import { ledgerOperations } from './operations.js';

export const ledger: Feature = {
  operations: ledgerOperations,
  migrations: { '019-ledger': sums },
};
