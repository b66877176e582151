import { sql } from 'kysely';
import type { Feature } from '../feature.js';
import * as begin from './migrations/015-facility-access.js';
import { facilityAccessOperations } from './operations.js';

export const facilityAccess: Feature = {
  operations: facilityAccessOperations,
  owners: {
    grantId: {
      table: 'access_grants',
      thing: { type: 'access-grant', typeLabel: 'Facility access', label: sql`person_name`, resource: 'profile.facility-access' },
    },
    visitId: { table: 'visits', thing: { type: 'visit', typeLabel: 'Visit', label: sql`purpose`, resource: 'profile.facility-access' } },
  },
  migrations: { '015-facility-access': begin },
};
