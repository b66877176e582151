import { sql, type SelectQueryBuilder } from 'kysely';
import type { operations } from 'portal-elements/contract';
import type { Database } from '../database/tables.js';
import type { OperationContext } from '../http/operation.js';
import { searchPattern } from '../http/search.js';
import { endedStatuses } from './contract.js';

type Filter = Pick<NonNullable<operations['listContracts']['parameters']['query']>, 'q' | 'kind' | 'status'>;

/** The contracts of the client that the filter chooses, of those to which the person is limited, if so. */
export function contractsOf(
  { database, clientId, contractIds }: OperationContext,
  { q, kind, status }: Filter,
): SelectQueryBuilder<Database, 'contracts', object> {
  let query = database.selectFrom('contracts').where('client_id', '=', clientId);
  if (contractIds) query = query.where(sql<boolean>`contracts.id = any(${[...contractIds]})`);
  if (q) query = query.where('search_text', 'like', searchPattern(q));
  if (kind) query = query.where('kind', '=', kind);
  if (status === 'current') query = query.where('status', 'not in', endedStatuses);
  else if (status) query = query.where('status', '=', status);
  return query;
}
