import type { Feature } from '../feature.js';
import * as begin from './migrations/009-profile.js';
import { profileOperations } from './operations.js';

export const profile: Feature = {
  operations: profileOperations,
  migrations: { '009-profile': begin },
};
