import { isPositive } from '../http/money.js';

const statusLabels: Record<string, string> = {
  available: 'Available',
  'partly-used': 'Partly used',
  used: 'Used',
  expired: 'Expired',
  void: 'Void',
};

const typeLabels: Record<string, string> = {
  prepayment: 'Prepayment',
  goodwill: 'Goodwill',
  refund: 'Refund',
  'credit-note': 'Credit note',
};

/** The company's word for the status of a credit. */
export const creditStatusLabel = (status: string) => statusLabels[status] ?? status;

/** The company's word for the type of a credit. */
export const creditTypeLabel = (type: string) => typeLabels[type] ?? type;

/** The status a client sees: what the company decided, else what follows from the amounts. */
export function creditStatus({ state, used, remaining }: { state: string; used: string; remaining: string }): string {
  if (state !== 'active') return state;
  if (!isPositive(remaining)) return 'used';
  return isPositive(used) ? 'partly-used' : 'available';
}
