import type { components } from '../api/schema.js';
import type { Resource } from '../context/permissions.js';
import type { ContactsLocalize } from './contact-parts.js';
import type { Labels } from './permissions/difference-view.js';
import { isAllowed, type Grants } from './permissions/grants.js';

export type Roles = components['schemas']['ContactRoles'];

/** Names for what grants refer to by id, as far as they are known. */
export const labelsOf = (roles: Roles | undefined, i18n: ContactsLocalize): Labels => ({
  role: (id) => i18n.label(`role-${id}`, roles?.items.find((each) => each.id === id)?.label ?? id),
  field: (id) => roles?.fields.find((each) => each.id === id)?.label ?? id,
  contract: () => undefined,
});

/** The names of fields that are kept from a person who sees what they belong to. */
export function hiddenFields(grants: Grants, roles: Roles | undefined): string[] {
  const hidden = (roles?.fields ?? []).filter(
    ({ id, resource }) => grants.hiddenFields.includes(id) && isAllowed(grants, resource as Resource, 'view'),
  );
  return hidden.map(({ label }) => label);
}
