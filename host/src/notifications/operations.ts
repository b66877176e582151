import type { Kysely } from 'kysely';
import type { components } from 'portal-elements/contract';
import type { Database } from '../database/tables.js';
import { requireMatch } from '../http/etag.js';
import type { Operations } from '../http/operation.js';
import { Problem } from '../http/problem.js';
import { categories, channels } from './categories.js';
import { readSettings } from './settings.js';

type Settings = components['schemas']['NotificationSettings'];
type Change = components['schemas']['NotificationChanges']['changes'][number];

/** The operations of who gets which mail. */
export const notificationOperations = {
  getNotificationSettings: (context) => readSettings(context),

  async updateNotificationSettings(context, { body, headers }) {
    return await context.database.transaction().execute(async (transaction) => {
      // Changes of one client's settings wait for each other.
      await transaction.selectFrom('clients').select('id').where('id', '=', context.clientId).forUpdate().executeTakeFirstOrThrow();
      const present = await readSettings(context, transaction);
      requireMatch(headers['if-match'], present.etag, 'The settings have changed in the meantime');
      check(body.changes, present);
      for (const change of body.changes) await store(transaction, change);
      return await readSettings(context, transaction);
    });
  },
} satisfies Partial<Operations>;

/** Throws 422 unless every change is of something that the person may change. */
function check(changes: readonly Change[], { people }: Settings): void {
  const errors = changes.flatMap(({ contactId, category, channel }, index) => {
    const fault = (name: string, code: string, detail: string) => [{ pointer: `/changes/${index}/${name}`, code, detail }];
    const person = people.find((each) => each.contactId === contactId);
    if (!person) return fault('contactId', 'unknown-contact', 'There is no such contact.');
    if (!categories.some(({ id }) => id === category)) return fault('category', 'unknown-category', 'There is no such category.');
    if (!channels.some(({ id }) => id === channel)) return fault('channel', 'unknown-channel', 'There is no such channel.');
    const cell = person.cells.find((each) => each.category === category && each.channel === channel);
    return cell?.locked ? fault('enabled', 'locked', cell.reasonLabel ?? 'This cannot be changed.') : [];
  });
  if (errors.length > 0) throw new Problem(422, 'Some settings cannot be changed', { errors });
}

async function store(database: Kysely<Database>, { contactId, category, channel, enabled }: Change): Promise<void> {
  await database
    .insertInto('notification_settings')
    .values({ membership_id: contactId, category, channel, enabled })
    .onConflict((conflict) => conflict.columns(['membership_id', 'category', 'channel']).doUpdateSet({ enabled }))
    .execute();
}
