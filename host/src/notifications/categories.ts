import type { components } from 'portal-elements/contract';
import { can, type Resource } from 'portal-elements/permissions.js';
import { isOwner, type EffectivePermissions } from '../contacts/effective.js';

type Cell = components['schemas']['NotificationCell'];
type Category = components['schemas']['NotificationCategory'] & {
  /** Owners always get it. */
  legal?: boolean;
  /** Only who asks for it gets it. */
  onRequest?: boolean;
  /** What has to be seen in the portal by who gets it, beside billing mail. */
  shows?: Resource;
};

/** The categories of mail, in the order in which it is shown. */
export const categories: readonly Category[] = [
  { id: 'invoice', label: 'New invoices', billing: true },
  { id: 'receipt', label: 'Payment receipts', billing: true },
  { id: 'overdue', label: 'Overdue notices', billing: true, legal: true },
  { id: 'statement', label: 'Monthly statement of account', billing: true, onRequest: true, shows: 'reports.ledger' },
  { id: 'renewal', label: 'Renewals', billing: true },
  { id: 'maintenance', label: 'Maintenance', billing: false },
  { id: 'support', label: 'Support', billing: false },
  { id: 'abuse', label: 'Abuse reports', billing: false, legal: true },
];

/** The ways by which the company sends. */
export const channels = [{ id: 'email', label: 'E-mail' }];

/** The choices of a person; what is not here is on, or off where a category is on request. */
export type Choices = readonly { category: string; channel: string; enabled: boolean }[];

/** The mail that a contact gets, and the part of it that nobody can change. */
export function cellsOf(effective: EffectivePermissions, choices: Choices): Cell[] {
  return categories.flatMap((category) => channels.map(({ id }) => cellOf(category, id, effective, choices)));
}

/** Tells whether a contact gets what is of this category by e-mail. */
export function getsMail(category: string, effective: EffectivePermissions, choices: Choices): boolean {
  return cellsOf(effective, choices).some((cell) => cell.category === category && cell.channel === 'email' && cell.enabled);
}

function cellOf(of: Category, channel: string, effective: EffectivePermissions, choices: Choices): Cell {
  const { id: category, billing, legal, onRequest = false, shows } = of;
  if (billing && !can(effective.set, 'billing.email'))
    return { category, channel, enabled: false, locked: true, reason: 'not-permitted', reasonLabel: 'Has no permission for billing mail' };
  if (shows && !can(effective.set, shows))
    return { category, channel, enabled: false, locked: true, reason: 'no-ledger', reasonLabel: 'Has no permission for the ledger' };
  if (legal && isOwner(effective))
    return { category, channel, enabled: true, locked: true, reason: 'legal', reasonLabel: 'Has to reach the owners of the account' };
  const chosen = choices.find((choice) => choice.category === category && choice.channel === channel);
  return { category, channel, enabled: chosen?.enabled ?? !onRequest, locked: false };
}
