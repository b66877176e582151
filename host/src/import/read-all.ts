import type { Readable } from 'node:stream';

/** All of a file that must be read as a whole; throws as soon as it is larger than that. */
export async function readAll(content: Readable | Buffer, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunksOf(content)) {
    size += chunk.length;
    if (size > limit) throw new Error(`The file is larger than ${limit / 2 ** 20} megabytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The pieces of a file. Who stops early leaves the stream as it is, for it may be a request whose sender still waits for an answer. */
export function chunksOf(content: Readable | Buffer): AsyncIterable<Buffer> | Iterable<Buffer> {
  return Buffer.isBuffer(content) ? [content] : (content.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>);
}
