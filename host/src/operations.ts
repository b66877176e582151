import { contractOperations } from './contracts/operations.js';
import type { Operations } from './http/operation.js';
import { present } from './present.js';
import { sessionOperations } from './session/operations.js';

const { invoiceOperations } = await present<{ invoiceOperations: Partial<Operations> }>('./invoices/operations.ts');
const { callOperations } = await present<{ callOperations: Partial<Operations> }>('./calls/operations.ts');
const { dnsOperations } = await present<{ dnsOperations: Partial<Operations> }>('./dns/operations.ts');

/** What answers each operation of the contract. */
export const operations = {
  ...sessionOperations,
  ...contractOperations,
  ...invoiceOperations,
  ...callOperations,
  ...dnsOperations,
} as Operations;
