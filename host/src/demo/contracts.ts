import type { Kysely } from 'kysely';
import type { Database } from '../database/tables.js';
import { searchText } from '../http/search.js';

const contract = (
  client_id: string,
  id: string,
  number: string,
  name: string,
  kind: string,
  starts_on: string,
  ends_on: string | null = null,
) => ({
  id,
  client_id,
  number,
  name,
  kind,
  status: ends_on === null ? 'active' : 'ended',
  starts_on,
  ends_on,
  search_text: searchText([number, name]),
});

/** The demo clients' contracts. */
export async function demoContracts(database: Kysely<Database>): Promise<void> {
  await database
    .insertInto('contracts')
    .values([
      contract('cli_acme', 'con_acme_voip', 'V-2001', 'Office telephony', 'voip', '2021-03-01'),
      contract('cli_acme', 'con_acme_voip2', 'V-2002', 'Branch office lines', 'voip', '2024-06-01'),
      contract('cli_acme', 'con_acme_rack', 'S-3001', 'Rack B12, half', 'serverhousing', '2020-01-15'),
      contract('cli_acme', 'con_acme_web', 'H-4001', 'Company website', 'hosting', '2019-09-01'),
      contract('cli_acme', 'con_acme_dns', 'D-5001', 'Name servers', 'dns', '2019-09-01'),
      contract('cli_globex', 'con_globex_voip', 'V-2101', 'Telefonní ústředna', 'voip', '2022-02-01'),
      contract('cli_globex', 'con_globex_web', 'H-4101', 'Webhosting', 'hosting', '2022-02-01'),
    ])
    .execute();
}
