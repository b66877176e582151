import type { components } from '../api/schema.js';

/** The effective permissions of a person, as the server computed them; the contract's `PermissionSet`. */
export type PermissionSet = components['schemas']['PermissionSet'];

export type Action = 'view' | 'create' | 'update' | 'delete';

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

/** The node and the nodes above it, up to the root `client-portal`. */
function lineage(resource: string): string[] {
  if (resource === 'client-portal') return [resource];
  const parts = resource.split('.');
  return [...parts.map((_, index) => parts.slice(0, index + 1).join('.')), 'client-portal'];
}

const names = (grants: unknown, resource: string, action: Action): boolean => {
  if (typeof grants !== 'object' || grants === null || !Object.hasOwn(grants, resource)) return false;
  const actions: unknown = (grants as Record<string, unknown>)[resource];
  return Array.isArray(actions) && actions.includes(action);
};

/**
 * Whether `set` lets the person do `action` on `resource`. Fails closed: no set, an unknown resource, a denied
 * ancestor or simply no grant is `false`; the other actions need `view`.
 */
export function can(set: PermissionSet | null | undefined, resource: string, action: Action = 'view'): boolean {
  if (!set || !known.has(resource)) return false;
  const nodes = lineage(resource);
  const allowed = (wanted: Action) =>
    !nodes.some((node) => names(set.deny, node, wanted)) &&
    (set.default === 'allow' || nodes.some((node) => names(set.allow, node, wanted)));
  return allowed('view') && (action === 'view' || allowed(action));
}

/** Whether a field such as `calls.cost` is kept from the person although its resource is allowed. */
export function hides(set: PermissionSet | null | undefined, field: string): boolean {
  return set?.hiddenFields?.includes(field) ?? false;
}
