import type { Attachment } from 'mailparser';
import type { Kysely } from 'kysely';
import type { Database } from '../../database/tables.js';
import { plainFileName } from '../../http/files/file-kind.js';
import { checkFile, type CheckedFile } from '../../http/uploads.js';
import { ticketFiles } from '../files.js';

export interface MailedFiles {
  files: CheckedFile[];
  /** Names of those that the rules for uploads do not allow. */
  leftOut: string[];
}

/** What programs add to a mail, and nobody has attached. */
const added = /^application\/(x-)?(pkcs7-signature|pgp-signature|pgp-keys)$/i;

export const isAddedByPrograms = (contentType: string): boolean => added.test(contentType);

/** The files of a mail that become those of a post. Pictures in the text that the ticket has already, as logos of signatures, do not come again. */
export async function filesOf(transaction: Kysely<Database>, ticketId: string, attachments: readonly Attachment[]): Promise<MailedFiles> {
  const known = await knownPictures(transaction, ticketId, attachments);
  const wanted = attachments.filter(
    ({ contentType, checksum, related }) => !isAddedByPrograms(contentType) && !(related && known.has(checksum)),
  );
  const inOrder = [...wanted.filter(({ related }) => !related), ...wanted.filter(({ related }) => related)];
  const files: CheckedFile[] = [];
  const leftOut = new Set<string>();
  const seen = new Set<string>();
  for (const attachment of inOrder) {
    const name = nameOf(attachment);
    // An invitation comes as a part of the text and as a file.
    const isAgain = attachment.filename === undefined && inOrder.some((each) => each !== attachment && each.filename?.endsWith('.ics'));
    // The same content under another name is another file to whoever has attached it.
    const named = `${attachment.checksum} ${name}`;
    if (seen.has(attachment.related ? attachment.checksum : named) || (isAgain && attachment.contentType === 'text/calendar')) continue;
    seen.add(attachment.checksum).add(named);
    const file = files.length < ticketFiles.maxFiles ? checkFile({ name, content: attachment.content }, ticketFiles) : undefined;
    if (file) files.push(file);
    else leftOut.add(plainFileName(name));
  }
  return { files, leftOut: [...leftOut] };
}

const endings: Readonly<Record<string, string>> = {
  'image/png': 'picture.png',
  'image/jpeg': 'picture.jpg',
  'application/pdf': 'document.pdf',
  'text/plain': 'text.txt',
  'text/html': 'text.html',
  'text/calendar': 'invitation.ics',
  'message/rfc822': 'mail.eml',
};

/** What a file without a name is called. */
export const usualName = (contentType: string): string => endings[contentType.toLowerCase()] ?? 'file';

const nameOf = ({ filename, contentType }: Attachment) => filename ?? usualName(contentType);

async function knownPictures(transaction: Kysely<Database>, ticketId: string, attachments: readonly Attachment[]): Promise<Set<string>> {
  const sums = attachments.filter(({ related }) => related).map(({ checksum }) => checksum);
  if (sums.length === 0) return new Set();
  const rows = await transaction
    .selectFrom('uploads')
    .innerJoin('ticket_posts', 'ticket_posts.id', 'uploads.subject')
    .where('ticket_posts.ticket_id', '=', ticketId)
    .where('ticket_posts.hidden', '=', false)
    .where('uploads.sha256', 'in', sums)
    .select('uploads.sha256')
    .execute();
  return new Set(rows.map(({ sha256 }) => sha256));
}
