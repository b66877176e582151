import { can, type Action, type PermissionSet, type Resource } from './permissions.js';

/** A demand on a person: a permission on a resource, to be signed in (`session`), or nothing (`guest`). */
export type Requirement = Resource | 'session' | 'guest';

/** Tells whether a person with `set` meets it; `null`: nobody is signed in. */
export function meets(set: PermissionSet | null | undefined, requirement: Requirement, action: Action = 'view'): boolean {
  if (requirement === 'guest') return true;
  return requirement === 'session' ? !!set : can(set, requirement, action);
}
