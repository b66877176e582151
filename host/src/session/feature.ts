import type { Feature } from '../feature.js';
import { accountOperations } from './account/operations.js';
import { sessionOperations } from './operations.js';

export const session: Feature = {
  operations: { ...sessionOperations, ...accountOperations },
  owners: { sessionId: { table: 'sessions', column: 'person_id' } },
};
