import type { Generated } from 'kysely';

/** A file that somebody has uploaded. */
export interface UploadTable {
  id: string;
  client_id: string;
  /** The person who uploaded it; nobody where the company did. */
  person_id: string | null;
  /** The purpose it was uploaded for; it can belong to a record of this kind only. */
  purpose: string;
  /** Id of the record it belongs to; without one it is deleted after a day. */
  subject: string | null;
  name: string;
  /** By its content. */
  media_type: string;
  size: number;
  sha256: string;
  content: Uint8Array;
  uploaded_at: Generated<Date>;
}

export interface UploadTables {
  uploads: UploadTable;
}
