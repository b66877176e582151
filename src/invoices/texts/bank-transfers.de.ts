export default {
  scan: 'Scannen Sie den Code mit Ihrer Banking-App oder kopieren Sie die Angaben.',
  transfer: 'Überweisen Sie den Betrag mit diesen Angaben.',
  recipient: 'Empfänger',
  amount: 'Betrag',
  'reference-text': 'Verwendungszweck',
  'reference-variable-symbol': 'Variables Symbol',
  'reference-qr-reference': 'Referenz (QR-Referenz)',
  'reference-creditor-reference': 'Referenz (Creditor Reference)',
  'scheme-epc': 'SEPA-QR-Code (GiroCode)',
  'scheme-spayd': 'QR Platba',
  'scheme-swiss-qr': 'Swiss QR Code',
  codeLabel: (scheme: string, amount: string, recipient: string) =>
    `${scheme}: ${amount} an \u2068${recipient}\u2069. Die Angaben stehen daneben.`,
  copy: 'Kopieren',
  copyWhat: (name: string) => `Kopieren: ${name}`,
  copied: (name: string) => `Kopiert: ${name}`,
  notCopied: 'Kopieren ist hier nicht erlaubt; bitte markieren Sie den Text.',
};
