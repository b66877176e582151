import type { components } from '../api/schema.js';

export type LedgerEntry = components['schemas']['LedgerEntry'];
export type LedgerDocument = components['schemas']['LedgerDocument'];
export type LedgerPage = components['schemas']['LedgerPage'];
export type LedgerSummary = components['schemas']['LedgerSummary'];
export type LedgerAgeing = components['schemas']['LedgerAgeing'];

/** Types of entries that have a name of their own. */
export const entryTypes = [
  'invoice', 'credit-note', 'payment', 'refund', 'prepayment', 'cancellation', 'credit-granted', 'credit-used', 'credit-expired', 'credit-void',
] as const; // prettier-ignore
