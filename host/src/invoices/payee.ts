import { qrReference } from '../bank-transfers/swiss-qr.js';
import { isQrIban } from '../bank-transfers/iban.js';
import type { InvoiceTable, Payee } from './tables.js';
import { company } from '../company.js';

/** The payee of a bank transfer for the invoice, and the account: as an imported invoice says, else the company; nobody for another's invoice that does not say. */
export function payeeOf({
  payee,
  seller,
  currency,
  number,
}: Pick<InvoiceTable, 'payee' | 'seller' | 'currency' | 'number'>): Payee | undefined {
  if (payee) return payee;
  if (seller.name !== company.name) return undefined;
  const { iban, bic } = company.accounts[currency] ?? company.accounts['EUR']!;
  const { street, postalCode, town, country } = company;
  return {
    name: company.name,
    address: { street, postalCode, town, country },
    accounts: [{ iban, bic }],
    reference: isQrIban(iban) ? qrReference(number) : null,
  };
}
