import { can, hides, pagesOf, root, type PermissionSet } from 'portal-elements/permissions.js';
import { Problem } from '../http/problem.js';
import { effectivePermissions } from '../session/permissions.js';
import type { StoredGrants } from '../database/tables-accounts.js';
import { hideableFields } from './roles.js';

/** All pages: a grant on a node is a grant on the pages under it. */
const pages = pagesOf(root);

/** The effective permissions that grants come to. */
export interface EffectivePermissions {
  set: PermissionSet;
  /** Each action on a page and each field that is shown, by name: `billing.invoices update`, `calls.cost`. */
  items: ReadonlySet<string>;
  /** The contracts to which they are limited; null for no limit. */
  contractIds: readonly string[] | null;
}

/** The effective permissions of who is not yet, or no longer, a contact. */
export const nothing: EffectivePermissions = { set: { default: 'deny', allow: {} }, items: new Set(), contractIds: null };

/** The effective permissions that stored grants and the limit to contracts come to. */
export function effectiveOf(permissions: StoredGrants, contractIds: readonly string[] | null): EffectivePermissions {
  const set = effectivePermissions(permissions, contractIds);
  const actions = pages.flatMap((resource) => (set.allow?.[resource] ?? []).map((action) => `${resource} ${action}`));
  const fields = hideableFields.filter(({ id, resource }) => can(set, resource) && !hides(set, id)).map(({ id }) => id);
  return { set, items: new Set([...actions, ...fields]), contractIds };
}

/** Tells whether somebody with these permissions may do everything there is, and so let others do it. */
export const isOwner = ({ set, contractIds }: EffectivePermissions): boolean =>
  set.allow?.[root]?.length === 4 && (set.hiddenFields ?? []).length === 0 && contractIds === null;

/** The items that a change gives or takes: with another limit to contracts, all of them, for they hold elsewhere. */
function difference(before: EffectivePermissions, after: EffectivePermissions): string[] {
  const both = [...new Set([...before.items, ...after.items])];
  if (!sameScope(before, after)) return both;
  return both.filter((item) => before.items.has(item) !== after.items.has(item));
}

/** Tells whether a person with the permissions of `actor` may turn `before` into `after`: nobody gives or takes what is not their own. */
export function mayChange(actor: EffectivePermissions, before: EffectivePermissions, after: EffectivePermissions): boolean {
  const changed = difference(before, after);
  if (changed.length === 0) return true;
  const isWithin = (side: EffectivePermissions) => side.items.size === 0 || isSubset(side.contractIds, actor.contractIds);
  return changed.every((item) => actor.items.has(item)) && isWithin(before) && isWithin(after);
}

/** Throws 403 unless `mayChange`. */
export function requireMayChange(actor: EffectivePermissions, before: EffectivePermissions, after: EffectivePermissions): void {
  if (!mayChange(actor, before, after))
    throw new Problem(403, 'You can only give or take what you may do yourself', { type: 'not-yours-to-grant' });
}

/** The resources that a change is about. */
export function changedResources(before: EffectivePermissions, after: EffectivePermissions): string[] {
  const found = difference(before, after).map((item) => hideableFields.find(({ id }) => id === item)?.resource ?? item.split(' ')[0]!);
  return [...new Set(found)].sort();
}

/** The number of pages that may be viewed. */
export function countViewable({ set }: EffectivePermissions): { viewable: number; viewableOf: number } {
  return { viewable: pages.filter((resource) => can(set, resource)).length, viewableOf: pages.length };
}

function sameScope(before: EffectivePermissions, after: EffectivePermissions): boolean {
  const sorted = ({ contractIds }: EffectivePermissions) => JSON.stringify(contractIds && [...new Set(contractIds)].sort());
  return sorted(before) === sorted(after);
}

function isSubset(part: readonly string[] | null, whole: readonly string[] | null): boolean {
  if (whole === null) return true;
  return part !== null && part.every((id) => whole.includes(id));
}
