import { sql } from 'kysely';
import type { Feature } from '../feature.js';
import * as begin from './migrations/004-dns.js';
import { dnsOperations } from './operations.js';
import { zonesInScope } from './scope.js';

export const dns: Feature = {
  operations: dnsOperations,
  owners: {
    zoneId: {
      table: 'dns_zones',
      isOf: zonesInScope,
      thing: { type: 'dns-zone', typeLabel: 'DNS zone', label: sql`unicode_name`, resource: 'devices.dns-zones' },
    },
  },
  migrations: { '004-dns': begin },
};
