export default {
  copies: 'زملاء في النسخة',
  copiesHint: 'يمكنهم قراءة التذكرة والرد عليها.',
  addCopy: 'إضافة زميل…',
  copiesFull: 'لا يمكن إضافة المزيد',
  remove: 'إزالة',
  removeCopy: (name: string) => `إزالة ${name} من النسخة`,
};
