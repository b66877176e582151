import type { Feature } from '../feature.js';
import * as begin from './migrations/020-tickets.js';
import { ticketOperations } from './operations.js';

export const tickets: Feature = {
  operations: ticketOperations,
  owners: { ticketId: 'handler' },
  migrations: { '020-tickets': begin },
};
