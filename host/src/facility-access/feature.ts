import type { Feature } from '../feature.js';
import * as begin from './migrations/015-facility-access.js';
import { facilityAccessOperations } from './operations.js';

export const facilityAccess: Feature = {
  operations: facilityAccessOperations,
  owners: { grantId: { table: 'access_grants' }, visitId: { table: 'visits' } },
  migrations: { '015-facility-access': begin },
};
