import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from '../database/tables.js';
import type { OperationContext } from '../http/operation.js';

interface AccessChange {
  /** Id of the access or visit. */
  subject: string;
  action: 'granted' | 'changed' | 'revoked' | 'visit-registered' | 'visit-cancelled';
  before?: object;
  after?: object;
}

/** Writes down who changed what about access, in the transaction that changes it; identity documents are left out. */
export async function recordAccessChange(
  database: Kysely<Database>,
  { clientId, caller }: OperationContext,
  { subject, action, before, after }: AccessChange,
): Promise<void> {
  await database
    .insertInto('access_changes')
    .values({
      id: `acg_${randomUUID()}`,
      client_id: clientId,
      subject,
      action,
      by_id: caller!.membershipId,
      by_name: caller!.person.name,
      before: before ? JSON.stringify(before) : null,
      after: after ? JSON.stringify(after) : null,
    })
    .execute();
}
