import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { Insertable, Kysely } from 'kysely';
import type { TaxExemptionTable } from '../src/tax-exemptions/tables.js';
import { company } from '../src/company.js';
import type { Database } from '../src/database/tables.js';
import { searchText } from '../src/http/search.js';
import { newDocument, Page, quiet } from '../src/pdf/page.js';
import { certificateFiles } from '../src/tax-exemptions/exemption.js';
import { jurisdictionOf, reasonLabel } from '../src/tax-exemptions/jurisdictions.js';
import { dayFromToday } from './days.js';

type DemoExemption = Omit<
  Insertable<TaxExemptionTable>,
  'client_id' | 'kind' | 'share_percent' | 'search_text' | 'valid_from' | 'valid_to'
> & {
  /** Days from today. */
  starts: number;
  ends: number | null;
  share_percent?: string;
  /** Name of the certificate that was sent along. */
  file?: string;
};

const ago = (days: number) => new Date(Date.now() - days * 86_400_000);
const from = (days: number, years: number) => ({ starts: days, ends: days + years * 365 });
const vat = { reason: 'reverse-charge', ends: null };

const acme: DemoExemption[] = [
  {
    id: 'tex_acme_tx', jurisdiction: 'US-TX', number: '01-339-774120', reason: 'resale', ...from(-690, 2), state: 'active',
    submitted_at: ago(702), submitted_by: 'Olivia Owner', file: 'Texas resale certificate 01-339.pdf',
  },
  {
    id: 'tex_acme_tx_next', jurisdiction: 'US-TX', number: '01-339-901883', reason: 'resale', ...from(41, 2), state: 'in-review',
    replaces_id: 'tex_acme_tx', submitted_at: ago(3), submitted_by: 'Bruno Billing', file: 'Texas resale certificate, renewal.pdf',
    note: 'The new certificate continues the one that ends at the turn of the year.',
  },
  {
    id: 'tex_acme_ny', jurisdiction: 'US-NY', number: 'ST-120-55418', reason: 'resale', ...from(-335, 1), state: 'active',
    submitted_at: ago(340), submitted_by: 'Olivia Owner', file: 'ST-120.pdf',
  },
  {
    id: 'tex_acme_fl', jurisdiction: 'US-FL', number: 'DR-700031-2', reason: 'other', ...from(-200, 3), state: 'active', share_percent: '50',
    submitted_at: ago(205), submitted_by: 'Bruno Billing', file: 'DR-700031.pdf', note: 'Half of the lines are used for deaf customers only.',
  },
  {
    id: 'tex_acme_wa', jurisdiction: 'US-WA', number: 'A33-118-207', reason: 'resale', ...from(-1500, 4), state: 'active',
    submitted_at: ago(1502), submitted_by: 'Olivia Owner', file: 'Reseller permit.pdf',
  },
  {
    id: 'tex_acme_ca', jurisdiction: 'US-CA', number: 'SR-102-889410', reason: 'resale', ...from(-20, 2), state: 'rejected',
    status_reason: 'The certificate is made out to Acme Ltd. Please send one that names Acme GmbH.',
    submitted_at: ago(18), submitted_by: 'Bruno Billing', file: 'CDTFA-230 (scan).pdf',
  },
  {
    id: 'tex_acme_gb', jurisdiction: 'GB', number: 'GB/EXP/2024/771', reason: 'non-profit', ...from(-800, 3), state: 'revoked',
    status_reason: 'HMRC has told us that the registration has ended.', submitted_at: ago(810), submitted_by: 'Olivia Owner', file: 'Relief.pdf',
  },
  {
    id: 'tex_acme_at', jurisdiction: 'AT', number: 'ATU66889901', ...vat, starts: -420, state: 'active',
    checked_at: ago(21), check_result: 'valid', submitted_at: ago(421), submitted_by: 'Olivia Owner',
  },
  {
    id: 'tex_acme_cz', jurisdiction: 'CZ', number: 'CZ27082440', ...vat, starts: -90, state: 'active',
    checked_at: ago(90), check_result: 'valid', submitted_at: ago(90), submitted_by: 'Bruno Billing',
  },
  {
    id: 'tex_acme_nl', jurisdiction: 'NL', number: 'NL804595433B01', ...vat, starts: -1, state: 'submitted',
    submitted_at: ago(1), submitted_by: 'Bruno Billing', note: 'Our new branch in Rotterdam.',
  },
  {
    id: 'tex_acme_it', jurisdiction: 'IT', number: 'IT00743110157', ...vat, starts: -60, state: 'withdrawn',
    checked_at: ago(59), check_result: 'unavailable', submitted_at: ago(60), submitted_by: 'Olivia Owner',
  },
]; // prettier-ignore

const globex: DemoExemption[] = [
  {
    id: 'tex_globex_cz', jurisdiction: 'CZ', number: 'CZ45274649', ...vat, starts: -800, state: 'active',
    checked_at: ago(40), check_result: 'valid', submitted_at: ago(800), submitted_by: 'Gustav Globex',
  },
]; // prettier-ignore

/** The demo clients' tax exemptions, in every status, with their certificates. */
export async function demoTaxExemptions(database: Kysely<Database>): Promise<void> {
  for (const [client, exemptions] of [
    ['cli_acme', acme],
    ['cli_globex', globex],
  ] as const)
    // prettier-ignore
    for (const { file, starts, ends, ...exemption } of exemptions) {
      const { id, jurisdiction, number, reason } = exemption;
      const { kind, label, taxLabel } = jurisdictionOf(jurisdiction)!;
      await database
        .insertInto('tax_exemptions')
        .values({
          share_percent: '100',
          ...exemption,
          valid_from: dayFromToday(starts),
          valid_to: ends === null ? null : dayFromToday(ends),
          client_id: client,
          kind,
          search_text: searchText([number, label, taxLabel, reasonLabel(reason)]),
        })
        .execute();
      if (file) await addCertificate(database, { client, subject: id, name: file, lines: [label, taxLabel, reasonLabel(reason), number] });
    }
}

interface Certificate {
  client: string;
  subject: string;
  name: string;
  lines: readonly string[];
}

async function addCertificate(database: Kysely<Database>, { client, subject, name, lines }: Certificate): Promise<void> {
  const document = newDocument({ title: name, author: 'Sample authority', created: new Date() });
  const page = new Page(document);
  page.paragraph('Certificate of exemption', { size: 18, bold: true, color: company.color });
  for (const line of lines) page.paragraph(line, { size: 11 });
  page.paragraph('This is a sample and proves nothing.', { color: quiet });
  document.end();
  const content = await buffer(document);
  await database
    .insertInto('uploads')
    .values({
      id: `upl_${subject}`,
      client_id: client,
      person_id: null,
      purpose: certificateFiles.purpose,
      subject,
      name,
      media_type: 'application/pdf',
      size: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
      content,
    })
    .execute();
}
