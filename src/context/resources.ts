/** Every permission id there is. An id that is not here is denied to everyone. */
export const resources = [
  'client-portal',
  'profile',
  'profile.view',
  'profile.payment-methods',
  'profile.change-password',
  'profile.contacts',
  'profile.facility-access',
  'billing',
  'billing.invoices',
  'billing.services',
  'billing.tax-exemptions',
  'billing.credits',
  'billing.orders',
  'billing.paypal-subscriptions',
  'billing.quotes',
  'billing.email',
  'contracts',
  'contracts.list',
  'contracts.call-list',
  'contracts.traffic',
  'contracts.traffic-by-ip',
  'reports',
  'reports.event-log',
  'reports.mail-log',
  'reports.ledger',
  'domains',
  'domains.list',
  'domains.lookup',
  'support',
  'support.tickets',
  'support.others-tickets',
  'support.ticket-search',
  'devices',
  'devices.devices',
  'devices.racks',
  'devices.cages',
  'devices.facilities',
  'devices.ip-addresses',
  'devices.dns-zones',
  'devices.dns-records',
  'preferences',
  'preferences.support',
] as const;

export type Resource = (typeof resources)[number];

const known: ReadonlySet<string> = new Set(resources);

/** Tells whether there is such a permission id. */
export const isResource = (id: string): id is Resource => known.has(id);
