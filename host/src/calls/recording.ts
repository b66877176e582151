import { Readable } from 'node:stream';
import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/tables.js';
import { attachment } from '../http/files/attachment.js';
import type { Operation } from '../http/operation.js';
import { notFound, Problem } from '../http/problem.js';
import { requireCall } from './one-call.js';

const pieceSize = 256 * 1024;
const extensions: Readonly<Record<string, string>> = { 'audio/wav': 'wav', 'audio/mpeg': 'mp3', 'audio/ogg': 'ogg' };

/** The recording of a call, whole or a range of it; never more than a piece of it is in memory. */
export const getCallRecording: Operation<'getCallRecording'> = async (context, { path, headers }, reply) => {
  if (context.hides('calls.recording')) throw new Problem(403, 'Recordings of calls are not given to you');
  const { database } = context;
  const { id, started_at } = await requireCall(database, path);
  const recording = await database
    .selectFrom('call_recordings')
    .select(['media_type', sql<number>`octet_length(content)`.as('size')])
    .where('call_id', '=', id)
    .executeTakeFirst();
  if (!recording) throw notFound();
  const { media_type, size } = recording;
  // Without a validator no `If-Range` can hold: then the whole is sent.
  const range = headers['if-range'] === undefined ? readRange(headers.range, size) : undefined;
  if (range === 'beyond') throw new Problem(416, 'The recording is not that long', { headers: { 'Content-Range': `bytes */${size}` } });
  const [first, last] = range ?? [0, size - 1];
  const time = started_at.toISOString().slice(0, 19).replaceAll(':', '-');
  attachment(reply, `call-${time}.${extensions[media_type] ?? 'audio'}`, media_type);
  reply.header('accept-ranges', 'bytes').header('content-length', last - first + 1);
  if (range) reply.code(206).header('content-range', `bytes ${first}-${last}/${size}`);
  return Readable.from(pieces(database, id, first, last));
};

/** The first and last byte of a range as HTTP writes it (RFC 9110, 14.1.2); nothing when there is none or one that is ignored. */
export function readRange(header: string | undefined, size: number): [number, number] | 'beyond' | undefined {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  if (from === '') return to === '0' || size === 0 ? 'beyond' : [Math.max(0, size - Number(to)), size - 1];
  if (to !== '' && Number(to) < Number(from)) return undefined;
  return Number(from) >= size ? 'beyond' : [Number(from), Math.min(to === '' ? Infinity : Number(to), size - 1)];
}

async function* pieces(database: Kysely<Database>, id: string, first: number, last: number): AsyncGenerator<Buffer> {
  for (let from = first; from <= last; from += pieceSize) {
    const length = Math.min(pieceSize, last + 1 - from);
    const piece = await database
      .selectFrom('call_recordings')
      .select(sql<Uint8Array>`substring(content from ${from + 1}::integer for ${length}::integer)`.as('bytes'))
      .where('call_id', '=', id)
      .executeTakeFirstOrThrow();
    yield Buffer.from(piece.bytes);
  }
}
