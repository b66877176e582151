import type { Feature } from '../feature.js';
import * as begin from './migrations/014-tax-exemptions.js';
import { taxExemptionOperations } from './operations.js';

export const taxExemptions: Feature = {
  operations: taxExemptionOperations,
  owners: { exemptionId: { table: 'tax_exemptions' } },
  migrations: { '014-tax-exemptions': begin },
};
