import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { companySchema, type Company } from './company.js';
import { isForTickets } from './tickets/mail/addresses.js';
import { usualTimeouts, type RequestTrackerSettings } from './tickets/request-tracker/settings.js';
import { variables, type Variables } from './variables.js';

/** The folder of the host's package. */
export const packageFolder = dirname(fileURLToPath(import.meta.resolve('#package/package.json')));

/** The host cannot start for a reason that the people who start it can mend; the message says how. */
export class CannotStart extends Error {}

/** The company's decisions about accounts. */
export interface AccountSettings {
  /** The length of a session after its last use. */
  sessionMinutes: number;
  /** Nobody who has a second factor may switch it off. */
  secondFactorRequired: boolean;
  /** The number of days for which events are kept. */
  eventLogDays: number;
  /** The number of days for which mail is kept. */
  mailLogDays: number;
}

/** The values that hold where nothing is said. */
export const usualAccountSettings: AccountSettings = {
  sessionMinutes: 480,
  secondFactorRequired: false,
  eventLogDays: 730,
  mailLogDays: 365,
};

/** The way in which mail is sent. */
export interface MailSettings {
  /** The mail server; without one each mail becomes a file in the data folder. */
  smtpUrl: string | undefined;
  /** The mailbox to which mail servers report what became of a mail, each at an address of its own. */
  bounceMail: string | undefined;
  /** The address that is told of requests for accounts that the company has to look at. */
  staffMail: string | undefined;
  /** The address of the pages that mails link to; the host's own address unless it is said. */
  publicUrl: string | undefined;
  /** The mailbox for answers to tickets; without it they are given in the portal alone. */
  ticketMail: string | undefined;
  /** Where mail to tickets is taken by LMTP. */
  ticketLmtp: { address: string; port: number } | undefined;
}

export interface Configuration extends AccountSettings, MailSettings {
  /** Address the host listens on. */
  address: string;
  port: number;
  /** Without one the host is a demo. */
  company: Company | undefined;
  /** Folder of the pages. */
  site: string | undefined;
  /** Name or module of the payment provider. */
  payments: string | undefined;
  /** Where tickets are kept; without it in the host's own tables. */
  requestTracker: RequestTrackerSettings | undefined;
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
  /** The power of two that hashing a password costs. */
  passwordCost: number;
}

/** A sentence a fault, which begins with the name of what is at fault. */
const faultsOf = ({ issues }: z.ZodError) => issues.map(({ path, message }) => `${path.join('.')} ${message}.`.trimStart());

/** Reads the configuration from environment variables. Throws `CannotStart`, which names each variable that is wrong or not known. */
export function readConfiguration(environment: Readonly<Record<string, string | undefined>> = process.env): Configuration {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value));
  const unknown = Object.keys(given).filter((name) => name.startsWith('PORTAL_') && !Object.hasOwn(variables.shape, name));
  const { data, error } = variables.safeParse(given);
  const faults = [
    ...unknown.map((name) => `${name} is not known; .env.example has all that are.`),
    ...(error ? faultsOf(error) : [...mailFaults(data), ...trackerFaults(data)]),
  ];
  if (!data || faults.length > 0) throw new CannotStart(faults.join('\n'));
  return toConfiguration(data);
}

/** What of the mailbox for tickets does not go together: a note about a mail there would be the next mail there. */
function mailFaults({ PORTAL_TICKET_MAIL: mailbox, PORTAL_TICKET_LMTP: lmtp, PORTAL_STAFF_MAIL: staff }: Variables): string[] {
  if (mailbox === undefined) return lmtp === undefined ? [] : ['PORTAL_TICKET_LMTP needs PORTAL_TICKET_MAIL, the mailbox that it is for.'];
  return staff !== undefined && isForTickets(mailbox, staff) ? ['PORTAL_STAFF_MAIL must be another mailbox than PORTAL_TICKET_MAIL.'] : [];
}

/** What Request Tracker needs, and what does not go together with it. */
function trackerFaults(given: Variables): string[] {
  const needed = ['PORTAL_RT_URL', 'PORTAL_RT_TOKEN', 'PORTAL_RT_QUEUES', 'PORTAL_RT_CLIENTS'] as const;
  const missing = needed.filter((name) => given[name] === undefined);
  if (missing.length === needed.length) return [];
  return [
    ...missing.map((name) => `${name} is missing: Request Tracker needs ${needed.join(', ')}.`),
    ...(given.PORTAL_TICKET_MAIL === undefined
      ? []
      : ['PORTAL_TICKET_MAIL cannot be used with PORTAL_RT_URL: Request Tracker takes answers by mail itself.']),
  ];
}

function requestTrackerOf(given: Variables): RequestTrackerSettings | undefined {
  const { PORTAL_RT_URL: url, PORTAL_RT_TOKEN: token, PORTAL_RT_QUEUES: queues, PORTAL_RT_CLIENTS: clients } = given;
  if (!url || !token || !queues || !clients) return undefined;
  return { url, token, queues, clients: readClients(clients), companyRole: given.PORTAL_RT_ROLE, timeouts: usualTimeouts };
}

const clientsSchema = z.record(z.string(), z.int('must be the id of a group').positive('must be the id of a group'));

/** Reads the file of groups. Two clients of one group would see each other's tickets. */
function readClients(path: string): ReadonlyMap<string, number> {
  const { data, error } = clientsSchema.safeParse(readJson('PORTAL_RT_CLIENTS', path));
  if (!data) throw faultsIn('PORTAL_RT_CLIENTS', path, error);
  const groups = Object.values(data);
  const double = groups.find((group, index) => groups.indexOf(group) !== index);
  if (double !== undefined) throw new CannotStart(`PORTAL_RT_CLIENTS: ${path}: the group ${double} stands for more than one client.`);
  return new Map(Object.entries(data));
}

function toConfiguration(given: Variables): Configuration {
  return {
    address: given.HOST,
    port: given.PORT,
    company: given.PORTAL_COMPANY === undefined ? undefined : readCompany(given.PORTAL_COMPANY),
    site: given.PORTAL_SITE,
    payments: given.PORTAL_PAYMENTS,
    requestTracker: requestTrackerOf(given),
    dataFolder: given.PORTAL_DATA,
    databaseUrl: given.DATABASE_URL,
    secretKey: given.PORTAL_SECRET_KEY,
    origins: given.PORTAL_ORIGINS ?? [],
    secureCookies: given.PORTAL_SECURE_COOKIES,
    trustProxy: given.PORTAL_TRUST_PROXY,
    logLevel: given.LOG_LEVEL,
    requestsPerMinute: given.PORTAL_REQUESTS_PER_MINUTE,
    sessionMinutes: given.PORTAL_SESSION_MINUTES,
    secondFactorRequired: given.PORTAL_SECOND_FACTOR_REQUIRED,
    eventLogDays: given.PORTAL_EVENT_LOG_DAYS,
    mailLogDays: given.PORTAL_MAIL_LOG_DAYS,
    smtpUrl: given.PORTAL_SMTP_URL,
    bounceMail: given.PORTAL_BOUNCE_MAIL,
    staffMail: given.PORTAL_STAFF_MAIL,
    publicUrl: given.PORTAL_PUBLIC_URL,
    ticketMail: given.PORTAL_TICKET_MAIL,
    ticketLmtp: given.PORTAL_TICKET_LMTP,
    passwordCost: given.PORTAL_PASSWORD_COST,
  };
}

function readJson(variable: string, path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new CannotStart(`${variable}: ${path} cannot be read: ${(error as Error).message}`);
  }
}

const faultsIn = (variable: string, path: string, error: z.ZodError) =>
  new CannotStart(
    faultsOf(error)
      .map((fault) => `${variable}: ${path}: ${fault}`)
      .join('\n'),
  );

/** Reads a company file. Throws `CannotStart`, which names the variable, the file and each field that is wrong. */
export function readCompany(path: string): Company {
  const { data, error } = companySchema.safeParse(readJson('PORTAL_COMPANY', path), {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `has ${issue.keys.join(', ')}, which is not known`
        : issue.input === undefined
          ? 'is missing'
          : undefined,
  });
  if (!data) throw faultsIn('PORTAL_COMPANY', path, error);
  return data;
}
