import { sql } from 'kysely';
import type { Feature } from '../feature.js';
import * as begin from './migrations/020-tickets.js';
import { ticketOperations } from './operations.js';

export const tickets: Feature = {
  operations: ticketOperations,
  owners: {
    ticketId: {
      table: 'tickets',
      isFoundByHandler: true,
      thing: { type: 'ticket', typeLabel: 'Ticket', label: sql`number || ' ' || subject`, resource: 'support.others-tickets' },
    },
  },
  migrations: { '020-tickets': begin },
};
