import type { Readable } from 'node:stream';

/** All of a file that must be read as a whole; throws as soon as it is larger than that. */
export async function readAll(content: Readable | Buffer, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of Buffer.isBuffer(content) ? [content] : content) {
    size += (chunk as Buffer).length;
    if (size > limit) throw new Error(`The file is larger than ${limit / 2 ** 20} megabytes.`);
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}
