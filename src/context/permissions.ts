import type { components } from '../api/schema.js';
import { ancestorsOf } from './resource-tree.js';
import type { Resource } from './resources.js';

export { isWithin, pagesOf, root } from './resource-tree.js';
export { isResource, resources, type Resource } from './resources.js';

/** The effective permissions of a person, as the server computed them; the contract's `PermissionSet`. */
export type PermissionSet = components['schemas']['PermissionSet'];

export const actions = ['view', 'create', 'update', 'delete'] as const;

export type Action = (typeof actions)[number];

const names = (grants: unknown, resource: string, action: Action): boolean => {
  const own = Object.hasOwn(Object(grants) as object, resource) && (grants as Record<string, unknown>)[resource];
  return Array.isArray(own) && own.includes(action);
};

/**
 * Tells whether `set` lets the person do `action` on `resource`. Fails closed: no set, a denied ancestor or simply no grant is
 * `false`; the other actions need `view`. For an id that is not known at compile time ask `isResource` first.
 */
export function can(set: PermissionSet | null | undefined, resource: Resource, action: Action = 'view'): boolean {
  if (!set) return false;
  const nodes = [resource, ...ancestorsOf(resource)];
  const allowed = (wanted: Action) =>
    !nodes.some((node) => names(set.deny, node, wanted)) &&
    (set.default === 'allow' || nodes.some((node) => names(set.allow, node, wanted)));
  return allowed('view') && (action === 'view' || allowed(action));
}

/** Tells whether a field such as `calls.cost` is kept from the person although its resource is allowed. */
export function hides(set: PermissionSet | null | undefined, field: string): boolean {
  return [set?.hiddenFields].flat().includes(field);
}
