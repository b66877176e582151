import { sql, type Kysely } from 'kysely';
import type { components } from 'portal-elements/contract';
import type { Database } from '../database/tables.js';
import { currencyExponent, divide, money } from '../http/money.js';
import { running, type ServiceQuery } from './query.js';

type ServiceTotals = components['schemas']['ServiceTotals'];

/** The regular charges of services that are running, extras included, an entry a currency. */
export async function totalsOf(database: Kysely<Database>, services: ServiceQuery): Promise<ServiceTotals> {
  const charged = services.where(sql<boolean>`services.state = any(${running})`);
  const own = charged.where('services.yearly_price', 'is not', null).select(['services.currency', 'services.yearly_price']);
  const extras = charged
    .innerJoin('service_extras as extra', 'extra.service_id', 'services.id')
    .where('extra.yearly_price', 'is not', null)
    .select(['extra.currency', 'extra.yearly_price']);
  const { rows } = await sql<{ currency: string; total: string }>`
    select currency, sum(yearly_price) as total from (${own} union all ${extras}) as charges group by currency order by currency`.execute(
    database,
  );
  return rows.map(({ currency, total }) => ({
    perMonth: money(divide(total, '12', currencyExponent(currency)), currency),
    perYear: money(total, currency),
  }));
}
