import type { operations } from 'portal-elements/contract';
import { sendCsv } from '../http/files/csv.js';
import type { Operation, OperationContext } from '../http/operation.js';
import { fetchBatches, fetchPage, type Listing } from '../http/paging.js';
import { searchPattern } from '../http/search.js';
import { describeSample, sampleColumns } from './sample.js';

type Query = NonNullable<operations['listSamples']['parameters']['query']>;
type Filter = Omit<Query, 'cursor' | 'limit' | 'sort'>;

const listing: Listing = {
  keys: {
    // each sorted
    sampleName: { column: 'samples.sample_name', type: 'text' },
    sampleText: { column: 'samples.sample_text', type: 'text' },
    sampleChoice: { column: 'samples.sample_choice', type: 'text' },
    sampleEnum: { column: 'samples.sample_enum', type: 'text' },
    sampleMoney: { column: 'samples.sample_money_amount', type: 'numeric', nullable: true },
    sampleNumber: { column: 'samples.sample_number', type: 'numeric', nullable: true },
    sampleDay: { column: 'samples.sample_day', type: 'date', nullable: true },
    sampleInstant: { column: 'samples.sample_instant', type: 'timestamptz', nullable: true },
    // end
    id: { column: 'samples.id', type: 'text' },
  },
  id: 'samples.id',
};

function chosen({ database, clientId }: OperationContext, filter: Filter) {
  let query = database.selectFrom('samples').where('client_id', '=', clientId);
  // if searched
  if (filter.q) query = query.where('search_text', 'like', searchPattern(filter.q));
  // end
  // each filter
  if (filter.sampleText) query = query.where('sample_text', '=', filter.sampleText);
  if (filter.sampleEnum) query = query.where('sample_enum', '=', filter.sampleEnum);
  if (filter.sampleNumber !== undefined) query = query.where('sample_number', '=', filter.sampleNumber);
  if (filter.sampleDay) query = query.where('sample_day', '=', filter.sampleDay);
  // end
  return query;
}

/** Returns a page of those that the filter chooses, or all of them as a file. */
export const listSamples: Operation<'listSamples'> = async (context, { query, wantsCsv }, reply) => {
  const { cursor, limit = 50, sort = 'sampleName', ...filter } = query;
  const all = chosen(context, filter).selectAll();
  // if csv
  if (wantsCsv) return sendCsv(reply, 'samples', sampleColumns, fetchBatches(all, listing, sort));
  // end
  const { rows, page } = await fetchPage(all, listing, { sort, limit, cursor, filter: [context.clientId, filter] });
  const { total } = await chosen(context, filter)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { items: rows.map(describeSample), page: { ...page, total } };
};
