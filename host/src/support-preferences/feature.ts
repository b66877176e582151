import type { Feature } from '../feature.js';
import type {} from './tables.js';
import * as begin from './migrations/024-support-preferences.js';
import { supportPreferenceOperations } from './operations.js';

export const supportPreferences: Feature = {
  operations: supportPreferenceOperations,
  migrations: { '024-support-preferences': begin },
};
