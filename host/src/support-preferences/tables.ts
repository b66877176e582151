import type { JSONColumnType } from 'kysely';
import type { Preferences } from './preferences.js';

/** What somebody has chosen for tickets of one client. */
export interface SupportPreferenceTable {
  membership_id: string;
  /** What is not here is as usual. */
  choices: JSONColumnType<Partial<Preferences>, string | undefined, string>;
  /** Sealed by the host's secret box. */
  pin: string | null;
  pin_renewed_at: Date | null;
}

export interface SupportPreferenceTables {
  support_preferences: SupportPreferenceTable;
}

declare module '../database/tables.js' {
  interface Database extends SupportPreferenceTables {}
}
