import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { company } from '../company.js';
import type { MailSettings } from '../configuration.js';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  /** Without it the mail is plain text alone. */
  html?: string;
  attachments?: { filename: string; contentType: string; content: Buffer }[];
}

/** Sends a mail, or throws. */
export type SendMail = (mail: Mail) => Promise<void>;

/** Sends through the mail server at `PORTAL_SMTP_URL`. */
export function smtp(url: string, from: string): SendMail {
  const transport = createTransport(
    { url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 },
    { from, ...automatic },
  );
  return async (mail) => {
    await transport.sendMail(mail);
  };
}

/** Writes each mail into a file of the folder and tells `onFile` where it is, for a portal without a mail server. */
export function mailFiles(folder: string, from: string, onFile: (file: string, mail: Mail) => void = () => {}): SendMail {
  const transport = createTransport({ streamTransport: true, buffer: true }, { from, ...automatic });
  return async (mail) => {
    const { message } = await transport.sendMail(mail);
    const file = join(folder, `${new Date().toISOString().replace(/[:.]/g, '-')}-${slug(mail.subject)}.eml`);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(file, message, { mode: 0o600 });
    onFile(file, mail);
  };
}

/** The transport that the configuration asks for. */
export function mailTransport(
  { smtpUrl, dataFolder }: Pick<MailSettings, 'smtpUrl'> & { dataFolder: string },
  onFile?: (file: string, mail: Mail) => void,
): SendMail {
  const { mailFrom } = company;
  return smtpUrl === undefined ? mailFiles(join(dataFolder, 'mail'), mailFrom, onFile) : smtp(smtpUrl, mailFrom);
}

/** Keeps out-of-office replies from answering (RFC 3834). */
const automatic = { headers: { 'Auto-Submitted': 'auto-generated' } };

const slug = (subject: string) =>
  subject
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
