/** The database has the table of the templates too. */
import type { SampleTables } from './tables-samples.js';

declare module '../../../../../../host/src/database/tables.js' {
  interface Database extends SampleTables {}
}
