import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { attachment } from './attachment.js';

/** Answers with a file of JSON Lines named `name` and today's date, streamed as `sendCsv` does. */
export function sendJsonLines<Row>(
  reply: FastifyReply,
  name: string,
  batches: AsyncIterable<readonly Row[]>,
  describe: (rows: readonly Row[]) => Promise<readonly object[]>,
): Readable {
  attachment(reply, `${name}-${new Date().toISOString().slice(0, 10)}.jsonl`, 'application/x-ndjson');
  return Readable.from(lines(batches, describe));
}

async function* lines<Row>(batches: AsyncIterable<readonly Row[]>, describe: (rows: readonly Row[]) => Promise<readonly object[]>) {
  for await (const rows of batches) yield (await describe(rows)).map((each) => `${JSON.stringify(each)}\n`).join('');
}
