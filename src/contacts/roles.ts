import type { components } from '../api/schema.js';
import type { Resource } from '../context/permissions.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { roleName } from './contact.js';
import type { Labels } from './permissions/grants-view.js';
import { isAllowed, type Grants } from './permissions/grants.js';
import { permissionEditor } from './texts/permission-editor.js';

export type Roles = components['schemas']['ContactRoles'];

/** The name of a field that can be hidden; one that this release does not know has the server's. */
export function fieldLabel({ id, label }: { id: string; label: string }, i18n: SharedLocalize): string {
  const name = `field-${id}`;
  return Object.hasOwn(permissionEditor.english, name) ? i18n.in(permissionEditor)(name as 'field-calls.cost') : label;
}

/** Names for what grants refer to by id, as far as they are known. */
export const labelsOf = (roles: Roles | undefined, i18n: SharedLocalize): Labels => ({
  role: (id) => roleName(id, roles?.items.find((each) => each.id === id)?.label ?? id, i18n),
  field: (id) => fieldLabel({ id, label: roles?.fields.find((each) => each.id === id)?.label ?? id }, i18n),
  contract: () => undefined,
});

/** The names of fields that are kept from a person who sees what they belong to. */
export function hiddenFields(grants: Grants, roles: Roles | undefined, i18n: SharedLocalize): string[] {
  const hidden = (roles?.fields ?? []).filter(
    ({ id, resource }) => grants.hiddenFields.includes(id) && isAllowed(grants, resource as Resource, 'view'),
  );
  return hidden.map((field) => fieldLabel(field, i18n));
}
