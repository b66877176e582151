import type { Readable } from 'node:stream';
import type { Kysely } from 'kysely';
import type { Database } from '../database/tables.js';

/** A file to read into the database for a client. */
export interface ImportFile {
  /** The kind of data in the file, such as `calls` or `invoices`. */
  kind: string;
  clientId: string;
  contractId?: string;
  /** The system that wrote the file, such as `freeswitch`; without it the file tells. */
  format?: string;
  /** The fields that the file's columns hold, as the command takes them. */
  columns?: string;
  /** The time zone of times without one; the client's by default. */
  timeZone?: string;
  /** The sampling rate of flows: one packet of so many was counted; without it the file tells. */
  sampling?: number;
  filename: string;
  content: Readable | Buffer;
}

export interface ImportProgress {
  imported: number;
  unchanged: number;
  skipped: number;
}

export interface ImportResult {
  imported: number;
  unchanged: number;
  skipped: { line: number; reason: string }[];
}

/** Reads a file into the database; what is there already stays unchanged, what cannot be read is skipped with a reason. */
export type ImportFunction = (
  database: Kysely<Database>,
  file: ImportFile,
  onProgress?: (progress: ImportProgress) => void,
) => Promise<ImportResult>;
