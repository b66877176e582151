import { company } from '../../company.js';
import { plainFileName } from '../../http/files/file-kind.js';
import { splitReply } from '../mail/split-reply.js';
import { textOfHtml, UnreadableHtml } from '../mail/html.js';
import { isAddedByPrograms, usualName } from '../mail/files.js';
import type { Attachment } from './answers.js';
import { Refused } from './connection.js';
import type { Reader } from './reader.js';

/** A file of a message, which stays in Request Tracker until somebody wants it. */
export interface TrackedFile {
  id: number;
  name: string;
  mediaType: string;
  size: number;
}

export interface Message {
  text: string;
  quoted: string | null;
  files: TrackedFile[];
  /** Names of files that are too large to be handed on, and of texts that cannot be read. */
  leftOut: string[];
  /** What the portal has written below, if it has sent this. */
  mark: Mark | undefined;
}

interface Mark {
  name: string;
  reference: string;
}

/** Larger files are left out, with their names. */
const largestFile = 60_000_000;
const longestText = 1_000_000;

/** Below what the portal sends: who has written it, and by what it is known again. */
export const markOf = ({ name, reference }: Mark): string => `-- \n${name.replace(/[\r\n]+/g, ' ')}, in the client portal (${reference})`;
const mark = /\n-- \n([^\n]*), in the client portal \(([0-9a-f]{24})\)\s*$/;

/** What was written in a transaction, as plain text, and its files. Only what the portal's account has sent `isOwn`: others may quote it. */
export async function readMessage(reader: Reader, transaction: number, isOwn: boolean): Promise<Message> {
  const parts = await reader.attachments(transaction);
  const isBody = ({ ContentType, Filename }: Attachment) => Filename === '' && /^text\/(plain|html)$/i.test(ContentType);
  const plain = parts.filter((part) => isBody(part) && /plain/i.test(part.ContentType));
  const bodies = plain.length > 0 ? plain : parts.filter(isBody).slice(0, 1);
  const texts: string[] = [];
  const unread: string[] = [];
  // One after the other: each connection may keep one of few workers of Request Tracker.
  for (const part of bodies) {
    const text = await textOf(reader, part);
    if (text === undefined) unread.push(usualName(part.ContentType));
    else texts.push(text);
  }
  const whole = texts.join('\n\n').replace(/\r\n?/g, '\n').slice(0, longestText);
  const [found, name = '', reference = ''] = (isOwn && mark.exec(whole)) || [];
  const files = parts.filter((part) => !isBody(part) && isFile(part)).map(describe);
  const kept = files.filter(({ size }) => size <= largestFile);
  const words =
    found === undefined ? splitReply(whole, { mayBeEmpty: kept.length > 0 }) : { text: whole.slice(0, -found.length), quoted: null };
  return {
    ...words,
    files: kept,
    leftOut: [...unread, ...files.filter(({ size }) => size > largestFile).map((file) => file.name)],
    mark: found === undefined ? undefined : { name, reference },
  };
}

/** The text of a part; undefined where it cannot be read, which does not keep the others back. */
async function textOf(reader: Reader, { id, TransactionId, ContentType }: Attachment): Promise<string | undefined> {
  try {
    const text = (await reader.part(id, TransactionId))?.toString('utf8');
    return text !== undefined && /html/i.test(ContentType) ? textOfHtml(text) : text;
  } catch (error) {
    if (error instanceof Refused || error instanceof UnreadableHtml) return undefined;
    throw error;
  }
}

function isFile({ ContentType, Filename, ContentLength }: Attachment): boolean {
  if (/^multipart\//i.test(ContentType) || isAddedByPrograms(ContentType) || ContentLength === 0) return false;
  // An invitation comes as a part of the text and as a file.
  return Filename !== '' || !/^text\//i.test(ContentType);
}

const describe = ({ id, Filename, ContentType, ContentLength }: Attachment): TrackedFile => ({
  id,
  name: plainFileName(Filename) || usualName(ContentType),
  mediaType: ContentType.toLowerCase(),
  size: ContentLength,
});

/** The name of one of the company's people, and never an address. */
export const staffName = (name: string): string => properName(name) ?? company.brand;

/** A name that somebody has given; what is an address is none. */
export const properName = (name: string): string | undefined => (name.trim() === '' || name.includes('@') ? undefined : name.trim());
