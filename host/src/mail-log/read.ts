import { sql, type Kysely } from 'kysely';
import { company } from '../company.js';
import type { Database } from '../database/tables.js';
import { viewableThings } from '../event-log/visible.js';
import { attachment } from '../http/files/attachment.js';
import type { Operation, OperationContext } from '../http/operation.js';
import { notFound, Problem } from '../http/problem.js';
import { composeMail, messageIdOf, type Mail } from '../mail/transport.js';
import { toMail, type WholeMailRow } from './mail.js';
import { visibleTo } from './visible.js';

const whole = [
  'id', 'message_id', 'own_id', 'client_id', 'at', 'membership_id', 'name', 'address', 'kind', 'resource', 'object_type', 'object_id', 'object_label',
  'subject', 'text', 'html', 'is_redacted', 'is_copy', 'state', 'state_at', 'reason',
] as const; // prettier-ignore

/** A mail that the person may know of; throws 404 where there is none. */
export async function findMail(context: OperationContext, id: string): Promise<WholeMailRow> {
  const row = await context.database
    .selectFrom('mails')
    .select(whole)
    .where(await visibleTo(context))
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

/** One mail with its text and each step of its way. */
export const getMail: Operation<'getMail'> = async (context, { path }) => {
  const { database, owners } = context;
  const row = await findMail(context, path.mailId);
  const attachments = await database
    .selectFrom('mail_attachments')
    .select(['name', 'media_type as mediaType', sql<number>`octet_length(content)`.as('size')])
    .where('mail_id', '=', row.id)
    .orderBy('position')
    .execute();
  const steps = await database
    .selectFrom('mail_steps')
    .select(['at', 'state', 'reason', 'server'])
    .where('mail_id', '=', row.id)
    .orderBy('number')
    .execute();
  const linked = (await viewableThings(context, [row])).size > 0;
  return toMail(row, { attachments, steps, owners, linked, maySend: context.can('reports.mail-log', 'create') });
};

/** The mail as a file for mail programs. */
export const getMailSource: Operation<'getMailSource'> = async (context, { path }, reply) => {
  const row = await findMail(context, path.mailId);
  if (row.text === null) throw new Problem(409, 'The mail is not written yet', { type: 'mail-not-written' });
  const message = await composeMail({
    ...contentOf(row),
    from: company.mailFrom,
    to: { name: row.name, address: row.address },
    date: row.at,
    messageId: row.own_id ?? messageIdOf(row.message_id, company.mailFrom),
    attachments: await attachmentsOf(context.database, row.id),
  });
  attachment(reply, `${row.subject ?? row.id}.eml`, 'message/rfc822');
  reply.header('x-content-type-options', 'nosniff');
  return message;
};

/** The words of a mail that has been written; of one that is plain text, no others. */
export const contentOf = ({ subject, text, html }: { subject: string | null; text: string | null; html: string | null }) => ({
  subject: subject ?? '',
  text: text ?? '',
  ...(html !== null && { html }),
});

/** The files of a mail, as they were sent. */
export async function attachmentsOf(database: Kysely<Database>, mailId: string): Promise<NonNullable<Mail['attachments']>> {
  const rows = await database.selectFrom('mail_attachments').selectAll().where('mail_id', '=', mailId).orderBy('position').execute();
  return rows.map(({ name, media_type, content }) => ({ filename: name, contentType: media_type, content: Buffer.from(content) }));
}
