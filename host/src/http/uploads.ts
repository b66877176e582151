import { createHash, randomUUID } from 'node:crypto';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sql, type Kysely, type Selectable } from 'kysely';
import type { components } from 'portal-elements/contract';
import type { UploadTable } from '../database/tables-uploads.js';
import type { Database } from '../database/tables.js';
import { attachment } from './files/attachment.js';
import { extensionsOf, kindOfFile, plainFileName, type MediaType } from './files/file-kind.js';
import type { OperationContext } from './operation.js';
import { notFound, Problem } from './problem.js';

export type UploadedFile = components['schemas']['UploadedFile'];

/** The rules for files of one kind of record. */
export interface UploadRules {
  /** Names the kind of record, such as `tax-exemption`. */
  purpose: string;
  mediaTypes: readonly MediaType[];
  /** The limit of one file. */
  maxBytes: number;
  /** The limit of one record. */
  maxFiles: number;
}

/** The number of files that a person may have uploaded without having used them for anything. */
const mostWaiting = 20;
const forgotten = sql<Date>`now() - interval '24 hours'`;

/** The rules as the contract has them. */
export function describeRules({ mediaTypes, maxBytes, maxFiles }: UploadRules): components['schemas']['UploadRules'] {
  return { mediaTypes: [...mediaTypes], extensions: extensionsOf(mediaTypes), maxBytes, maxFiles };
}

/** Lets operations take `multipart/form-data`; one file a request, without other fields. */
export async function acceptUploads(app: FastifyInstance): Promise<void> {
  await app.register(multipart, { limits: { files: 1, fields: 0, parts: 1, headerPairs: 20 } });
}

/** Keeps the file of a request until a record refers to it. Answers 413 or 415 to what the rules do not allow. */
export async function receiveUpload(context: OperationContext, request: FastifyRequest, rules: UploadRules): Promise<UploadedFile> {
  const { database, clientId } = context;
  const { name, content } = await readFile(request, rules);
  const file = checkFile({ name, content }, rules);
  if (!file)
    throw new Problem(415, 'Files of this kind are not taken', {
      type: 'file-type',
      detail: `A file has to be one of ${extensionsOf(rules.mediaTypes).join(', ')}, by its name and its content.`,
    });
  await forgetUnused(database, clientId);
  await requireRoom(context);
  const row = await database
    .insertInto('uploads')
    .values(rowOf(context, file, rules))
    .returning(described)
    .executeTakeFirstOrThrow();
  return describeUpload(row);
}

/** A file that the rules allow, as it will be kept. */
export interface CheckedFile extends StoredFile {
  mediaType: MediaType;
}

/** The file with its kind and a plain name, if the rules allow it. */
export function checkFile({ name, content }: { name: string; content: Uint8Array }, rules: UploadRules): CheckedFile | undefined {
  const plain = plainFileName(name);
  const mediaType = kindOfFile(content, plain, rules.mediaTypes);
  if (mediaType === undefined || content.length === 0 || content.length > rules.maxBytes) return undefined;
  return { name: plain, mediaType, content };
}

/** Keeps files that came together with a record, in their order. */
export async function insertFiles(
  context: Pick<OperationContext, 'clientId' | 'personId'>,
  database: Kysely<Database>,
  { files, rules, subject }: { files: readonly CheckedFile[]; rules: UploadRules; subject: string },
): Promise<void> {
  const now = Date.now();
  for (const [index, file] of files.entries()) {
    const row = { ...rowOf(context, file, rules), subject, uploaded_at: new Date(now + index) };
    await database.insertInto('uploads').values(row).execute();
  }
}

const rowOf = (
  { clientId, personId }: Pick<OperationContext, 'clientId' | 'personId'>,
  { name, mediaType, content }: CheckedFile,
  { purpose }: UploadRules,
) => ({
  id: `upl_${randomUUID()}`,
  client_id: clientId,
  person_id: personId,
  purpose,
  name,
  media_type: mediaType,
  size: content.length,
  sha256: createHash('sha256').update(content).digest('hex'),
  content,
});

/**
 * Makes files that this person has uploaded belong to a record. Fails with 422 at `pointer` when one is not there (any more),
 * was uploaded for something else, or when they are too many.
 */
export async function attachUploads(
  { clientId, personId }: OperationContext,
  database: Kysely<Database>,
  { ids, rules, subject, pointer }: { ids: readonly string[]; rules: UploadRules; subject: string; pointer: string },
): Promise<void> {
  if (ids.length === 0) return;
  if (ids.length > rules.maxFiles) throw rejected(pointer, 'too-many-files', `At most ${rules.maxFiles} files can be sent.`);
  const attached = await database
    .updateTable('uploads')
    .set({ subject })
    .where('id', 'in', [...ids])
    .where('client_id', '=', clientId)
    .where('person_id', '=', personId)
    .where('purpose', '=', rules.purpose)
    .where('subject', 'is', null)
    .returning('id')
    .execute();
  const missing = ids.findIndex((id) => !attached.some((each) => each.id === id));
  if (missing >= 0) throw rejected(`${pointer}/${missing}`, 'unknown-file', 'The file is not here any more; please choose it again.');
}

/** The files of records, by the records' ids, in the order in which they came. */
export async function uploadsOf(database: Kysely<Database>, subjects: readonly string[]): Promise<Map<string, UploadedFile[]>> {
  const files = new Map<string, UploadedFile[]>(subjects.map((each) => [each, []]));
  if (subjects.length === 0) return files;
  const rows = await database
    .selectFrom('uploads')
    .select([...described, 'subject'])
    .where('subject', 'in', [...subjects])
    .orderBy('uploaded_at')
    .orderBy('id')
    .execute();
  for (const row of rows) files.get(row.subject!)!.push(describeUpload(row));
  return files;
}

/** A file as it is kept. */
export interface StoredFile {
  name: string;
  mediaType: string;
  content: Uint8Array;
}

/** A file of a record of the client, if there is one of this id. */
export async function findUpload(
  { database, clientId }: Pick<OperationContext, 'database' | 'clientId'>,
  { id, subject }: { id: string; subject: string },
): Promise<StoredFile | undefined> {
  return await database
    .selectFrom('uploads')
    .select(['name', 'media_type as mediaType', 'content'])
    .where('id', '=', id)
    .where('subject', '=', subject)
    .where('client_id', '=', clientId)
    .executeTakeFirst();
}

/** Answers with a file, to be saved and never shown in place. */
export function sendFile(reply: FastifyReply, { name, mediaType, content }: StoredFile): Buffer {
  attachment(reply, name, mediaType);
  reply.header('x-content-type-options', 'nosniff');
  return Buffer.from(content);
}

/** Answers with a file of a record. */
export async function sendUpload(context: OperationContext, reply: FastifyReply, which: { id: string; subject: string }): Promise<Buffer> {
  const file = await findUpload(context, which);
  if (!file) throw notFound();
  return sendFile(reply, file);
}

const described = ['id', 'name', 'media_type', 'size', 'uploaded_at'] as const;

const describeUpload = (row: Pick<Selectable<UploadTable>, (typeof described)[number]>): UploadedFile => ({
  id: row.id,
  name: row.name,
  mediaType: row.media_type,
  size: row.size,
  uploadedAt: row.uploaded_at.toISOString(),
});

async function readFile(request: FastifyRequest, { maxBytes }: UploadRules): Promise<{ name: string; content: Buffer }> {
  if (!request.isMultipart()) throw new Problem(415, 'A file is sent as multipart/form-data');
  const part = await request.file({ limits: { fileSize: maxBytes } }).catch(malformed);
  if (part?.fieldname !== 'file') throw rejected('/file', 'required', 'There is no file.');
  const content = await part.toBuffer().catch((error: unknown) => {
    if (!part.file.truncated) malformed(error);
    throw new Problem(413, 'The file is too large', { type: 'file-too-large', detail: `At most ${maxBytes} bytes are taken.` });
  });
  if (content.length === 0) throw rejected('/file', 'empty-file', 'The file is empty.');
  return { name: plainFileName(part.filename), content };
}

function malformed(error: unknown): never {
  throw new Problem(400, 'The request is malformed', { detail: error instanceof Error ? error.message : 'It cannot be read.' });
}

async function forgetUnused(database: Kysely<Database>, clientId: string): Promise<void> {
  await database
    .deleteFrom('uploads')
    .where('client_id', '=', clientId)
    .where('subject', 'is', null)
    .where('uploaded_at', '<', forgotten)
    .execute();
}

async function requireRoom({ database, clientId, personId }: OperationContext): Promise<void> {
  const { waiting } = await database
    .selectFrom('uploads')
    .where('client_id', '=', clientId)
    .where('person_id', '=', personId)
    .where('subject', 'is', null)
    .select(({ fn }) => fn.countAll<number>().as('waiting'))
    .executeTakeFirstOrThrow();
  if (waiting >= mostWaiting) throw new Problem(409, 'Too many files wait to be used', { type: 'too-many-files' });
}

const rejected = (pointer: string, code: string, detail: string) =>
  new Problem(422, 'Some fields need another look', { errors: [{ pointer, code, detail }] });
