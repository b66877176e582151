import type { Kysely } from 'kysely';
import type { components } from 'portal-elements/contract';
import { isResource } from 'portal-elements/permissions.js';
import type { StoredGrants } from '../database/tables-accounts.js';
import type { Database } from '../database/tables.js';
import { Problem } from '../http/problem.js';
import { contactRoles, hideableFields } from './roles.js';

type Grants = components['schemas']['ContactGrants'];
type Faults = NonNullable<components['schemas']['Problem']['errors']>;

/** Grants as they are stored, or 422 where they name what is not there; `pointer` says where in the request they stand. */
export async function readGrants(
  database: Kysely<Database>,
  clientId: string,
  { role, allow, deny, hiddenFields, contractIds }: Grants,
  pointer: string,
): Promise<{ role: string; permissions: StoredGrants; contractIds: string[] | null }> {
  const errors: Faults = [
    ...(role === 'custom' || contactRoles.some(({ id }) => id === role)
      ? []
      : [{ pointer: `${pointer}/role`, detail: 'There is no such role.', code: 'unknown-role' }]),
    ...unknownResources(`${pointer}/allow`, allow),
    ...unknownResources(`${pointer}/deny`, deny),
    ...hiddenFields.flatMap((field, index) =>
      hideableFields.some(({ id }) => id === field)
        ? []
        : [{ pointer: `${pointer}/hiddenFields/${index}`, detail: 'There is no such field.', code: 'unknown-field' }],
    ),
    ...(await foreignContracts(database, clientId, `${pointer}/contractIds`, contractIds ?? [])),
  ];
  if (errors.length > 0) throw new Problem(422, 'Some permissions need another look', { errors });
  return {
    role,
    permissions: { allow, deny, hiddenFields: [...new Set(hiddenFields)] },
    contractIds: contractIds && [...new Set(contractIds)],
  };
}

const unknownResources = (pointer: string, grants: Grants['allow']): Faults =>
  Object.keys(grants)
    .filter((id) => !isResource(id))
    .map((id) => ({
      pointer: `${pointer}/${id.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      detail: 'There is no such permission.',
      code: 'unknown-resource',
    }));

async function foreignContracts(database: Kysely<Database>, clientId: string, pointer: string, ids: readonly string[]): Promise<Faults> {
  if (ids.length === 0) return [];
  const known = await database.selectFrom('contracts').select('id').where('client_id', '=', clientId).where('id', 'in', ids).execute();
  const own = new Set(known.map(({ id }) => id));
  return ids.flatMap((id, index) =>
    own.has(id) ? [] : [{ pointer: `${pointer}/${index}`, detail: 'There is no such contract.', code: 'unknown-contract' }],
  );
}
