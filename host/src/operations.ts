import { accountOperations } from './account/operations.js';
import { callOperations } from './calls/operations.js';
import { contactOperations } from './contacts/operations.js';
import { contractOperations } from './contracts/operations.js';
import { dnsOperations } from './dns/operations.js';
import type { Operations } from './http/operation.js';
import { invoiceOperations } from './invoices/operations.js';
import { sessionOperations } from './session/operations.js';
import { taxExemptionOperations } from './tax-exemptions/operations.js';
import { trafficOperations } from './traffic/operations.js';

/** What answers each operation of the contract. */
export const operations: Operations = {
  ...sessionOperations,
  ...accountOperations,
  ...contactOperations,
  ...contractOperations,
  ...invoiceOperations,
  ...callOperations,
  ...trafficOperations,
  ...dnsOperations,
  ...taxExemptionOperations,
};
