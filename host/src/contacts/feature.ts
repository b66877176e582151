import type { Feature } from '../feature.js';
import * as people from './migrations/005-people.js';
import { contactOperations } from './operations.js';

export const contacts: Feature = {
  operations: contactOperations,
  owners: { contactId: { table: 'memberships' } },
  migrations: { '005-people': people },
};
