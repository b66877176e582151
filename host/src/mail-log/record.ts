import { randomUUID } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/tables.js';
import { searchWords, vectorOf } from '../http/search-words.js';
import type { Queued } from '../mail/queue.js';
import type { Mail } from '../mail/transport.js';
import { kindOfQueued, mailKindLabel, mailKinds } from './kinds.js';
import { mayFollow, type MailState } from './states.js';

/** What a mail is about. */
export interface MailObject {
  type: string;
  id: string;
  label: string;
}

/** More of a long mail is not looked through. */
const searched = 20_000;

/** A text as the database can hold it. */
const storable = (text: string) => text.replaceAll('\0', '');

/** The words of a mail, as the database looks them up. */
export const mailWords = (clientId: string, texts: readonly (string | null)[]): ReturnType<typeof vectorOf> =>
  vectorOf(
    searchWords(
      clientId,
      texts.map((text) => text && storable(text).slice(0, searched)),
    ),
  );

/** Puts the mail that an entry of the outbox will become into the log of each client that it concerns, as waiting; in the entry's transaction. */
export async function recordQueued(database: Kysely<Database>, messageId: string, content: Queued): Promise<void> {
  if (content.kind === 'copy') return await recordCopy(database, messageId, content);
  const kind = kindOfQueued(content);
  if (!kind) return;
  for (const { id, client_id, name, email } of await receiversOf(database, content)) {
    const address = content.kind === 'letter' ? content.to : email;
    await database
      .insertInto('mails')
      .values({
        id: `mai_${randomUUID()}`,
        message_id: messageId,
        client_id,
        membership_id: id,
        name,
        address,
        kind,
        resource: mailKinds[kind].resource,
        search: mailWords(client_id, [name, address, mailKindLabel(kind)]),
      })
      .execute();
  }
}

/** The contact whom it is for; of what concerns a person, the person as a contact of each client, but of none that the person has left. */
async function receiversOf(database: Kysely<Database>, content: Queued) {
  const { membershipId, personId } =
    content.kind === 'letter' ? { ...content.receiver, ...content.code } : (content as { membershipId?: string; personId?: never });
  const all = database
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.person_id')
    .select(['memberships.id', 'memberships.client_id', 'memberships.status', 'people.name', 'people.email']);
  if (membershipId !== undefined) return await all.where('memberships.id', '=', membershipId).execute();
  if (personId === undefined) return [];
  const found = await all.where('people.id', '=', personId).execute();
  const active = found.filter(({ status }) => status === 'active');
  return active.length > 0 ? active : found;
}

/** A mail of the log again, to another contact: the same words and files. */
async function recordCopy(database: Kysely<Database>, messageId: string, { mailId, membershipId }: Extract<Queued, { kind: 'copy' }>) {
  const [receiver] = await database
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.person_id')
    .select(['people.name', 'people.email'])
    .where('memberships.id', '=', membershipId)
    .execute();
  const original = await database
    .selectFrom('mails')
    .select(['client_id', 'kind', 'resource', 'object_type', 'object_id', 'object_label', 'subject', 'text', 'html'])
    .where('id', '=', mailId)
    .executeTakeFirstOrThrow();
  const id = `mai_${randomUUID()}`;
  const { name, email: address } = receiver!;
  const { client_id, subject, text } = original;
  const search = mailWords(client_id, [name, address, mailKindLabel(original.kind), subject, text]);
  await database
    .insertInto('mails')
    .values({ ...original, id, message_id: messageId, membership_id: membershipId, name, address, is_copy: true, search })
    .execute();
  await sql`
    insert into mail_attachments (mail_id, position, name, media_type, content)
    select ${id}, position, name, media_type, content from mail_attachments where mail_id = ${mailId}`.execute(database);
}

/** What is kept of a mail. */
export interface Written {
  /** Without links and codes that open something. */
  mail: Mail;
  isRedacted?: boolean;
  object?: MailObject | undefined;
}

/** Keeps what is about to be sent, in place of what an earlier attempt has kept. */
export async function recordWritten(
  database: Kysely<Database>,
  messageId: string,
  { mail, isRedacted = false, object }: Written,
): Promise<void> {
  const [subject, text] = [storable(mail.subject), storable(mail.text)];
  const html = mail.html === undefined ? null : storable(mail.html);
  const rows = await database.selectFrom('mails').select(['id', 'client_id', 'name', 'kind']).where('message_id', '=', messageId).execute();
  for (const { id, client_id, name, kind } of rows) {
    const search = mailWords(client_id, [name, mail.to, mailKindLabel(kind), object?.label ?? null, subject, text]);
    const about = { object_type: object?.type ?? null, object_id: object?.id ?? null, object_label: object?.label ?? null };
    await database
      .updateTable('mails')
      .set({ own_id: mail.messageId ?? null, address: mail.to, subject, text, html, is_redacted: isRedacted, ...about, search })
      .where('id', '=', id)
      .execute();
    await database.deleteFrom('mail_attachments').where('mail_id', '=', id).execute();
    for (const [position, { filename, contentType, content }] of (mail.attachments ?? []).entries())
      await database
        .insertInto('mail_attachments')
        .values({ mail_id: id, position, name: filename, media_type: contentType, content })
        .execute();
  }
}

/** A state that a mail has got into, and who said so. */
export interface Step {
  state: MailState;
  reason?: string | null | undefined;
  server?: string | null | undefined;
  /** The id of the report that tells it: the same report is written down once. */
  report?: string;
}

/** Writes down what became of a mail. Resolves with how many clients have it in their logs. */
export async function recordStep(database: Kysely<Database>, messageId: string, { state, reason, server, report }: Step): Promise<number> {
  const words = tidy(reason);
  const rows = await database.selectFrom('mails').select('id').where('message_id', '=', messageId).execute();
  for (const { id } of rows) {
    const step = { mail_id: id, state, reason: words, server: tidy(server, 255), report: report ?? null };
    const isNew = await database
      .insertInto('mail_steps')
      .values(step)
      .onConflict((conflict) => conflict.columns(['mail_id', 'report']).doNothing())
      .returning('number')
      .executeTakeFirst();
    if (isNew)
      await database
        .updateTable('mails')
        .set({ state, state_at: sql<Date>`clock_timestamp()`, reason: words })
        .where('id', '=', id)
        .where('state', 'in', [...mayFollow[state]])
        .execute();
  }
  return rows.length;
}

/** Takes a mail out that was never written, because by then it was not to be sent. Of one that was tried it is told. */
export async function recordCancelled(database: Kysely<Database>, messageId: string): Promise<void> {
  await database.deleteFrom('mails').where('message_id', '=', messageId).where('subject', 'is', null).execute();
  await recordStep(database, messageId, { state: 'cancelled' });
}

const longest = 1000;

/** Words of another computer on one line, none of which is too many; null where there are none. */
export function tidy(words: string | null | undefined, most = longest): string | null {
  const line = (words ?? '').replace(/[\s\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line || null;
}
