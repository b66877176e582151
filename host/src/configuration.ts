import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the whole project. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

/** The host cannot start for a reason that the people who start it can mend; the message says how. */
export class CannotStart extends Error {}

/** The company's decisions about accounts. */
export interface AccountSettings {
  /** The length of a session after its last use. */
  sessionMinutes: number;
  /** Nobody who has a second factor may switch it off. */
  secondFactorRequired: boolean;
}

/** The values that hold where nothing is said. */
export const usualAccountSettings: AccountSettings = { sessionMinutes: 480, secondFactorRequired: false };

/** The way in which mail is sent. */
export interface MailSettings {
  /** Mail server, such as `smtps://user:password@mail.example.com`; without one each mail becomes a file in the data folder. */
  smtpUrl: string | undefined;
  mailFrom: string;
  /** The address that is told of requests for accounts that the company has to look at. */
  staffMail: string | undefined;
  /** The address of the pages that mails link to; the host's own address unless it is said. */
  publicUrl: string | undefined;
}

export interface Configuration extends AccountSettings, MailSettings {
  /** Address the host listens on. */
  address: string;
  port: number;
  /** Folder of the embedded database and of the file that tells other commands where the host runs. */
  dataFolder: string;
  /** PostgreSQL to use instead of the embedded database. */
  databaseUrl: string | undefined;
  /** The key of what the database is not to tell, 32 bytes; without it, one in the data folder. */
  secretKey: Buffer | undefined;
  /** Other origins whose pages may call the API. */
  origins: readonly string[];
  /** Tells whether the session cookie is only sent over HTTPS. */
  secureCookies: boolean;
  /** Tells whether `X-Forwarded-*` headers come from a proxy that can be trusted. */
  trustProxy: boolean;
  logLevel: string;
  /** Requests a minute from one address; 0 for no limit. */
  requestsPerMinute: number;
}

const isOn = (value: string | undefined) => value === '1' || value === 'true';
const list = (value: string | undefined) => (value ?? '').split(/[\s,]+/).filter(Boolean);

function wholeNumber(name: string, value: string | undefined, fallback: number, most: number): number {
  const number = Number(value ?? fallback);
  if (!Number.isInteger(number) || number < 0 || number > most)
    throw new CannotStart(`${name} must be a whole number from 0 to ${most}, not "${value}".`);
  return number;
}

function key(name: string, value: string): Buffer {
  const bytes = Buffer.from(value, 'base64');
  if (bytes.length !== 32) throw new CannotStart(`${name} must be 32 bytes, written in Base64. Make one with: openssl rand -base64 32`);
  return bytes;
}

function origin(value: string): string {
  if (!URL.canParse(value) || new URL(value).origin === 'null')
    throw new CannotStart(`PORTAL_ORIGINS must hold origins such as https://www.example.com, not "${value}".`);
  return new URL(value).origin;
}

function address(name: string, value: string, protocols: readonly string[]): string {
  if (!URL.canParse(value) || !protocols.includes(new URL(value).protocol))
    throw new CannotStart(`${name} must begin with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}.`);
  return value.replace(/\/+$/, '');
}

/** Reads the configuration from environment variables. Throws `CannotStart` when one is wrong. */
export function readConfiguration(environment: Readonly<Record<string, string | undefined>> = process.env): Configuration {
  const smtpUrl = environment['PORTAL_SMTP_URL'];
  const publicUrl = environment['PORTAL_PUBLIC_URL'];
  const secretKey = environment['PORTAL_SECRET_KEY'];
  return {
    address: environment['HOST'] || '127.0.0.1',
    port: wholeNumber('PORT', environment['PORT'] || undefined, 8080, 65535),
    dataFolder: environment['PORTAL_DATA'] ? resolve(environment['PORTAL_DATA']) : join(projectFolder, '.data'),
    databaseUrl: environment['DATABASE_URL'] || undefined,
    secretKey: secretKey ? key('PORTAL_SECRET_KEY', secretKey) : undefined,
    origins: list(environment['PORTAL_ORIGINS']).map(origin),
    secureCookies: isOn(environment['PORTAL_SECURE_COOKIES']),
    trustProxy: isOn(environment['PORTAL_TRUST_PROXY']),
    logLevel: environment['LOG_LEVEL'] || 'warn',
    requestsPerMinute: wholeNumber('PORTAL_REQUESTS_PER_MINUTE', environment['PORTAL_REQUESTS_PER_MINUTE'] || undefined, 600, 1_000_000),
    sessionMinutes: Math.max(1, wholeNumber('PORTAL_SESSION_MINUTES', environment['PORTAL_SESSION_MINUTES'] || undefined, 480, 525_600)),
    secondFactorRequired: isOn(environment['PORTAL_SECOND_FACTOR_REQUIRED']),
    smtpUrl: smtpUrl ? address('PORTAL_SMTP_URL', smtpUrl, ['smtp:', 'smtps:']) : undefined,
    mailFrom: environment['PORTAL_MAIL_FROM'] || 'Nordkai <portal@nordkai.example>',
    staffMail: environment['PORTAL_STAFF_MAIL'] || undefined,
    publicUrl: publicUrl ? address('PORTAL_PUBLIC_URL', publicUrl, ['http:', 'https:']) : undefined,
  };
}
