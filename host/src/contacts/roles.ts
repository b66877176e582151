import type { components } from 'portal-elements/contract';
import { actions, type Action } from 'portal-elements/permissions.js';
import type { StoredGrants } from '../database/tables-accounts.js';

type Role = components['schemas']['ContactRole'];

const all: Action[] = [...actions];
const view: Action[] = ['view'];
/** The permissions that everyone needs who signs in. */
const own = { 'profile.view': view, 'profile.change-password': ['view', 'update'] } satisfies StoredGrants['allow'];

function preset(id: string, label: string, description: string, allow: Required<StoredGrants>['allow'], hiddenFields: string[] = []): Role {
  return {
    id,
    label,
    description,
    grants: { role: id, allow: allow as Role['grants']['allow'], deny: {}, hiddenFields, contractIds: null },
  };
}

/** Presets of permissions, in the order in which they are offered. */
export const contactRoles: readonly Role[] = [
  preset('owner', 'Owner', 'Everything, also the people and their permissions.', { 'client-portal': all }),
  preset('accounting', 'Accounting', 'Invoices, payments, credits, orders and quotes; contracts to look at.', {
    ...own,
    'profile.payment-methods': all,
    billing: all,
    'contracts.list': view,
    'reports.ledger': view,
  }),
  preset(
    'technical',
    'Technical',
    'Contracts, calls, traffic, domains, DNS, devices and support, without prices.',
    { ...own, contracts: view, domains: all, devices: all, support: all, preferences: all },
    ['calls.cost', 'contracts.price', 'services.price', 'traffic.cost'],
  ),
  preset('read-only', 'Read only', 'Sees everything and changes nothing but the own password.', {
    'client-portal': view,
    'profile.change-password': ['view', 'update'],
  }),
];

/** Fields that can be hidden from a person, each with the resource that it is a field of. */
export const hideableFields = [
  { id: 'calls.cost', label: 'Cost of calls', resource: 'contracts.call-list' },
  { id: 'calls.recording', label: 'Recordings of calls', resource: 'contracts.call-list' },
  { id: 'contracts.price', label: 'Prices of contracts', resource: 'contracts.list' },
  { id: 'services.price', label: 'Prices of services', resource: 'billing.services' },
  { id: 'traffic.cost', label: 'Cost of traffic', resource: 'contracts.traffic' },
] as const;

/** The name of a role; grants that were made from none are custom. */
export const roleLabel = (role: string): string => contactRoles.find(({ id }) => id === role)?.label ?? 'Custom';
