import type { Selectable } from 'kysely';
import type { components } from 'portal-elements/contract';
import type { ContractTable } from '../database/tables-accounts.js';
import { sendCsv, type CsvColumn } from '../http/csv.js';
import type { Operations } from '../http/operation.js';
import { fetchBatches, fetchPage, type Listing } from '../http/paging.js';
import { notFound } from '../http/problem.js';
import { searchPattern } from '../http/search.js';

type Contract = components['schemas']['Contract'];

const listing: Listing = {
  keys: { number: { column: 'contracts.number', type: 'text' }, name: { column: 'contracts.name', type: 'text' } },
  id: 'contracts.id',
};

const statusLabels: Readonly<Record<string, string>> = { active: 'Active', suspended: 'Suspended', ended: 'Ended' };

const columns: CsvColumn<Selectable<ContractTable>>[] = [
  { title: 'Number', value: (row) => row.number },
  { title: 'Name', value: (row) => row.name },
  { title: 'Kind', value: (row) => row.kind },
  { title: 'Status', value: (row) => describe(row).statusLabel },
  { title: 'From', value: (row) => row.starts_on },
  { title: 'To', value: (row) => row.ends_on },
];

/** The client's contracts. */
export const contractOperations: Pick<Operations, 'listContracts' | 'getContract'> = {
  async listContracts({ database, clientId }, { query, wantsCsv }, reply) {
    const { q, kind, cursor, limit = 50, sort = 'number' } = query;
    let filtered = database.selectFrom('contracts').where('client_id', '=', clientId);
    if (q) filtered = filtered.where('search_text', 'like', searchPattern(q));
    if (kind) filtered = filtered.where('kind', '=', kind);
    const all = filtered.selectAll();
    if (wantsCsv) return sendCsv(reply, 'contracts', columns, fetchBatches(all, listing, sort));
    const { rows, page } = await fetchPage(all, listing, { sort, limit, cursor, filter: [clientId, q, kind] });
    const { total } = await filtered.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
    return { items: rows.map(describe), page: { ...page, total } };
  },

  async getContract({ database, clientId }, { path }) {
    const row = await database
      .selectFrom('contracts')
      .selectAll()
      .where('id', '=', path.contractId)
      .where('client_id', '=', clientId)
      .executeTakeFirst();
    if (!row) throw notFound();
    return describe(row);
  },
};

const describe = (row: Selectable<ContractTable>): Contract => ({
  id: row.id,
  number: row.number,
  name: row.name,
  kind: row.kind,
  status: row.status,
  statusLabel: statusLabels[row.status] ?? row.status,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
});
