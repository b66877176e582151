import { sql, type Selectable, type SelectQueryBuilder } from 'kysely';
import type { components, operations } from 'portal-elements/contract';
import type { TaxExemptionTable } from './tables.js';
import type { Database } from '../database/tables.js';
import type { CsvColumn } from '../http/files/csv.js';
import type { OperationContext } from '../http/operation.js';
import { searchPattern } from '../http/search.js';
import type { UploadedFile, UploadRules } from '../http/uploads.js';
import { companyToday } from '../company.js';
import { jurisdictionOf, reasonLabel } from './jurisdictions.js';

export type TaxExemption = components['schemas']['TaxExemption'];
export type ExemptionRow = Selectable<TaxExemptionTable> & { status: string };
type Filter = Pick<NonNullable<operations['listTaxExemptions']['parameters']['query']>, 'q' | 'status' | 'jurisdiction'>;

/** The files that may prove an exemption. */
export const certificateFiles: UploadRules = {
  purpose: 'tax-exemption',
  mediaTypes: ['application/pdf', 'image/png', 'image/jpeg'],
  maxBytes: 10_000_000,
  maxFiles: 3,
};

/** States in which the client may still withdraw or replace one. */
export const openStates: readonly string[] = ['submitted', 'in-review', 'active'];

const statusLabels: Readonly<Record<string, string>> = {
  submitted: 'Submitted',
  'in-review': 'In review',
  active: 'Active',
  rejected: 'Rejected',
  expired: 'Expired',
  revoked: 'Revoked',
  withdrawn: 'Withdrawn',
};

const resultLabels: Readonly<Record<string, string>> = {
  'not-checked': 'Not checked yet',
  valid: 'Valid',
  invalid: 'Not valid',
  unavailable: 'The register did not answer',
};

/** The status: an active one whose last day is over has expired. */
const statusToday = (today: string) => sql<string>`case when state = 'active' and valid_to < ${today}::date then 'expired' else state end`;

/** The exemptions of the client that the filter chooses, with their status. */
export function exemptionsOf(
  { database, clientId }: Pick<OperationContext, 'database' | 'clientId'>,
  { q, status, jurisdiction }: Filter = {},
): SelectQueryBuilder<Database, 'tax_exemptions', ExemptionRow> {
  const today = statusToday(companyToday());
  let query = database.selectFrom('tax_exemptions').selectAll().select(today.as('status')).where('client_id', '=', clientId);
  if (q) query = query.where('search_text', 'like', searchPattern(q));
  if (status) query = query.where(today, '=', status);
  if (jurisdiction) query = query.where('jurisdiction', '=', jurisdiction);
  return query;
}

/** The number of active ones that end soon, and that nothing follows. */
export async function countExpiring(context: OperationContext, filter: Filter): Promise<number> {
  const { count } = await context.database
    .selectFrom(exemptionsOf(context, filter).as('exemption'))
    .where('status', '=', 'active')
    .where('valid_to', '<=', sql<string>`${companyToday()}::date + 60`)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('tax_exemptions as follower')
            .select('follower.id')
            .whereRef('follower.replaces_id', '=', 'exemption.id')
            .where('follower.state', 'in', openStates),
        ),
      ),
    )
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** An exemption as the contract of the API has it. */
export function describeExemption(row: ExemptionRow, files: UploadedFile[]): TaxExemption {
  const place = jurisdictionOf(row.jurisdiction);
  return {
    id: row.id,
    kind: row.kind,
    jurisdiction: row.jurisdiction,
    jurisdictionLabel: place?.label ?? row.jurisdiction,
    tax: place?.tax ?? 'other',
    taxLabel: place?.taxLabel ?? 'Tax',
    number: row.number,
    reason: row.reason,
    reasonLabel: reasonLabel(row.reason),
    validFrom: row.valid_from,
    validTo: row.valid_to,
    sharePercent: Number(row.share_percent),
    status: row.status,
    statusLabel: statusLabels[row.status] ?? row.status,
    statusReason: row.status_reason,
    verification: verificationOf(row),
    replacesId: row.replaces_id,
    note: row.note,
    files,
    submittedAt: row.submitted_at.toISOString(),
    submittedBy: row.submitted_by,
    allowedActions: actionsOf(row.status),
  };
}

/** The register itself is not asked by this host; what the company has found out is told. */
function verificationOf({ kind, checked_at, check_result }: ExemptionRow): TaxExemption['verification'] {
  if (kind !== 'vat-number') return null;
  const result = check_result ?? 'not-checked';
  return { register: 'VIES', result, resultLabel: resultLabels[result] ?? result, checkedAt: checked_at?.toISOString() ?? null };
}

function actionsOf(status: string): string[] {
  if (openStates.includes(status)) return ['replace', 'withdraw'];
  return status === 'expired' || status === 'rejected' ? ['replace'] : [];
}

export const exemptionColumns: CsvColumn<TaxExemption>[] = [
  { title: 'Tax', value: ({ taxLabel }) => taxLabel },
  { title: 'Jurisdiction', value: ({ jurisdictionLabel }) => jurisdictionLabel },
  { title: 'Number', value: ({ number }) => number },
  { title: 'Reason', value: ({ reasonLabel }) => reasonLabel },
  { title: 'From', value: ({ validFrom }) => validFrom },
  { title: 'To', value: ({ validTo }) => validTo },
  { title: 'Share exempt in %', kind: 'number', value: ({ sharePercent }) => sharePercent },
  { title: 'Status', value: ({ statusLabel }) => statusLabel },
  { title: 'Reason of the status', value: ({ statusReason }) => statusReason },
  { title: 'Checked in', value: ({ verification }) => verification?.register },
  { title: 'Result', value: ({ verification }) => verification?.resultLabel },
  { title: 'Checked at', value: ({ verification }) => verification?.checkedAt },
  { title: 'Files', value: ({ files }) => files.map(({ name }) => name).join('; ') },
  { title: 'Submitted', value: ({ submittedAt }) => submittedAt },
];
