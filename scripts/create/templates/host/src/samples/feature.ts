import type { Feature } from '../feature.js';
import * as begin from './migrations/000-samples.js';
import { samplesOperations } from './operations.js';

export const sampleFeature: Feature = {
  operations: samplesOperations,
  // if owned
  owners: { sampleId: { table: 'samples' } },
  // end
  migrations: { '000-samples': begin },
};
