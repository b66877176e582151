import type { Feature } from '../feature.js';
import * as begin from './migrations/018-event-log.js';
import { eventLogOperations } from './operations.js';

export const eventLog: Feature = {
  operations: eventLogOperations,
  migrations: { '018-event-log': begin },
};
