import type { Kysely } from 'kysely';
import type { Database } from '../database/tables.js';
import type { OperationContext } from '../http/operation.js';
import { queue } from './queue.js';
import { signedIn } from '../session/operations.js';

/** The name of the person who acts. */
export const actorName = (context: OperationContext): string => signedIn(context).person.name;

/** Tells the company's people, once the transaction has succeeded, what this person has done; the person's words, if any, come last. */
export async function tellStaff(
  context: OperationContext,
  transaction: Kysely<Database>,
  what: string,
  words?: string | null,
): Promise<void> {
  const { person, client } = signedIn(context);
  const who = `${person.name} (${person.email}), for ${client.name}, client ${client.number}.`;
  await queue(transaction, { kind: 'note', subject: what, paragraphs: [`${what}.`, who, ...(words ? [words] : [])] });
}
