import type { Payee } from '../invoices/tables.js';
import type { Money } from '../http/money.js';
import { epcCode } from './epc.js';
import { readIban } from './iban.js';
import { spaydCode } from './spayd.js';
import { swissCode } from './swiss-qr.js';
import type { BankTransfer, Transfer, TransferCode } from './transfer.js';

const schemes: readonly ((transfer: Transfer) => TransferCode | undefined)[] = [swissCode, spaydCode, epcCode];

/** Bank transfers of the amount to the payee's accounts: one for each account that a scheme of QR codes fits, in its currency. */
export function bankTransfers(payee: Payee | undefined, amount: Money, number: string): BankTransfer[] {
  if (!payee) return [];
  return payee.accounts.flatMap(({ iban: written, bic }): BankTransfer[] => {
    const iban = readIban(written);
    if (iban === undefined) return [];
    const transfer: Transfer = { payee, iban, bic, amount, reference: payee.reference ?? number };
    for (const scheme of schemes) {
      const code = scheme(transfer);
      if (code) return [{ ...code, iban, bic, recipient: payee.name, amount }];
    }
    return [];
  });
}
