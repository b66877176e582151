import { randomUUID } from 'node:crypto';
import { idempotent } from '../http/idempotency.js';
import type { Operation } from '../http/operation.js';
import { describeSample, sampleSearchText } from './sample.js';

/** Creates one for the client, once for its key. */
export const createSample: Operation<'createSample'> = (context, request, reply) =>
  idempotent(context, request, reply, async () => {
    const { database, clientId } = context;
    const { body } = request;
    const values = {
      // each value
      sample_name: body.sampleName,
      sample_text: body.sampleText,
      sample_enum: body.sampleEnum,
      sample_number: body.sampleNumber,
      sample_day: body.sampleDay,
      sample_instant: body.sampleInstant == null ? undefined : new Date(body.sampleInstant),
      sample_flag: body.sampleFlag,
      // end
    };
    const row = await database
      .insertInto('samples')
      .values({ ...values, id: `samples_${randomUUID()}`, client_id: clientId, search_text: sampleSearchText(values) })
      .returningAll()
      .executeTakeFirstOrThrow();
    return { status: 201, body: describeSample(row) };
  });
