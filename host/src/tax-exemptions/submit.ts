import { randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { components } from 'portal-elements/contract';
import type { TaxExemptionTable } from './tables.js';
import type { OperationContext } from '../http/operation.js';
import { Problem } from '../http/problem.js';
import { searchText } from '../http/search.js';
import { attachUploads, uploadsOf } from '../http/uploads.js';
import { companyToday } from '../company.js';
import { certificateFiles, describeExemption, exemptionsOf, openStates, type TaxExemption } from './exemption.js';
import { jurisdictionOf, reasonLabel, reasons, type Jurisdiction } from './jurisdictions.js';
import { vatNumber } from './vat-number.js';

type NewExemption = components['schemas']['NewTaxExemption'];
type Fault = NonNullable<components['schemas']['Problem']['errors']>[number];

/** Takes a certificate or a VAT number in, for the company to decide on. */
export async function submitExemption(context: OperationContext, given: NewExemption): Promise<TaxExemption> {
  const place = jurisdictionOf(given.jurisdiction);
  const faults = place ? faultsOf(given, place) : [fault('/jurisdiction', 'unknown', 'No exemption can be given there.')];
  if (faults.length > 0) throw new Problem(422, 'Some fields need another look', { errors: faults });
  const row = rowOf(context, given, place!);
  await requireReplaceable(context, given);
  return await context.database.transaction().execute(async (transaction) => {
    // One submission of a client after the other, so that none is made twice at once.
    await transaction.selectFrom('clients').select('id').where('id', '=', context.clientId).forUpdate().execute();
    await requireNew({ ...context, database: transaction }, row);
    await transaction.insertInto('tax_exemptions').values(row).execute();
    const files = { ids: given.fileIds ?? [], rules: certificateFiles, subject: row.id, pointer: '/fileIds' };
    await attachUploads(context, transaction, files);
    const kept = await exemptionsOf({ ...context, database: transaction })
      .where('id', '=', row.id)
      .executeTakeFirstOrThrow();
    return describeExemption(kept, (await uploadsOf(transaction, [row.id])).get(row.id)!);
  });
}

const fault = (pointer: string, code: string, detail: string): Fault => ({ pointer, code, detail });

function faultsOf(given: NewExemption, { kind, code, numberExample }: Jurisdiction): Fault[] {
  if (kind === 'vat-number') {
    const right = vatNumber(code, given.number) !== undefined;
    return right ? [] : [fault('/number', 'vat-number', `A VAT number there looks like ${numberExample}.`)];
  }
  const { reason, validFrom, validTo, fileIds = [] } = given;
  const faults: Fault[] = [];
  if (!given.number.trim()) faults.push(fault('/number', 'required', 'Please give the number of the certificate.'));
  if (!reasons.some(({ id }) => id === reason)) faults.push(fault('/reason', 'required', 'Please choose a reason.'));
  if (!validFrom) faults.push(fault('/validFrom', 'required', 'Please give the first day.'));
  if (validTo && validFrom && validTo < validFrom) faults.push(fault('/validTo', 'before-start', 'The last day is before the first.'));
  else if (validTo && validTo < companyToday()) faults.push(fault('/validTo', 'over', 'The certificate is over already.'));
  if (fileIds.length === 0) faults.push(fault('/fileIds', 'required', 'Please add the certificate.'));
  return faults;
}

function rowOf({ clientId, caller }: OperationContext, given: NewExemption, place: Jurisdiction): Insertable<TaxExemptionTable> {
  const isVat = place.kind === 'vat-number';
  const number = isVat ? vatNumber(place.code, given.number)! : given.number.trim();
  const reason = isVat ? 'reverse-charge' : given.reason!;
  return {
    id: `tex_${randomUUID()}`,
    client_id: clientId,
    kind: place.kind,
    jurisdiction: place.code,
    number,
    reason,
    valid_from: isVat ? companyToday() : given.validFrom!,
    valid_to: isVat ? null : (given.validTo ?? null),
    share_percent: String(isVat ? 100 : (given.sharePercent ?? 100)),
    state: 'submitted',
    replaces_id: given.replacesId ?? null,
    note: given.note?.trim() || null,
    submitted_by: caller!.person.name,
    search_text: searchText([number, place.label, place.taxLabel, reasonLabel(reason)]),
  };
}

async function requireReplaceable(context: OperationContext, { replacesId }: NewExemption): Promise<void> {
  if (!replacesId) return;
  const replaced = await exemptionsOf(context).where('id', '=', replacesId).executeTakeFirst();
  if (replaced && describeExemption(replaced, []).allowedActions.includes('replace')) return;
  throw new Problem(409, 'This exemption cannot be replaced', { type: 'not-replaceable' });
}

async function requireNew(context: OperationContext, row: Insertable<TaxExemptionTable>): Promise<void> {
  const same = await exemptionsOf(context).where('jurisdiction', '=', row.jurisdiction).where('number', '=', row.number).execute();
  if (same.some(({ id, status }) => openStates.includes(status) && id !== row.replaces_id))
    throw new Problem(409, 'This number has been submitted already', { type: 'already-submitted' });
}
