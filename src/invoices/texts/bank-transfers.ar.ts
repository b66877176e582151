export default {
  scan: 'امسح الرمز بتطبيق مصرفك، أو انسخ البيانات.',
  transfer: 'حوّل المبلغ بهذه البيانات.',
  recipient: 'المستفيد',
  amount: 'المبلغ',
  'reference-text': 'المرجع',
  'reference-variable-symbol': 'الرمز المتغيّر',
  'reference-qr-reference': 'المرجع (مرجع QR)',
  'reference-creditor-reference': 'المرجع (مرجع الدائن)',
  'scheme-epc': 'رمز QR لحوالات سيبا (EPC)',
  'scheme-spayd': 'رمز QR Platba',
  'scheme-swiss-qr': 'رمز QR السويسري',
  codeLabel: (scheme: string, amount: string, recipient: string) =>
    `${scheme}: ${amount} إلى \u2068${recipient}\u2069. البيانات مكتوبة بجانبه.`,
  copy: 'نسخ',
  copyWhat: (name: string) => `نسخ: ${name}`,
  copied: (name: string) => `تم النسخ: ${name}`,
  notCopied: 'النسخ غير مسموح هنا؛ يُرجى تحديد النص.',
};
