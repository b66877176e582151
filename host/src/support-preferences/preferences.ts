import type { Kysely } from 'kysely';
import type { components } from 'portal-elements/contract';
import type { Database } from '../database/tables.js';
import { etagOfState } from '../http/etag.js';
import type { OperationContext } from '../http/operation.js';
import { letterLanguages } from '../mail/template.js';
import { signedIn } from '../session/operations.js';
import { colleaguesOf } from '../tickets/colleagues.js';
import { maxCopies } from '../tickets/files.js';

type Answer = components['schemas']['SupportPreferences'];

/** What a person wants of tickets. */
export type Preferences = Required<components['schemas']['SupportPreferencesChange']>;

/** Of who has not chosen anything else. */
const usual: Preferences = {
  notifyNew: true,
  notifyReply: true,
  notifyClose: true,
  digest: 'off',
  othersMail: false,
  mailFormat: 'html',
  language: '',
  copies: [],
  signature: '',
  replyOrder: 'newest-first',
};

/** What these contacts want, by their ids. */
export async function preferencesOf(database: Kysely<Database>, ids: readonly string[]): Promise<ReadonlyMap<string, Preferences>> {
  if (ids.length === 0) return new Map();
  const rows = await database
    .selectFrom('support_preferences')
    .select(['membership_id', 'choices'])
    .where('membership_id', 'in', [...ids])
    .execute();
  const chosen = new Map(rows.map(({ membership_id: id, choices }) => [id, choices]));
  return new Map(ids.map((id) => [id, { ...usual, ...chosen.get(id) }]));
}

/** What the person who asks wants of tickets. */
export async function ownPreferences(context: OperationContext, database = context.database): Promise<Preferences> {
  const { membershipId } = signedIn(context);
  return (await preferencesOf(database, [membershipId])).get(membershipId)!;
}

/** What tickets are shown and written with; copies only of people who can still be put there. */
export async function ticketPreferences(context: OperationContext): Promise<components['schemas']['TicketPreferences']> {
  const { replyOrder, signature, copies } = await ownPreferences(context);
  const known = copies.length === 0 ? [] : await colleaguesOf(context);
  return { replyOrder, signature, copies: copies.filter((copy) => known.some(({ id }) => id === copy)) };
}

/** The preferences with what can be chosen. */
export async function describePreferences(context: OperationContext, database = context.database): Promise<Answer> {
  const { membershipId } = signedIn(context);
  const colleagues = await colleaguesOf({ ...context, database });
  const chosen = await ownPreferences(context, database);
  const othersPermitted = context.can('support.others-tickets', 'view');
  const preferences = {
    ...chosen,
    copies: chosen.copies.filter((copy) => colleagues.some(({ id }) => id === copy)),
    othersMail: chosen.othersMail && othersPermitted,
  };
  const pin = await database
    .selectFrom('support_preferences')
    .select('pin_renewed_at')
    .where('membership_id', '=', membershipId)
    .executeTakeFirst();
  return {
    etag: etagOfState(preferences),
    ...preferences,
    othersPermitted,
    languages: [...letterLanguages],
    colleagues,
    maxCopies,
    pinRenewedAt: pin?.pin_renewed_at?.toISOString() ?? null,
  };
}
