import type { components } from 'portal-elements/contract';
import { compareAmounts, currencyExponent, decimals, isPositive } from '../http/money.js';
import { notFound, Problem } from '../http/problem.js';
import { isPayable, type InvoiceState } from '../invoices/status.js';

export type Allocation = components['schemas']['NewPayment']['allocations'][number];

type PayableInvoice = InvoiceState & { id: string; currency: string };

/** Throws unless each allocation pays a part of what its invoice still owes, all in one currency. */
export function checkAllocations(allocations: readonly Allocation[], invoices: readonly PayableInvoice[]): void {
  const known = new Map(invoices.map((invoice) => [invoice.id, invoice]));
  if (allocations.some(({ invoiceId }) => !known.has(invoiceId))) throw notFound();

  const unpayable = allocations.flatMap(({ invoiceId }, index) =>
    isPayable(known.get(invoiceId)!)
      ? []
      : [{ pointer: `/allocations/${index}/invoiceId`, detail: 'This cannot be paid as it is.', code: 'not-payable' }],
  );
  if (unpayable.length > 0)
    throw new Problem(409, 'An invoice can no longer be paid like this', { type: 'not-payable', errors: unpayable });

  const errors = allocations.flatMap((allocation, index) => {
    if (allocations.findIndex(({ invoiceId }) => invoiceId === allocation.invoiceId) < index)
      return [{ pointer: `/allocations/${index}/invoiceId`, detail: 'This invoice is named twice.', code: 'named-twice' }];
    const fault = faultOf(allocation, known.get(allocation.invoiceId)!, allocations[0]!.amount.currency);
    return fault ? [{ pointer: `/allocations/${index}/amount`, ...fault }] : [];
  });
  if (errors.length > 0) throw new Problem(422, 'Some amounts need another look', { errors });
}

function faultOf(
  { amount: { amount, currency } }: Allocation,
  invoice: PayableInvoice,
  first: string,
): { detail: string; code: string } | undefined {
  if (currency !== invoice.currency) return { detail: `This invoice is in ${invoice.currency}.`, code: 'other-currency' };
  if (currency !== first) return { detail: 'A payment is in one currency.', code: 'several-currencies' };
  if (amount.length > 40 || decimals(amount) > currencyExponent(currency))
    return { detail: `Amounts in ${currency} have at most ${currencyExponent(currency)} decimals.`, code: 'too-many-decimals' };
  if (!isPositive(amount)) return { detail: 'The amount must be more than zero.', code: 'not-positive' };
  if (compareAmounts(amount, invoice.open) > 0) return { detail: `Only ${invoice.open} ${currency} are open.`, code: 'more-than-open' };
  return undefined;
}
