import { isTransferable, oneLine, type Transfer, type TransferCode } from './transfer.js';

/**
 * A transfer in crowns to a Czech or Slovak account as a Short Payment Descriptor 1.0, as the Czech Banking Association has it;
 * undefined where this is none. A reference of digits is the variable symbol.
 */
export function spaydCode({ payee, iban, bic, amount, reference }: Transfer): TransferCode | undefined {
  if (amount.currency !== 'CZK' || !isTransferable(amount) || !/^(CZ|SK)/.test(iban)) return undefined;
  const digits = reference.replace(/[-/. ]/g, '');
  const symbol = /^\d{1,10}$/.test(digits) ? digits : undefined;
  const message = oneLine(reference, 60);
  const fields = [
    ['ACC', bic === null ? iban : `${iban}+${bic}`],
    ['AM', amount.amount],
    ['CC', 'CZK'],
    ['RN', plain(payee.name, 35)],
    ...(symbol === undefined ? [] : [['X-VS', symbol]]),
    ['MSG', plain(message, 60)],
  ];
  return {
    scheme: 'spayd',
    payload: ['SPD', '1.0', ...fields.map(([name, value]) => `${name}:${value}`)].join('*'),
    reference: symbol ?? message,
    referenceKind: symbol === undefined ? 'text' : 'variable-symbol',
  };
}

/** Capitals without accents, which make a smaller code, with the separator and what else is no plain letter escaped. */
const plain = (text: string, most: number) =>
  oneLine(text.normalize('NFD').replace(/\p{M}/gu, ''), most)
    .toUpperCase()
    .replace(/[^0-9A-Z $+\-./:]/gu, encodeURIComponent)
    .replaceAll('*', '%2A');
