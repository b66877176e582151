import type { Resource } from 'portal-elements/permissions.js';
import type { ContractOperation } from '../http/contract.js';
import type { OperationId } from '../http/operation.js';

/** A kind of events. */
export interface EventKind {
  category: string;
  /** What was done, for files and for whoever has no words of their own for it. */
  label: string;
  /** The path parameter that would name what the operation makes, which its answer gives the id of. */
  creates?: string;
  /** The resource that must be viewable to know of what others did, where it is not the operation's. */
  resource?: Resource;
  /** Only what comes of the operation says whose event it is, so that nothing can be written before. */
  isKnownAfterwards?: boolean;
}

/** Operations that are not GET and change nothing that the client would look for. */
export const changesNothing: ReadonlySet<OperationId> = new Set<OperationId>([
  'renewSession',
  'createToken',
  'checkMailedCode',
  'beginSecondFactor',
  'refreshPaypalSubscriptions',
  'revealSupportPin',
]);

/** The names of categories: the tags of the contract, and session as what it is in the log. */
export const categories: Readonly<Record<string, string>> = {
  'sign-ins': 'Sign-ins',
  account: 'Accounts',
  profile: 'Profile',
  contacts: 'People',
  'facility-access': 'Facility access',
  'payment-methods': 'Payment methods',
  notifications: 'Notifications',
  invoices: 'Invoices',
  payments: 'Payments',
  credits: 'Credits',
  services: 'Services',
  orders: 'Orders',
  quotes: 'Quotes',
  subscriptions: 'PayPal subscriptions',
  'tax-exemptions': 'Tax exemptions',
  contracts: 'Contracts',
  tickets: 'Tickets',
  'mail-log': 'Mail log',
  'support-preferences': 'Support preferences',
  dns: 'DNS',
};

/** The category that signing in and out has; it can be left out. */
export const signIns = 'sign-ins';

/** Of tickets of others only those know who may see them. */
const ticket = { category: 'tickets', resource: 'support.others-tickets' } as const;
const known = { isKnownAfterwards: true } as const;

/** What the portal does, by `operationId`, and what else there is. */
export const kinds: Readonly<Record<string, EventKind>> = {
  signIn: { category: signIns, label: 'Signed in', ...known },
  signInFailed: { category: signIns, label: 'Sign-in failed' },
  signOut: { category: signIns, label: 'Signed out' },
  switchClient: { category: signIns, label: 'Switched to this client', ...known },
  requestAccount: { category: 'account', label: 'Asked for an account', ...known },
  requestPasswordReset: { category: 'account', label: 'Asked for a new password by mail', ...known },
  setPassword: { category: 'account', label: 'Set a password by a mailed code', ...known },
  changePassword: { category: 'account', label: 'Changed the own password' },
  confirmSecondFactor: { category: 'account', label: 'Switched the second factor on' },
  removeSecondFactor: { category: 'account', label: 'Switched the second factor off' },
  createRecoveryCodes: { category: 'account', label: 'Made new recovery codes' },
  endOtherSessions: { category: 'account', label: 'Ended all other sessions' },
  endAccountSession: { category: 'account', label: 'Ended a session' },
  updateProfile: { category: 'profile', label: 'Changed the profile' },
  withdrawProfileChange: { category: 'profile', label: 'Took back a change of the profile' },
  inviteContact: { category: 'contacts', label: 'Invited a person', creates: 'contactId' },
  updateContact: { category: 'contacts', label: 'Changed the details of a person' },
  deleteContact: { category: 'contacts', label: 'Took out a person' },
  setContactPermissions: { category: 'contacts', label: 'Changed the permissions of a person' },
  deactivateContact: { category: 'contacts', label: 'Deactivated a person' },
  reactivateContact: { category: 'contacts', label: 'Reactivated a person' },
  resendInvitation: { category: 'contacts', label: 'Sent an invitation again' },
  cancelInvitation: { category: 'contacts', label: 'Took back an invitation' },
  resetContactSecondFactor: { category: 'contacts', label: 'Switched off the second factor of a person' },
  grantAccess: { category: 'facility-access', label: 'Granted access to a facility', creates: 'grantId' },
  changeAccessGrant: { category: 'facility-access', label: 'Changed access to a facility' },
  revokeAccessGrant: { category: 'facility-access', label: 'Revoked access to a facility' },
  registerVisit: { category: 'facility-access', label: 'Registered a visit', creates: 'visitId' },
  cancelVisit: { category: 'facility-access', label: 'Cancelled a visit' },
  createPaymentMethod: { category: 'payment-methods', label: 'Added a payment method', creates: 'paymentMethodId' },
  createBankAccount: { category: 'payment-methods', label: 'Added a bank account', creates: 'paymentMethodId' },
  updatePaymentMethod: { category: 'payment-methods', label: 'Changed a payment method' },
  deletePaymentMethod: { category: 'payment-methods', label: 'Deleted a payment method' },
  setDefaultPaymentMethod: { category: 'payment-methods', label: 'Made a payment method the default' },
  updateNotificationSettings: { category: 'notifications', label: 'Changed who gets which mail' },
  createInvoiceDispute: { category: 'invoices', label: 'Disputed an invoice' },
  withdrawInvoiceDispute: { category: 'invoices', label: 'Withdrew the dispute of an invoice' },
  invoiceIssued: { category: 'invoices', label: 'Issued an invoice' },
  createPayment: { category: 'payments', label: 'Made a payment' },
  paymentDeclined: { category: 'payments', label: 'A payment was declined' },
  paymentReceived: { category: 'payments', label: 'Received a payment' },
  applyCredit: { category: 'credits', label: 'Paid invoices from a credit' },
  creditGranted: { category: 'credits', label: 'Granted a credit' },
  updateService: { category: 'services', label: 'Changed a service' },
  cancelService: { category: 'services', label: 'Cancelled a service' },
  withdrawCancellation: { category: 'services', label: 'Withdrew the cancellation of a service' },
  revealServiceSecret: { category: 'services', label: 'Looked at a secret of a service' },
  serviceSetUp: { category: 'services', label: 'Set up a service' },
  serviceSuspended: { category: 'services', label: 'Suspended a service' },
  saveOrderDetails: { category: 'orders', label: 'Kept the details of an order' },
  submitOrder: { category: 'orders', label: 'Placed an order' },
  cancelOrder: { category: 'orders', label: 'Cancelled an order' },
  answerOrder: { category: 'orders', label: 'Answered a question about an order' },
  uploadOrderFile: { category: 'orders', label: 'Uploaded a file for an order' },
  orderCompleted: { category: 'orders', label: 'Completed an order' },
  acceptQuote: { category: 'quotes', label: 'Accepted a quote' },
  declineQuote: { category: 'quotes', label: 'Declined a quote' },
  askAboutQuote: { category: 'quotes', label: 'Asked about a quote' },
  quoteIssued: { category: 'quotes', label: 'Issued a quote' },
  cancelPaypalSubscription: { category: 'subscriptions', label: 'Cancelled a PayPal subscription' },
  submitTaxExemption: { category: 'tax-exemptions', label: 'Submitted a tax exemption', creates: 'exemptionId' },
  uploadTaxExemptionFile: { category: 'tax-exemptions', label: 'Uploaded a certificate' },
  withdrawTaxExemption: { category: 'tax-exemptions', label: 'Withdrew a tax exemption' },
  taxExemptionDecided: { category: 'tax-exemptions', label: 'Decided on a tax exemption' },
  contractChanged: { category: 'contracts', label: 'Changed a contract' },
  createTicket: { ...ticket, label: 'Opened a ticket', creates: 'ticketId' },
  replyToTicket: { ...ticket, label: 'Answered a ticket' },
  closeTicket: { ...ticket, label: 'Closed a ticket' },
  reopenTicket: { ...ticket, label: 'Reopened a ticket' },
  addTicketCopy: { ...ticket, label: 'Put a person in copy of a ticket' },
  removeTicketCopy: { ...ticket, label: 'Took a person out of the copies of a ticket' },
  rateTicket: { ...ticket, label: 'Rated a ticket' },
  uploadTicketFile: { ...ticket, label: 'Uploaded a file for a ticket' },
  uploadTicketReplyFile: { ...ticket, label: 'Uploaded a file for an answer to a ticket' },
  sendMailCopy: { category: 'mail-log', label: 'Had a mail of the log sent again' },
  updateSupportPreferences: { category: 'support-preferences', label: 'Changed the own support preferences' },
  renewSupportPin: { category: 'support-preferences', label: 'Made a new PIN for the telephone' },
  createDnsZone: { category: 'dns', label: 'Created a DNS zone', creates: 'zoneId' },
  deleteDnsZone: { category: 'dns', label: 'Deleted a DNS zone' },
  importDnsZone: { category: 'dns', label: 'Imported a zone file' },
  changeDnsRrsets: { category: 'dns', label: 'Changed DNS records' },
};

/** The kind of an operation's events; undefined where it changes nothing. One that is not listed above is told by its tag and summary. */
export function kindOf({ id, method, tag, summary }: ContractOperation): EventKind | undefined {
  if (method === 'GET' || changesNothing.has(id)) return undefined;
  return kinds[id] ?? { category: tag, label: summary };
}

/** The name of a category; of one that is not known, itself. */
export const categoryLabel = (category: string): string => categories[category] ?? category;
