import { sql } from 'kysely';
import type { Feature } from '../feature.js';
import * as begin from './migrations/014-tax-exemptions.js';
import { taxExemptionOperations } from './operations.js';

export const taxExemptions: Feature = {
  operations: taxExemptionOperations,
  owners: {
    exemptionId: {
      table: 'tax_exemptions',
      thing: {
        type: 'tax-exemption',
        typeLabel: 'Tax exemption',
        label: sql`jurisdiction || ' ' || number`,
        resource: 'billing.tax-exemptions',
      },
    },
  },
  migrations: { '014-tax-exemptions': begin },
};
