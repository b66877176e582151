import { actions, can, isWithin, resources, type Action, type PermissionSet, type Resource } from 'portal-elements/permissions.js';
import type { StoredGrants } from '../database/tables-accounts.js';

/** The pages that show the client's money as a whole: nobody sees them who is limited to contracts, whatever was granted. */
const ofWholeClient: PermissionSet['deny'] = { 'reports.ledger': [...actions] } satisfies Partial<Record<Resource, Action[]>>;

/**
 * The effective permissions of a person: every allowed resource with its actions. A grant holds for all that is under a node,
 * so a node is listed only with actions that hold for all of it, and nothing needs to be denied.
 */
export function effectivePermissions(stored: StoredGrants, contractIds?: readonly string[] | null): PermissionSet {
  const granted: PermissionSet = {
    default: 'deny',
    allow: stored.allow as PermissionSet['allow'],
    deny: { ...(stored.deny as PermissionSet['deny']), ...(contractIds && ofWholeClient) },
  };
  const holds = (node: string, action: Action) =>
    resources.filter((resource) => isWithin(resource, node)).every((resource) => can(granted, resource, action));
  const allow: Record<string, Action[]> = {};
  for (const resource of resources) {
    const allowed = actions.filter((action) => holds(resource, action));
    if (allowed.length > 0) allow[resource] = allowed;
  }
  return { default: 'deny', allow, hiddenFields: stored.hiddenFields ?? [] };
}
