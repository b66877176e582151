export default {
  scan: 'Scan the code with your banking app, or copy the details.',
  transfer: 'Transfer the amount with these details.',
  recipient: 'Recipient',
  amount: 'Amount',
  'reference-text': 'Reference',
  'reference-variable-symbol': 'Variable symbol',
  'reference-qr-reference': 'Reference (QR reference)',
  'reference-creditor-reference': 'Reference (creditor reference)',
  'scheme-epc': 'SEPA QR code (EPC)',
  'scheme-spayd': 'QR Platba',
  'scheme-swiss-qr': 'Swiss QR code',
  codeLabel: (scheme: string, amount: string, recipient: string) =>
    `${scheme}: ${amount} to \u2068${recipient}\u2069. The details stand beside it.`,
  copy: 'Copy',
  copyWhat: (name: string) => `Copy: ${name}`,
  copied: (name: string) => `Copied: ${name}`,
  notCopied: 'Copying is not allowed here; please select the text.',
};
