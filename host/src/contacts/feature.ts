import { sql } from 'kysely';
import type { Feature } from '../feature.js';
import * as people from './migrations/005-people.js';
import { contactOperations } from './operations.js';

export const contacts: Feature = {
  operations: contactOperations,
  owners: {
    contactId: {
      table: 'memberships',
      thing: {
        type: 'contact',
        typeLabel: 'Person',
        label: sql`(select coalesce(case when memberships.accepted_at is null then memberships.invited_as end, people.name) from people where people.id = memberships.person_id)`,
        resource: 'profile.contacts',
      },
    },
  },
  migrations: { '005-people': people },
};
