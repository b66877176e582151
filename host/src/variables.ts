import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { fieldName } from './tickets/request-tracker/query.js';
import { tokenForm } from './tickets/request-tracker/settings.js';

const wholeNumber = (least: number, most: number) =>
  z.string().transform((given, context) => {
    const number = Number(given);
    if (Number.isInteger(number) && number >= least && number <= most) return number;
    context.addIssue({ code: 'custom', message: `must be a whole number from ${least} to ${most}, not "${given}"` });
    return z.NEVER;
  });

const isOn = z.enum(['0', '1', 'false', 'true'], 'must be 1 or 0').transform((given) => given === '1' || given === 'true');

const address = (...protocols: string[]) =>
  z.string().refine((given) => protocols.some((name) => given.startsWith(`${name}://`)) && URL.canParse(given), {
    error: `must begin with ${protocols.map((name) => `${name}://`).join(' or ')}`,
  });

const origins = z.string().transform((given, context) =>
  given.split(/[\s,]+/).map((each) => {
    const url = URL.canParse(each) ? new URL(each) : undefined;
    if (url?.href === `${url?.origin}/`) return url.origin;
    context.addIssue({ code: 'custom', message: `must hold origins such as https://www.example.com, not "${each}"` });
    return z.NEVER;
  }),
);

const secretKey = z
  .string()
  .transform((given) => Buffer.from(given, 'base64'))
  .refine(({ length }) => length === 32, 'must be 32 bytes, written in Base64, as `openssl rand -base64 32` makes them');

const network = z.string().transform((given, context) => {
  const [, bracketed, plain, port] = /^(?:\[([\da-f:.]+)\]|([^:\s]+)):(\d{1,5})$/i.exec(given) ?? [];
  const number = Number(port);
  if (number <= 65_535) return { address: (bracketed ?? plain)!, port: number };
  context.addIssue({ code: 'custom', message: `must be an address and a port such as 127.0.0.1:2424, not "${given}"` });
  return z.NEVER;
});

/** Pairs such as `technical=Support, billing=Billing`. */
const pairs = z.string().transform((given, context) => {
  const found = given.split(',').map((each) => each.split('=').map((part) => part.trim()));
  const names = found.map(([name]) => name);
  if (found.every((pair) => pair.length === 2 && pair.every(Boolean)) && new Set(names).size === names.length)
    return new Map(found as [string, string][]);
  context.addIssue({ code: 'custom', message: `must be pairs such as technical=Support,billing=Billing, not "${given}"` });
  return z.NEVER;
});

const file = z.string().transform((given) => resolve(given));

const kindOf = (path: string) => statSync(path, { throwIfNoEntry: false });
const folder = file.refine((path) => kindOf(path)?.isDirectory(), {
  error: ({ input }) => `must be a folder that is there, not ${String(input)}`,
});
/** Made where it is not there yet. */
const ownFolder = file.refine((path) => kindOf(path)?.isDirectory() ?? true, {
  error: ({ input }) => `must be a folder, and ${String(input)} is a file`,
});

/** Every variable that the host reads, with what it is; `.env.example` is made from this. */
export const variables = z.object({
  HOST: z.string().default('127.0.0.1').describe('The address that the host listens on.'),
  PORT: wholeNumber(0, 65_535).prefault('8080').describe('The port that the host listens on.'),
  DATABASE_URL: address('postgres', 'postgresql').optional().describe('PostgreSQL; without it the embedded database is used.'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], 'must be trace, debug, info, warn, error, fatal or silent')
    .default('warn')
    .describe('`info` logs a line for each request, without its query.'),
  PORTAL_COMPANY: file
    .optional()
    .describe(
      'The JSON file of the company that runs the portal: name, bank accounts, sender of mail. Without it the host is a demo, with demo data.',
    ),
  PORTAL_SITE: folder
    .optional()
    .describe('The folder of the pages to serve beside the API. Without it the demo has the sample website, and another company no pages.'),
  PORTAL_PAYMENTS: z
    .string()
    .optional()
    .describe(
      'The payment provider: `none` declines every payment, `test` moves no money, or a module whose default export is a provider. Without it `none`, or `test` in the demo.',
    ),
  PORTAL_DATA: ownFolder.prefault('.data').describe('The folder of the embedded database, of the secret key and of mail that is not sent.'),
  PORTAL_SECRET_KEY: secretKey
    .optional()
    .describe(
      '32 bytes in Base64 (openssl rand -base64 32), which seal secrets in the database; the same in all processes. Without it a file in PORTAL_DATA.',
    ),
  PORTAL_PUBLIC_URL: address('http', 'https')
    .transform((given) => given.replace(/\/+$/, ''))
    .optional()
    .describe('Where the pages are that mails link to; without it at the host’s own address.'),
  PORTAL_ORIGINS: origins.optional().describe('Other origins whose pages may call the API, separated by blanks or commas.'),
  PORTAL_SECURE_COOKIES: isOn.prefault('0').describe('1: cookies only over HTTPS, and browsers are told to stay there.'),
  PORTAL_TRUST_PROXY: isOn.prefault('0').describe('1: believe X-Forwarded-* headers; only behind a proxy that sets them.'),
  PORTAL_REQUESTS_PER_MINUTE: wholeNumber(0, 1_000_000)
    .prefault('600')
    .describe('Requests from one address, to one process; 0 for no limit.'),
  PORTAL_SMTP_URL: address('smtp', 'smtps')
    .optional()
    .describe('The mail server, as smtps://user:password@mail.example.com. Without it each mail is a file in PORTAL_DATA/mail.'),
  PORTAL_BOUNCE_MAIL: z
    .email('must be an e-mail address')
    .optional()
    .describe(
      'The mailbox for reports of mail servers, as bounces@example.com: they come to bounces+…@example.com, and are handed to `portal-elements-host bounce`. Without it they come to the sender of mail.',
    ),
  PORTAL_STAFF_MAIL: z
    .email('must be an e-mail address')
    .optional()
    .describe('Who in the company is told of what clients do that needs an answer; without it nobody.'),
  PORTAL_TICKET_MAIL: z
    .email('must be an e-mail address')
    .refine((given) => !given.includes('+'), 'must be an address without a +')
    .optional()
    .describe(
      'The mailbox for answers to tickets, such as tickets@example.com; the mail server hands on what comes to it and to tickets+…@example.com. Without it, tickets are answered in the portal alone.',
    ),
  PORTAL_TICKET_LMTP: network
    .optional()
    .describe(
      'Where the mail server hands on mail to PORTAL_TICKET_MAIL by LMTP, as 127.0.0.1:2424; nobody else may reach it. Without it, by `portal-elements-host ticket-mail`.',
    ),
  PORTAL_RT_URL: address('http', 'https')
    .transform((given) => given.replace(/\/+$/, ''))
    .optional()
    .describe('Request Tracker, in which tickets are kept, as https://rt.example.com. Without it they are in the host’s own tables.'),
  PORTAL_RT_TOKEN: z
    .string()
    // What is wrong is not repeated: it is a secret.
    .regex(tokenForm, 'must be an authentication token as Request Tracker makes them: two numbers and 32 digits, with hyphens between')
    .optional()
    .describe('An authentication token of the portal’s account in Request Tracker.'),
  PORTAL_RT_QUEUES: pairs
    .optional()
    .describe('The queues of departments, as technical=Support,billing=Billing. Tickets of other queues are shown to nobody.'),
  PORTAL_RT_CLIENTS: file
    .optional()
    .describe(
      'The JSON file that has the id of a group in Request Tracker for the number of each client: {"C-1001": 56}. Read at the start.',
    ),
  PORTAL_RT_ROLE: z
    .string()
    .regex(fieldName, 'must be the name of a custom role, without braces, quotes and backslashes')
    .default('Client company')
    .describe('The custom role in Request Tracker that holds the group of a ticket’s client.'),
  PORTAL_SESSION_MINUTES: wholeNumber(1, 525_600).prefault('480').describe('The length of a session after its last use.'),
  PORTAL_SECOND_FACTOR_REQUIRED: isOn.prefault('0').describe('1: nobody who has a second factor may switch it off.'),
  PORTAL_EVENT_LOG_DAYS: wholeNumber(1, 36_500)
    .prefault('730')
    .describe('The number of days for which the event log is kept; older events are deleted daily, and clients are told.'),
  PORTAL_MAIL_LOG_DAYS: wholeNumber(1, 36_500)
    .prefault('365')
    .describe(
      'The number of days for which mail to clients is kept with its text and files; older mail is deleted daily, and clients are told.',
    ),
  PORTAL_PASSWORD_COST: wholeNumber(10, 22)
    .prefault('17')
    .describe('The cost of hashing a password, as a power of two. Less is for tests, which sign in hundreds of times.'),
});

export type Variables = z.infer<typeof variables>;

/** The text of `.env.example`: every variable with what it is, and its value where nothing is said. */
export function exampleEnvironment(): string {
  const entries = Object.entries(variables.shape).map(([name, variable]) => {
    const usual = variable instanceof z.ZodDefault || variable instanceof z.ZodPrefault ? String(variable.def.defaultValue) : '';
    return `# ${variable.description}\n# ${name}=${usual}\n`;
  });
  return `# The host's variables; what is commented out has its usual value. Read from .env in the folder in which the host is started.\n\n${entries.join('\n')}`;
}
