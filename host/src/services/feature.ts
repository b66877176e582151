import { sql } from 'kysely';
import type { Feature } from '../feature.js';
import { ofContract } from '../http/ownership.js';
import * as begin from './migrations/011-services.js';
import { serviceOperations } from './operations.js';

export const services: Feature = {
  operations: serviceOperations,
  owners: {
    serviceId: {
      table: 'services',
      isOf: ofContract('services.contract_id'),
      thing: {
        type: 'service',
        typeLabel: 'Service',
        label: sql`number || ' ' || coalesce(services.label, name)`,
        resource: 'billing.services',
      },
    },
    serviceSecretId: {
      table: 'service_secrets',
      isOf: (_database, contractIds) =>
        sql`service_secrets.service_id in (select id from services where contract_id = any(${[...contractIds]}))`,
    },
  },
  migrations: { '011-services': begin },
};
