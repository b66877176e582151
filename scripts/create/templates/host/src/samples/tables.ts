import type { ColumnType, Generated } from 'kysely';
import type { components } from 'portal-elements/contract';

type Sample = components['schemas']['Sample'];

/** May be left out when a row is made. */
type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>;

export interface SampleTable {
  id: string;
  client_id: string;
  // if versioned
  version: Generated<number>;
  // end
  // each field
  sample_name: Generated<string>;
  sample_text: Optional<string>;
  sample_choice: Generated<string>;
  sample_enum: Generated<NonNullable<Sample['sampleEnum']>>;
  sample_money_amount: Optional<string>;
  sample_money_currency: Optional<string>;
  sample_number: Optional<number>;
  sample_day: Optional<string>;
  sample_instant: Generated<Date>;
  sample_flag: Generated<boolean>;
  /** JSON, as the contract has it. */
  sample_list: ColumnType<Sample['sampleList'], string | undefined, string>;
  // end
  /** The text that the search looks in, as made by `searchText`. */
  search_text: string;
}

/** The clients' samples. */
export interface SampleTables {
  samples: SampleTable;
}

declare module '../database/tables.js' {
  interface Database extends SampleTables {}
}
