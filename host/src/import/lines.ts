import type { Readable } from 'node:stream';
import { chunksOf } from './read-all.js';

/** The file holds something other than text. */
export class NotText extends Error {
  constructor() {
    super('This is not a text file.');
  }
}

/**
 * The lines of a text file with their numbers, without their ends. Bytes that are not UTF-8 become U+FFFD; a byte order mark is dropped.
 * Throws when the beginning of the file is not text.
 */
export async function* textLines(content: Readable | Buffer): AsyncGenerator<{ number: number; text: string }> {
  const decoder = new TextDecoder();
  let number = 0;
  let rest = '';
  for await (const chunk of chunksOf(content)) {
    if (number === 0 && chunk.includes(0)) throw new NotText();
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop()!;
    for (const line of lines) yield { number: ++number, text: withoutReturn(line) };
  }
  rest += decoder.decode();
  if (rest !== '') yield { number: number + 1, text: withoutReturn(rest) };
}

const withoutReturn = (line: string) => (line.endsWith('\r') ? line.slice(0, -1) : line);
