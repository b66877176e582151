import type { Feature } from '../feature.js';
import * as begin from './migrations/012-credits.js';
import { creditOperations } from './operations.js';

export const credits: Feature = {
  operations: creditOperations,
  owners: { creditId: { table: 'credits' } },
  migrations: { '012-credits': begin },
};
