import type { Transaction } from 'kysely';
import { can, type Action } from 'portal-elements/permissions.js';
import type { Database } from '../database/tables.js';
import { requireMatch } from '../http/etag.js';
import type { OperationContext } from '../http/operation.js';
import { notFound, Problem } from '../http/problem.js';
import { signedIn } from '../session/operations.js';
import { effectiveOf, isOwner } from './effective.js';
import { recordChange, type Change } from './audit-log.js';
import { contactEtag, effectiveOfContact, findContact, type ContactRow, type Viewer } from './contact.js';

/** A change of a contact that is under way. No other of this client's contacts is changed meanwhile. */
export interface ContactEdit {
  transaction: Transaction<Database>;
  /** The person who changes it, with the permissions of this moment. */
  actor: Viewer & { name: string; personId: string };
  client: { id: string; name: string };
  /** Writes it down. */
  record(contact: Change['contact'], change: Omit<Change, 'contact' | 'by'>): Promise<void>;
}

/**
 * Runs a change of the client's contacts. Those of one client wait for each other, and the permissions of the person are read
 * anew: two people who take each other's permissions away at the same time cannot both succeed.
 */
export async function editContacts<Result>(
  context: OperationContext,
  action: Action,
  run: (edit: ContactEdit) => Promise<Result>,
): Promise<Result> {
  const caller = signedIn(context);
  return await context.database.transaction().execute(async (transaction) => {
    const client = await transaction
      .selectFrom('clients')
      .select(['id', 'name'])
      .where('id', '=', context.clientId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const own = await findContact(transaction, client.id, caller.membershipId);
    const effective = own?.stored_status === 'active' ? effectiveOfContact(own) : undefined;
    if (!own || !effective || !can(effective.set, 'profile.contacts', action)) throw new Problem(403, 'You may not do this');
    const actor = { membershipId: own.id, effective, name: own.name, personId: own.person_id };
    return await run({
      transaction,
      actor,
      client,
      record: (contact, change) => recordChange(transaction, { ...change, contact, by: { id: own.id, name: own.name } }),
    });
  });
}

/** Runs a change of one contact; answers how it is afterwards. `ifMatch` names the version that was changed. */
export async function editContact(
  context: OperationContext,
  { id, action, ifMatch }: { id: string; action: Action; ifMatch?: string | undefined },
  run: (contact: ContactRow, edit: ContactEdit) => Promise<void>,
): Promise<{ contact: ContactRow | undefined; actor: Viewer }> {
  return await editContacts(context, action, async (edit) => {
    const { transaction, client, actor } = edit;
    const before = await findContact(transaction, client.id, id);
    if (!before) throw notFound();
    if (ifMatch !== undefined) requireMatch(ifMatch, contactEtag(before), 'The contact has changed in the meantime');
    await run(before, edit);
    const contact = await findContact(transaction, client.id, id);
    if (isActiveOwner(before) && !(contact && isActiveOwner(contact))) await requireOwner(transaction, client.id);
    // The change may have been to the actor's own permissions.
    const own = id === actor.membershipId && contact ? { ...actor, effective: effectiveOfContact(contact) } : actor;
    return { contact, actor: own };
  });
}

const isActiveOwner = (contact: ContactRow) => contact.stored_status === 'active' && isOwner(effectiveOfContact(contact));

/** Somebody has to be left who may do everything. */
async function requireOwner(transaction: Transaction<Database>, clientId: string): Promise<void> {
  const active = await transaction
    .selectFrom('memberships')
    .select(['permissions', 'contract_ids'])
    .where('client_id', '=', clientId)
    .where('status', '=', 'active')
    .where('contract_ids', 'is', null)
    .execute();
  if (active.some(({ permissions, contract_ids }) => isOwner(effectiveOf(permissions, contract_ids)))) return;
  throw new Problem(409, 'Nobody would be left who may do everything', { type: 'last-owner' });
}

/** Nobody does this to oneself. */
export function requireOther(contact: ContactRow, { actor }: ContactEdit): void {
  if (contact.id === actor.membershipId) throw new Problem(409, 'This cannot be done to yourself', { type: 'yourself' });
}

/** Ends what the contact is signed in to for this client. */
export async function endContactSessions({ transaction }: ContactEdit, contact: ContactRow): Promise<void> {
  await transaction.deleteFrom('sessions').where('membership_id', '=', contact.id).execute();
}

/** The viewer as whom a person reads contacts. */
export function viewerOf(context: OperationContext): Viewer {
  const { membershipId, permissions, contractIds } = signedIn(context);
  const { allow = {}, hiddenFields = [] } = permissions;
  return { membershipId, effective: effectiveOf({ allow, hiddenFields }, contractIds ?? null) };
}

/** Changes where the contact stands; an invitation is over with it, or has been since `invitationEnd`. */
export async function setStatus(
  { id }: ContactRow,
  { transaction }: ContactEdit,
  status: string,
  invitationEnd: Date | null = null,
): Promise<void> {
  await transaction.updateTable('memberships').set({ status, invitation_expires_at: invitationEnd }).where('id', '=', id).execute();
}
