import { sendCsv } from '../http/files/csv.js';
import { idempotent } from '../http/idempotency.js';
import type { OperationContext, Operations } from '../http/operation.js';
import { fetchBatches, fetchPage, type Listing } from '../http/paging.js';
import { Problem } from '../http/problem.js';
import { describeRules, receiveUpload, sendUpload, uploadsOf } from '../http/uploads.js';
import {
  certificateFiles,
  countExpiring,
  describeExemption,
  exemptionColumns,
  exemptionsOf,
  openStates,
  type ExemptionRow,
  type TaxExemption,
} from './exemption.js';
import { jurisdictions, reasons } from './jurisdictions.js';
import { submitExemption } from './submit.js';

type TaxExemptionOperations = Pick<
  Operations,
  | 'listTaxExemptions'
  | 'getTaxExemptionOptions'
  | 'submitTaxExemption'
  | 'uploadTaxExemptionFile'
  | 'getTaxExemptionFile'
  | 'withdrawTaxExemption'
>;

const listing: Listing = {
  keys: {
    validTo: { column: 'tax_exemptions.valid_to', type: 'date', nullable: true },
    submittedAt: { column: 'tax_exemptions.submitted_at', type: 'timestamptz' },
  },
  id: 'tax_exemptions.id',
};

/** The client's tax exemptions. */
export const taxExemptionOperations: TaxExemptionOperations = {
  async listTaxExemptions(context, { query, wantsCsv }, reply) {
    const { cursor, limit = 50, sort = '-submittedAt', ...filter } = query;
    const filtered = exemptionsOf(context, filter);
    if (wantsCsv) return sendCsv(reply, 'tax-exemptions', exemptionColumns, described(context, fetchBatches(filtered, listing, sort)));
    const scope = [context.clientId, filter.q, filter.status, filter.jurisdiction];
    const { rows, page } = await fetchPage(filtered, listing, { sort, limit, cursor, filter: scope });
    const { total } = await filtered
      .clearSelect()
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const summary = { expiring: await countExpiring(context, filter) };
    return { items: await describeAll(context, rows), page: { ...page, total }, summary };
  },

  getTaxExemptionOptions: () => Promise.resolve({ jurisdictions, reasons, files: describeRules(certificateFiles) }),

  submitTaxExemption: (context, request, reply) =>
    idempotent(context, request, reply, async () => ({ status: 201, body: await submitExemption(context, request.body) })),

  async uploadTaxExemptionFile(context, { raw }, reply) {
    reply.code(201);
    return await receiveUpload(context, raw, certificateFiles);
  },

  getTaxExemptionFile: (context, { path }, reply) => sendUpload(context, reply, { id: path.file, subject: path.exemptionId }),

  async withdrawTaxExemption(context, { path: { exemptionId } }) {
    const find = () => exemptionsOf(context).where('id', '=', exemptionId).executeTakeFirstOrThrow();
    const { status } = await find();
    if (!openStates.includes(status) && status !== 'withdrawn')
      throw new Problem(409, 'This exemption is over already', { type: 'not-withdrawable' });
    await context.database
      .updateTable('tax_exemptions')
      .set({ state: 'withdrawn' })
      .where('id', '=', exemptionId)
      .where('state', 'in', openStates)
      .execute();
    return (await describeAll(context, [await find()]))[0];
  },
};

async function describeAll({ database }: OperationContext, rows: readonly ExemptionRow[]): Promise<TaxExemption[]> {
  const files = await uploadsOf(
    database,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => describeExemption(row, files.get(row.id)!));
}

async function* described(context: OperationContext, batches: AsyncIterable<ExemptionRow[]>): AsyncGenerator<TaxExemption[]> {
  for await (const rows of batches) yield await describeAll(context, rows);
}
