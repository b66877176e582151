// Brings what each feature adds, wherever the tables are named.
import type {} from '../features.js';
import type { AccountTables } from './tables-accounts.js';
import type { UploadTables } from './tables-uploads.js';

/** Every table: those that all share, and those that each feature adds in its `tables.ts`. */
export interface Database extends AccountTables, UploadTables {}
