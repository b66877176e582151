export default {
  scan: 'Naskenujte kód v bankovní aplikaci, nebo si údaje zkopírujte.',
  transfer: 'Částku převeďte s těmito údaji.',
  recipient: 'Příjemce',
  amount: 'Částka',
  'reference-text': 'Zpráva pro příjemce',
  'reference-variable-symbol': 'Variabilní symbol',
  'reference-qr-reference': 'Reference (QR reference)',
  'reference-creditor-reference': 'Reference (reference věřitele)',
  'scheme-epc': 'QR kód pro platbu SEPA (EPC)',
  'scheme-spayd': 'QR Platba',
  'scheme-swiss-qr': 'Švýcarský QR kód',
  codeLabel: (scheme: string, amount: string, recipient: string) =>
    `${scheme}: ${amount}, příjemce \u2068${recipient}\u2069. Údaje jsou uvedeny vedle.`,
  copy: 'Kopírovat',
  copyWhat: (name: string) => `Kopírovat: ${name}`,
  copied: (name: string) => `Zkopírováno: ${name}`,
  notCopied: 'Kopírování zde není povoleno; označte prosím text.',
};
