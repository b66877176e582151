import type { Feature } from '../feature.js';
import * as begin from './migrations/004-dns.js';
import { dnsOperations } from './operations.js';
import { zonesInScope } from './scope.js';

export const dns: Feature = {
  operations: dnsOperations,
  owners: { zoneId: { table: 'dns_zones', isOf: zonesInScope } },
  migrations: { '004-dns': begin },
};
