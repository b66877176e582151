import { callOperations } from './calls/operations.js';
import { contractOperations } from './contracts/operations.js';
import { dnsOperations } from './dns/operations.js';
import type { Operations } from './http/operation.js';
import { invoiceOperations } from './invoices/operations.js';
import { sessionOperations } from './session/operations.js';

/** What answers each operation of the contract. */
export const operations: Operations = {
  ...sessionOperations,
  ...contractOperations,
  ...invoiceOperations,
  ...callOperations,
  ...dnsOperations,
};
