import { sendCsv } from '../http/files/csv.js';
import type { Operations } from '../http/operation.js';
import { fetchBatches, fetchPage, type Listing } from '../http/paging.js';
import { notFound } from '../http/problem.js';
import { contractColumns, describeContract, endedStatuses } from './contract.js';
import { contractsOf } from './filter.js';
import { zoneOf } from './zone.js';

const listing: Listing = {
  keys: {
    number: { column: 'contracts.number', type: 'text' },
    name: { column: 'contracts.name', type: 'text' },
    startsOn: { column: 'contracts.starts_on', type: 'date' },
  },
  id: 'contracts.id',
};

/** The client's contracts. */
export const contractOperations: Pick<Operations, 'listContracts' | 'getContract'> = {
  async listContracts(context, { query, wantsCsv }, reply) {
    const { cursor, limit = 50, sort = 'number', ...filter } = query;
    const filtered = contractsOf(context, filter);
    const all = filtered.selectAll();
    if (wantsCsv) return sendCsv(reply, 'contracts', contractColumns(context), fetchBatches(all, listing, sort));
    const scope = [context.clientId, context.contractIds, filter.q, filter.kind, filter.status];
    const { rows, page } = await fetchPage(all, listing, { sort, limit, cursor, filter: scope });
    const { total } = await filtered.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
    const { ended } = await contractsOf(context, { q: filter.q, kind: filter.kind })
      .where('status', 'in', endedStatuses)
      .select(({ fn }) => fn.countAll<number>().as('ended'))
      .executeTakeFirstOrThrow();
    return { items: rows.map((row) => describeContract(row, context)), page: { ...page, total }, summary: { ended } };
  },

  async getContract(context, { path }) {
    const row = await contractsOf(context, {}).where('id', '=', path.contractId).selectAll().executeTakeFirst();
    if (!row) throw notFound();
    return { ...describeContract(row, context), facts: row.facts, zoneId: await zoneOf(context, row.identifier) };
  },
};
