import { calculateQRReferenceChecksum, isQRReferenceValid, isSCORReferenceValid } from 'swissqrbill/utils';
import { isQrIban } from './iban.js';
import { isTransferable, oneLine, type Transfer, type TransferCode } from './transfer.js';

/**
 * A transfer to a Swiss or Liechtenstein account as the Swiss QR code has it (Swiss Implementation Guidelines QR-bill, version 0200,
 * structured address); undefined where this is none. A QR-IBAN needs a QR reference.
 */
export function swissCode({ payee, iban, amount, reference }: Transfer): TransferCode | undefined {
  const { address } = payee;
  if (!/^(CHF|EUR)$/.test(amount.currency) || !isTransferable(amount) || !/^(CH|LI)/.test(iban) || !address) return undefined;
  const code = referenceCode(iban, reference);
  if (!code) return undefined;
  const { kind, type, structured, message } = code;
  const nobody = Array<string>(7).fill('');
  const payload = [
    'SPC',
    '0200',
    '1',
    iban,
    'S',
    swissText(payee.name, 70),
    swissText(address.street, 70),
    '',
    swissText(address.postalCode, 16),
    swissText(address.town, 35),
    address.country,
    ...nobody,
    amount.amount,
    amount.currency,
    ...nobody,
    type,
    structured,
    message,
    'EPD',
  ].join('\n');
  return { scheme: 'swiss-qr', payload, reference: structured || message, referenceKind: kind };
}

/** The QR reference that names an invoice: its digits and letters (A is 10, B is 11 and so on) and a check digit; null when it is too long. */
export function qrReference(number: string): string | null {
  const digits = number
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  if (digits.length === 0 || digits.length > 26) return null;
  const padded = digits.padStart(26, '0');
  return padded + calculateQRReferenceChecksum(padded);
}

interface ReferenceCode {
  kind: TransferCode['referenceKind'];
  type: 'QRR' | 'SCOR' | 'NON';
  structured: string;
  message: string;
}

function referenceCode(iban: string, reference: string): ReferenceCode | undefined {
  const structured = reference.replace(/\s/g, '').toUpperCase();
  if (isQrIban(iban)) return isQRReferenceValid(structured) ? { kind: 'qr-reference', type: 'QRR', structured, message: '' } : undefined;
  if (isSCORReferenceValid(structured)) return { kind: 'creditor-reference', type: 'SCOR', structured, message: '' };
  return { kind: 'text', type: 'NON', structured: '', message: swissText(reference, 140) };
}

/** In the characters that the Swiss code knows: Latin with its accents, and the euro sign. */
const swissText = (text: string, most: number) =>
  oneLine(text.normalize('NFC'), most)
    .replace(/[^\x20-\x7e\u00a0-\u017f\u0218-\u021b€]/gu, (letter) => letter.normalize('NFD').replace(/[^\x20-\x7e]/gu, '') || '.')
    .slice(0, most);
