import { createHash } from 'node:crypto';
import { simpleParser, type AddressObject, type Attachment, type ParsedMail, type SimpleParserOptions } from 'mailparser';
import { normalEmail } from '../../session/email.js';
import { headersOf, kindOfMail, type MailHeaders, type MailKind } from './kind.js';
import { textOfHtml } from './html.js';

/** From whom and to whom a mail server has handed a mail on. The sender of a report or an automatic answer is empty. */
export interface Envelope {
  from?: string | undefined;
  to: readonly string[];
}

/** A mail as it is understood. */
export interface Message {
  kind: MailKind;
  /** With its brackets; null where there is none to rely on. */
  messageId: string | null;
  /** The same for the same mail, whatever way it came. */
  digest: string;
  /** What it answers, the likeliest first. */
  answers: readonly string[];
  /** The one address that it is from; undefined where it names none or several. */
  from: string | undefined;
  /** All addresses that it was sent to. */
  to: readonly string[];
  subject: string;
  /** Everything that can be read in it. */
  text: string;
  attachments: readonly Attachment[];
}

const options: SimpleParserOptions = { keepDeliveryStatus: true, keepCidLinks: true, skipTextToHtml: true, checksumAlgo: 'sha256' };
const longestId = 500;
const mostAnswers = 40;

/** Reads a mail. Throws where that cannot be done. */
export async function readMessage(source: Buffer, envelope: Envelope): Promise<Message> {
  const mail = await simpleParser(source, { ...options, skipHtmlToText: true });
  const headers = headersOf(mail.headerLines);
  const text = whole(await textOf(mail, source));
  return {
    kind: kindOfMail(headers, envelope.from),
    messageId: idsIn(headers.first('message-id'))[0] ?? null,
    digest: digestOf(mail, headers),
    answers: [...idsIn(headers.first('in-reply-to')), ...idsIn(headers.first('references')).reverse()].slice(0, mostAnswers),
    from: senderOf(mail, headers),
    to: [...envelope.to, ...recipientsOf(mail, headers)].map(normalEmail),
    subject: whole(mail.subject ?? '')
      .replace(/\s+/g, ' ')
      .trim(),
    text,
    attachments: mail.attachments,
  };
}

/** Text that a database takes. */
const whole = (text: string) =>
  text
    .replaceAll('\0', '')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/\r\n?/g, '\n')
    .trim();

async function textOf(mail: ParsedMail, source: Buffer): Promise<string> {
  const html = mail.html || '';
  const text = mail.text?.trim() ?? '';
  if (text === '') return html === '' ? '' : textOfHtml(html);
  const type = mail.headers.get('content-type') as { value?: string } | undefined;
  if (html === '' || type?.value === 'multipart/alternative') return text;
  // A part that is HTML alone, beside one that is text, is text only to who asks for it.
  return (await simpleParser(source, options)).text ?? text;
}

function senderOf({ from }: ParsedMail, headers: MailHeaders): string | undefined {
  const addresses = addressesIn(from);
  return headers.all('from').length === 1 && addresses.length === 1 ? normalEmail(addresses[0]!) : undefined;
}

const recipientsOf = ({ to, cc }: ParsedMail, headers: MailHeaders): string[] => [
  ...[to, cc].flat().flatMap(addressesIn),
  ...['delivered-to', 'x-original-to', 'envelope-to'].flatMap((name) => headers.all(name)),
];

const addressesIn = (header: AddressObject | undefined): string[] =>
  (header?.value ?? [])
    .flatMap(({ address, group }) => [address, ...(group ?? []).map((each) => each.address)])
    .filter((each) => !!each) as string[];

/** What is written in angle brackets, as Message-IDs are. */
const idsIn = (header: string | undefined): string[] => (header?.match(/<[^<>\s]+>/g) ?? []).filter(({ length }) => length <= longestId);

function digestOf({ text, html, attachments }: ParsedMail, headers: MailHeaders): string {
  const named = ['from', 'date', 'subject', 'message-id'].map((name) => headers.first(name) ?? '');
  const content = [...named, text ?? '', html || '', ...attachments.map(({ checksum }) => checksum)];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
