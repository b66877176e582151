import type { Feature } from '../feature.js';
import * as begin from './migrations/006-traffic.js';
import { trafficOperations } from './operations.js';

export const traffic: Feature = {
  operations: trafficOperations,
  migrations: { '006-traffic': begin },
};
