import type { StatementTexts } from './texts.js';

/** No text has a number in it: they are written beside each other, for neither to turn the other round. */
const texts: StatementTexts = {
  title: 'كشف حساب',
  client: 'العميل',
  period: 'الفترة',
  until: (day) => `– ${day}`,
  since: (day) => `${day} –`,
  always: 'منذ البداية',
  currency: 'العملة',
  created: 'تاريخ الإصدار',
  opening: 'الرصيد الافتتاحي',
  closing: 'الرصيد الختامي',
  debit: 'مدين',
  credit: 'دائن',
  balance: 'الرصيد',
  date: 'التاريخ',
  entry: 'القيد',
  document: 'المستند',
  noEntries: 'لا توجد قيود في هذه الفترة.',
  note: 'الرصيد الموجب مستحق لنا، والرصيد السالب مستحق لكم.',
  ageing: 'الفواتير المفتوحة اليوم حسب أيام التأخر',
  notDue: 'غير مستحقة بعد',
  days: (days) => days,
  open: 'المفتوح',
  unused: 'رصيد غير مستخدم',
  page: (number) => String(number),
  types: {
    invoice: 'فاتورة',
    'credit-note': 'إشعار دائن',
    payment: 'دفعة',
    refund: 'استرداد',
    prepayment: 'دفعة مقدمة',
    cancellation: 'إلغاء',
    'credit-granted': 'رصيد ممنوح',
    'credit-used': 'رصيد مستخدم',
    'credit-expired': 'رصيد منتهي الصلاحية',
    'credit-void': 'رصيد ملغى',
  },
};

export default texts;
