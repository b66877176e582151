import { can, hides, pagesOf, root, type PermissionSet } from 'portal-elements/permissions.js';
import { Problem } from '../http/problem.js';
import { effectivePermissions } from '../session/permissions.js';
import type { StoredPermissions } from '../database/tables-accounts.js';
import { hideableFields } from './roles.js';

/** The resources that hold no others; what is said of a node is what is said of these. */
const pages = pagesOf(root);

/** All that grants come to: `billing.invoices update`, and `calls.cost` for a field that is shown. */
export interface Abilities {
  effective: PermissionSet;
  held: ReadonlySet<string>;
  /** The contracts to which they are limited; null for no limit. */
  contractIds: readonly string[] | null;
}

/** What no longer or not yet being a contact comes to. */
export const nothing: Abilities = { effective: { default: 'deny', allow: {} }, held: new Set(), contractIds: null };

/** What the stored permissions and the limit to contracts come to. */
export function abilitiesOf(permissions: StoredPermissions, contractIds: readonly string[] | null): Abilities {
  const effective = effectivePermissions(permissions);
  const actions = pages.flatMap((resource) => (effective.allow?.[resource] ?? []).map((action) => `${resource} ${action}`));
  const fields = hideableFields.filter(({ id, resource }) => can(effective, resource) && !hides(effective, id)).map(({ id }) => id);
  return { effective, held: new Set([...actions, ...fields]), contractIds };
}

/** Whether somebody with these abilities may do everything there is, and so let others do it. */
export const isOwner = ({ effective, contractIds }: Abilities): boolean =>
  effective.allow?.[root]?.length === 4 && (effective.hiddenFields ?? []).length === 0 && contractIds === null;

/**
 * What a change gives or takes. With another limit to contracts all that is held is another, for it is held elsewhere.
 */
function difference(before: Abilities, after: Abilities): string[] {
  const both = [...new Set([...before.held, ...after.held])];
  if (!sameScope(before, after)) return both;
  return both.filter((ability) => before.held.has(ability) !== after.held.has(ability));
}

/** Whether a person with the abilities of `actor` may turn `before` into `after`: nobody gives or takes what is not their own. */
export function mayChange(actor: Abilities, before: Abilities, after: Abilities): boolean {
  const changed = difference(before, after);
  if (changed.length === 0) return true;
  const isWithin = (side: Abilities) => side.held.size === 0 || isSubset(side.contractIds, actor.contractIds);
  return changed.every((ability) => actor.held.has(ability)) && isWithin(before) && isWithin(after);
}

/** Throws 403 unless `mayChange`. */
export function requireHeld(actor: Abilities, before: Abilities, after: Abilities): void {
  if (!mayChange(actor, before, after))
    throw new Problem(403, 'You can only give or take what you may do yourself', { type: 'not-yours-to-grant' });
}

/** The resources that a change is about. */
export function changedResources(before: Abilities, after: Abilities): string[] {
  const found = difference(before, after).map(
    (ability) => hideableFields.find(({ id }) => id === ability)?.resource ?? ability.split(' ')[0]!,
  );
  return [...new Set(found)].sort();
}

/** How many of the pages may be viewed. */
export function countViewable({ effective }: Pick<Abilities, 'effective'>): { viewable: number; viewableOf: number } {
  return { viewable: pages.filter((resource) => can(effective, resource)).length, viewableOf: pages.length };
}

function sameScope(before: Abilities, after: Abilities): boolean {
  const sorted = ({ contractIds }: Abilities) => JSON.stringify(contractIds && [...new Set(contractIds)].sort());
  return sorted(before) === sorted(after);
}

function isSubset(part: readonly string[] | null, whole: readonly string[] | null): boolean {
  if (whole === null) return true;
  return part !== null && part.every((id) => whole.includes(id));
}
