import type { Operation } from '../http/operation.js';
import { notFound } from '../http/problem.js';
import { describeSample } from './sample.js';

/** One of the client's samples. */
export const getSample: Operation<'getSample'> = async ({ database, clientId }, { path }) => {
  const row = await database
    .selectFrom('samples')
    .selectAll()
    .where('client_id', '=', clientId)
    .where('id', '=', path.sampleId)
    .executeTakeFirst();
  if (!row) throw notFound();
  return describeSample(row);
};
