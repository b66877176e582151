import { accountOperations } from './session/account/operations.js';
import { callOperations } from './calls/operations.js';
import { contactOperations } from './contacts/operations.js';
import { contractOperations } from './contracts/operations.js';
import { creditOperations } from './credits/operations.js';
import { dnsOperations } from './dns/operations.js';
import type { Operations } from './http/operation.js';
import { invoiceOperations } from './invoices/operations.js';
import { notificationOperations } from './notifications/operations.js';
import { orderOperations } from './orders/operations.js';
import { profileOperations } from './profile/operations.js';
import { paymentOperations } from './payments/operations.js';
import { paymentMethodOperations } from './payment-methods/operations.js';
import { quoteOperations } from './quotes/operations.js';
import { serviceOperations } from './services/operations.js';
import { sessionOperations } from './session/operations.js';
import { facilityAccessOperations } from './facility-access/operations.js';
import { taxExemptionOperations } from './tax-exemptions/operations.js';
import { subscriptionOperations } from './subscriptions/operations.js';
import { trafficOperations } from './traffic/operations.js';

/** The handler of each operation of the contract. */
export const operations: Operations = {
  ...sessionOperations,
  ...accountOperations,
  ...contactOperations,
  ...profileOperations,
  ...notificationOperations,
  ...contractOperations,
  ...serviceOperations,
  ...invoiceOperations,
  ...paymentOperations,
  ...creditOperations,
  ...orderOperations,
  ...quoteOperations,
  ...paymentMethodOperations,
  ...subscriptionOperations(),
  ...callOperations,
  ...trafficOperations,
  ...dnsOperations,
  ...taxExemptionOperations,
  ...facilityAccessOperations,
};
