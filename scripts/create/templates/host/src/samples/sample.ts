import type { Selectable } from 'kysely';
import type { components } from 'portal-elements/contract';
import type { SampleTable } from './tables.js';
import type { CsvColumn } from '../http/files/csv.js';
import { etagOf } from '../http/etag.js';
import { searchText } from '../http/search.js';

type Sample = components['schemas']['Sample'];
export type SampleRow = Selectable<SampleTable>;

// each field
/** The label of each value. */
const sampleChoiceLabels: Readonly<Record<string, string>> = { sampleExample: 'Sample example' };
// end

/** A record as the contract has it. */
export function describeSample(row: SampleRow): Sample {
  return {
    id: row.id,
    // if versioned
    etag: etagOf(row),
    // end
    // each field
    sampleName: row.sample_name,
    sampleText: row.sample_text,
    sampleChoice: row.sample_choice,
    sampleChoiceLabel: sampleChoiceLabels[row.sample_choice] ?? row.sample_choice,
    sampleEnum: row.sample_enum,
    sampleMoney:
      row.sample_money_amount === null || row.sample_money_currency === null
        ? null
        : { amount: row.sample_money_amount, currency: row.sample_money_currency },
    sampleNumber: row.sample_number,
    sampleDay: row.sample_day,
    sampleInstant: row.sample_instant.toISOString(),
    sampleFlag: row.sample_flag,
    sampleList: row.sample_list ?? undefined,
    // end
  };
}

/** The columns of the file. */
export const sampleColumns: CsvColumn<SampleRow>[] = [
  // each field
  { title: 'Sample name', value: (row) => row.sample_name },
  { title: 'Sample text', value: (row) => row.sample_text },
  { title: 'Sample choice', value: (row) => sampleChoiceLabels[row.sample_choice] ?? row.sample_choice },
  { title: 'Sample enum', value: (row) => row.sample_enum },
  { title: 'Sample money', kind: 'number', value: (row) => row.sample_money_amount },
  { title: 'Sample money, currency', value: (row) => row.sample_money_currency },
  { title: 'Sample number', kind: 'number', value: (row) => row.sample_number },
  { title: 'Sample day', value: (row) => row.sample_day },
  { title: 'Sample instant', value: (row) => row.sample_instant?.toISOString() },
  { title: 'Sample flag', value: (row) => (row.sample_flag ? 'yes' : 'no') },
  // end
];

/** The texts that `q` searches. */
export interface SampleTexts {
  // each field
  sample_name?: string | null | undefined;
  sample_text?: string | null | undefined;
  // end
}

/** The text that `q` searches. */
export const sampleSearchText = (row: SampleTexts): string =>
  searchText([
    // each field
    row.sample_name,
    row.sample_text,
    // end
  ]);
