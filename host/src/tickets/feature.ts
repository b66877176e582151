import { sql } from 'kysely';
import type { Feature } from '../feature.js';
import { ofContract } from '../http/ownership.js';
import * as begin from './migrations/020-tickets.js';
import * as mail from './migrations/022-ticket-mail.js';
import * as search from './migrations/023-ticket-search.js';
import * as requestTracker from './migrations/026-request-tracker.js';
import { ticketOperations } from './operations.js';

export const tickets: Feature = {
  operations: ticketOperations,
  owners: {
    ticketId: {
      table: 'tickets',
      isFoundByHandler: true,
      isOf: ofContract('tickets.contract_id'),
      thing: {
        type: 'ticket',
        typeLabel: 'Ticket',
        label: sql`case when number > 0 then number || ' ' else '' end || subject`,
        resource: 'support.others-tickets',
      },
    },
  },
  migrations: { '020-tickets': begin, '022-ticket-mail': mail, '023-ticket-search': search, '026-request-tracker': requestTracker },
};
