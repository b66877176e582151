import { etagOf, requireMatch } from '../http/etag.js';
import type { Operation } from '../http/operation.js';
import { notFound } from '../http/problem.js';
import { describeSample, sampleSearchText } from './sample.js';

/** Changes the fields that were sent, unless somebody else was faster; returns the record as it is then. */
export const updateSample: Operation<'updateSample'> = ({ database, clientId }, { path, body, headers }) =>
  database.transaction().execute(async (transaction) => {
    const own = transaction.selectFrom('samples').selectAll().where('client_id', '=', clientId).where('id', '=', path.sampleId);
    const row = await own.forUpdate().executeTakeFirst();
    if (!row) throw notFound();
    requireMatch(headers['if-match'], etagOf(row), 'This has changed in the meantime');
    const values = {
      // each value
      ...(body.sampleName !== undefined && { sample_name: body.sampleName }),
      ...(body.sampleText !== undefined && { sample_text: body.sampleText }),
      ...(body.sampleEnum !== undefined && { sample_enum: body.sampleEnum }),
      ...(body.sampleNumber !== undefined && { sample_number: body.sampleNumber }),
      ...(body.sampleDay !== undefined && { sample_day: body.sampleDay }),
      ...(body.sampleInstant != null && { sample_instant: new Date(body.sampleInstant) }),
      ...(body.sampleFlag !== undefined && { sample_flag: body.sampleFlag }),
      // end
    };
    const changed = await transaction
      .updateTable('samples')
      .set({ ...values, search_text: sampleSearchText({ ...row, ...values }), version: row.version + 1 })
      .where('id', '=', row.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    return describeSample(changed);
  });
