import type { components } from 'portal-elements/contract';
import { can } from 'portal-elements/permissions.js';
import { isOwner, type EffectivePermissions } from '../contacts/effective.js';

type Cell = components['schemas']['NotificationCell'];
type Category = components['schemas']['NotificationCategory'] & {
  /** Owners always get it. */
  legal?: boolean;
};

/** The categories of mail, in the order in which it is shown. */
export const categories: readonly Category[] = [
  { id: 'invoice', label: 'New invoices', billing: true },
  { id: 'receipt', label: 'Payment receipts', billing: true },
  { id: 'overdue', label: 'Overdue notices', billing: true, legal: true },
  { id: 'renewal', label: 'Renewals', billing: true },
  { id: 'maintenance', label: 'Maintenance', billing: false },
  { id: 'support', label: 'Support', billing: false },
  { id: 'abuse', label: 'Abuse reports', billing: false, legal: true },
];

/** The ways by which the company sends. */
export const channels = [{ id: 'email', label: 'E-mail' }];

/** The choices of a person; what is not here is as it is unless it is said, on. */
export type Choices = readonly { category: string; channel: string; enabled: boolean }[];

/** The mail that a contact gets, and the part of it that nobody can change. */
export function cellsOf(effective: EffectivePermissions, choices: Choices): Cell[] {
  return categories.flatMap((category) => channels.map(({ id }) => cellOf(category, id, effective, choices)));
}

/** Tells whether a contact gets what is of this category by e-mail. */
export function getsMail(category: string, effective: EffectivePermissions, choices: Choices): boolean {
  return cellsOf(effective, choices).some((cell) => cell.category === category && cell.channel === 'email' && cell.enabled);
}

function cellOf({ id: category, billing, legal }: Category, channel: string, effective: EffectivePermissions, choices: Choices): Cell {
  if (billing && !can(effective.set, 'billing.email'))
    return { category, channel, enabled: false, locked: true, reason: 'not-permitted', reasonLabel: 'Has no permission for billing mail' };
  if (legal && isOwner(effective))
    return { category, channel, enabled: true, locked: true, reason: 'legal', reasonLabel: 'Has to reach the owners of the account' };
  const chosen = choices.find((choice) => choice.category === category && choice.channel === channel);
  return { category, channel, enabled: chosen?.enabled ?? true, locked: false };
}
