import { isValidBIC, isValidIBAN } from 'ibantools';
import { absoluteName } from 'portal-elements/dns.js';
import { z } from 'zod';

const text = z.string().trim().min(1, 'must not be empty');
const email = z.email('must be an e-mail address');
const seconds = z.int('must be a number of seconds').min(0).max(2_147_483_647);

const iban = z
  .string()
  .transform((given) => given.replace(/\s/g, ''))
  .refine((given) => isValidIBAN(given), 'must be an IBAN');

const domainName = z.string().transform((given, context) => {
  const name = absoluteName(given.replace(/\.?$/, '.'));
  if (name) return name;
  context.addIssue({ code: 'custom', message: `must be a domain name, not "${given}"` });
  return z.NEVER;
});

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

/** The company that runs the portal, writes its mail and gets the money, as its file has it. */
export const companySchema = z.strictObject({
  /** As the register of companies has it; invoices of another seller are not the company's own. */
  name: text,
  /** The name by which clients know it. */
  brand: text,
  street: text,
  postalCode: text,
  town: text,
  country: z.string().regex(/^[A-Z]{2}$/, 'must be a country code of two capitals, such as DE'),
  addressLines: z.array(text).min(1, 'must have a line'),
  vatId: text,
  registration: text,
  /** The language of mail to the company's own people. */
  language: z.enum(['en', 'de', 'cs', 'ar'], 'must be en, de, cs or ar'),
  /** On invoices, for questions. */
  email,
  /** The sender of all mail, such as `Nordkai <portal@nordkai.example>`. */
  mailFrom: z
    .string()
    .regex(/^[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>$|^[^\s<>@]+@[^\s<>@]+$/, 'must be a sender such as Portal <portal@example.com>'),
  /** Of headings in mails and PDF documents. */
  color: z.string().regex(/^#[\da-f]{6}$/i, 'must be a colour such as #0d5c5e'),
  /** The accounts to which clients pay by bank transfer, by currency; what is in another currency goes to the account in euros. */
  accounts: z
    .record(
      z.string().regex(/^[A-Z]{3}$/, 'must be a currency such as EUR'),
      z.strictObject({
        iban,
        bic: z
          .string()
          .refine((bic) => isValidBIC(bic), 'must be a BIC')
          .nullable(),
      }),
    )
    .refine((accounts) => accounts['EUR'] !== undefined, 'must have an account in EUR'),
  /** For SEPA direct debits. */
  creditorId: text,
  /** The time zone whose calendar says when an invoice is due. */
  timeZone: z.string().refine(isTimeZone, 'must be a time zone such as Europe/Berlin'),
  /** New zones; `contact` is the mailbox in the SOA, as a name. */
  dns: z.strictObject({
    /** The first is the primary in the SOA. */
    nameServers: z.tuple([domainName], domainName),
    contact: domainName,
    ttl: seconds,
    minTtl: seconds,
    maxTtl: seconds,
  }),
});

export type Company = z.infer<typeof companySchema>;

/** The company whose portal this process serves; none before `useCompany`. */
export let company: Company;

let calendar: Intl.DateTimeFormat;

/** Makes this the company of the process, before anything else of the host runs. */
export function useCompany(given: Company): void {
  company = given;
  calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: company.timeZone });
}

/** Today's date in the company's calendar, as 2026-11-21. */
export function companyToday(now = new Date()): string {
  return calendar.format(now);
}
