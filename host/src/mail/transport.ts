import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { company } from '../company.js';
import type { MailSettings } from '../configuration.js';
import { bounceAddress } from '../mail-log/bounce-address.js';

export interface Mail {
  to: string;
  /** The name before the sender's address; the company's unless it is said. */
  fromName?: string;
  replyTo?: string;
  messageId?: string;
  inReplyTo?: string;
  references?: string[];
  headers?: Record<string, string>;
  subject: string;
  text: string;
  /** Without it the mail is plain text alone. */
  html?: string;
  attachments?: { filename: string; contentType: string; content: Buffer }[];
}

/** Names a mail to mail servers, so that what they say of it later can be told from what they say of others. */
interface Envelope {
  id: string;
}

/** The answer of the mail server that has taken a mail. */
export interface Taken {
  reason: string | null;
}

/** Sends a mail, or throws: `Refused` where another attempt would be as vain, `PutOff` where the server said why it is not yet. */
export type SendMail = (mail: Mail, envelope: Envelope) => Promise<Taken>;

/** A mail server does not take this mail, now or later; the message is what it said. */
export class Refused extends Error {}

/** A mail was not taken yet; `reason` is what may be told to its receiver's people. */
export class PutOff extends Error {
  constructor(
    readonly reason: string,
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** Sends through the mail server at `PORTAL_SMTP_URL`; what comes back about it goes to `bounces`, if that is set. */
export function smtp(url: string, from: string, bounces?: string): SendMail {
  const transport = createTransport({ url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }, automatic);
  return async (mail, { id }) => {
    const back = bounces !== undefined && {
      envelope: { from: bounceAddress(bounces, id), to: mail.to },
      dsn: { id, return: 'headers', notify: ['success', 'failure', 'delay'], recipient: mail.to },
    };
    try {
      const { response } = await transport.sendMail({ ...addressed(mail, from, id), ...back });
      return { reason: response };
    } catch (error) {
      throw failureOf(error);
    }
  };
}

/** Writes each mail into a file of the folder and tells `onFile` where it is, for a portal without a mail server. */
export function mailFiles(folder: string, from: string, onFile: (file: string, mail: Mail) => void = () => {}): SendMail {
  return async (mail, { id }) => {
    const message = await composeMail(addressed(mail, from, id));
    const file = join(folder, `${new Date().toISOString().replace(/[:.]/g, '-')}-${slug(mail.subject)}.eml`);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(file, message, { mode: 0o600 });
    onFile(file, mail);
    return { reason: 'Written into a file, as no mail server is set up' };
  };
}

/** The transport that the configuration asks for. */
export function mailTransport(
  { smtpUrl, bounceMail, dataFolder }: Pick<MailSettings, 'smtpUrl' | 'bounceMail'> & { dataFolder: string },
  onFile?: (file: string, mail: Mail) => void,
): SendMail {
  const { mailFrom } = company;
  return smtpUrl === undefined ? mailFiles(join(dataFolder, 'mail'), mailFrom, onFile) : smtp(smtpUrl, mailFrom, bounceMail);
}

/** With the sender that the company has set, under another name where the mail says so, and a Message-ID. */
const addressed = ({ fromName, ...mail }: Mail, from: string, id: string): SendMailOptions => ({
  messageId: messageIdOf(id, from),
  ...mail,
  from: fromName === undefined ? from : { name: fromName, address: addressOf(from) },
});

/** The address in `Nordkai <portal@nordkai.example>`. */
export const addressOf = (sender: string): string => /<([^>]*)>$/.exec(sender)?.[1] ?? sender;

/** Keeps out-of-office replies from answering (RFC 3834). */
const automatic = { headers: { 'Auto-Submitted': 'auto-generated' } };

/** A mail as it goes from server to server (RFC 5322). */
export async function composeMail(mail: SendMailOptions): Promise<Buffer> {
  const transport = createTransport({ streamTransport: true, buffer: true }, automatic);
  const { message } = await transport.sendMail(mail);
  return message as Buffer;
}

/** The Message-ID of a mail: the same for each attempt to send it. */
export const messageIdOf = (id: string, from: string): string => `<${id}@${/@([^\s<>@]+)>?$/.exec(from)?.[1] ?? 'localhost'}>`;

/** Steps at which a mail server speaks of the mail, not of the portal's account with it. */
const aboutMail = ['RCPT TO', 'DATA'];

/** The failure of an attempt: final when the server says so of the receiver or of the mail (5yz, RFC 5321). What it says of anything else is not for the receiver's people. */
function failureOf(error: unknown): Error {
  const { responseCode, response, command } = error as { responseCode?: number; response?: string; command?: string };
  if (responseCode === undefined || response === undefined || !aboutMail.includes(command ?? ''))
    return new PutOff('No mail server could be reached', error);
  return responseCode >= 500 ? new Refused(response, { cause: error }) : new PutOff(response, error);
}

const slug = (subject: string) =>
  subject
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
