import { createHash } from 'node:crypto';
import { simpleParser, type Attachment, type ParsedMail } from 'mailparser';
import { mailOfMessageId, mailsOfAddresses } from './bounce-address.js';

/** What a mail server says of one receiver of a mail (RFC 3464). */
export interface BounceRecipient {
  /** The address that it was sent to at last. */
  recipient: string;
  /** The address that the sender gave; it may have been forwarded since. */
  original: string | undefined;
  /** failed, delayed, delivered, relayed, expanded or what else it says. */
  action: string;
  /** Such as 5.1.1. */
  status: string | undefined;
  /** The words of the mail server that refused, put off or took it. */
  diagnostic: string | undefined;
  /** The name of that server. */
  server: string | undefined;
}

/** A report on a mail. */
export interface Bounce {
  /** Names the report: the same one has the same. */
  id: string;
  /** The mails that it may be about, the surest first: by the address it came to, its envelope id, its Message-ID. */
  mails: string[];
  /** The Message-ID in the head that came back, whatever gave it. */
  about: string[];
  recipients: BounceRecipient[];
}

/** Something came in that is no report on the delivery of a mail; the message says what it is. */
export class NoReport extends Error {}

type Fields = ReadonlyMap<string, string>;

/** Headers in which servers write whom a message was for. */
const receiverHeaders = ['to', 'delivered-to', 'x-original-to', 'envelope-to'];
const statusParts = ['message/delivery-status', 'message/global-delivery-status'];
const originalParts = ['message/rfc822', 'message/rfc822-headers', 'text/rfc822-headers', 'message/global', 'message/global-headers'];

/**
 * Reads a report on the delivery of a mail (RFC 3464, RFC 6533). `cameTo` is the address that the server took it for, if it says so.
 * Throws `NoReport` for any other message, and an error for what is no message.
 */
export async function readBounce(raw: Buffer, cameTo = ''): Promise<Bounce> {
  const message = await simpleParser(raw, { keepDeliveryStatus: true, keepCidLinks: true, skipTextToHtml: true });
  const status = message.attachments.find(({ contentType }) => statusParts.includes(contentType));
  if (!status) throw new NoReport(`It has no delivery status: ${contentTypeOf(message)}, subject “${message.subject ?? ''}”`);
  const [server, ...receivers] = fieldGroups(textOf(status));
  const recipients = receivers.filter((fields) => fields.has('action')).map((fields) => recipientOf(fields, server!));
  if (recipients.length === 0) throw new NoReport('Its delivery status names no receiver');
  const envelopeId = server!.get('original-envelope-id');
  const about = originalMessageIds(message);
  const mails = [
    ...mailsOfAddresses([cameTo, ...receiverHeaders.map((name) => headerOf(message, name))].join(' ')),
    ...(envelopeId === undefined ? [] : [xtext(envelopeId)]),
    ...about.flatMap((each) => mailOfMessageId(each) ?? []),
  ];
  const id = message.messageId ?? createHash('sha256').update(raw).digest('hex');
  return { id, mails: [...new Set(mails)], about, recipients };
}

const contentTypeOf = ({ headers }: ParsedMail) => {
  const type = headers.get('content-type');
  return typeof type === 'object' && 'value' in type && typeof type.value === 'string' ? type.value : 'text/plain';
};

/** All lines of a header, as they came. */
const headerOf = ({ headerLines }: ParsedMail, name: string) =>
  headerLines
    .filter(({ key }) => key === name)
    .map(({ line }) => line.replace(/\r?\n(?=[ \t])/g, ''))
    .join(' ');

/** The Message-IDs in the message, or its head, that came back with the report. */
function originalMessageIds({ attachments, text = '' }: ParsedMail): string[] {
  // The head alone is a text to the parser, unless it is marked as a file.
  const heads = [...attachments.filter(({ contentType }) => originalParts.includes(contentType)).map(textOf), text];
  return heads.flatMap((head) => {
    const line = /^message-id:\s*(\S+)/im.exec(head.replace(/\r?\n(?=[ \t])/g, ''));
    return line?.[1] ?? [];
  });
}

const textOf = ({ content }: Attachment) => content.toString('utf8');

/** Blocks of fields with empty lines between them; names in lower case, lines that go on put together. */
function fieldGroups(text: string): Fields[] {
  const groups = text
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split(/\n{2,}/);
  return groups.map(fieldsOf).filter(({ size }) => size > 0);
}

function fieldsOf(group: string): Fields {
  const lines = group.split('\n').flatMap((line) => {
    const match = /^([\w-]+)\s*:\s*(.*)$/.exec(line);
    return match ? [[match[1]!.toLowerCase(), match[2]!.trim()] as const] : [];
  });
  return new Map(lines);
}

function recipientOf(fields: Fields, about: Fields): BounceRecipient {
  const original = fields.get('original-recipient');
  return {
    recipient: addressOf(fields.get('final-recipient') ?? original ?? ''),
    original: original === undefined ? undefined : addressOf(xtext(original)),
    action: (fields.get('action') ?? '').split(/[\s(]/)[0]!.toLowerCase(),
    status: /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(fields.get('status') ?? '')?.[0],
    diagnostic: valueOf(fields.get('diagnostic-code')),
    server: valueOf(fields.get('remote-mta') ?? about.get('reporting-mta')),
  };
}

/** What comes after the type of a field, as after `smtp;`. */
const valueOf = (field: string | undefined) => field?.replace(/^[\w.-]+\s*;\s*/, '').trim() || undefined;

const addressOf = (field: string) => (valueOf(field) ?? '').replace(/^<|>$/g, '').toLowerCase();

/** Undoes the encoding of parameters of SMTP (RFC 3461). */
const xtext = (text: string) => text.replace(/\+([0-9A-F]{2})/g, (_match, code: string) => String.fromCharCode(parseInt(code, 16)));
