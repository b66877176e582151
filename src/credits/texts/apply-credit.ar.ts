import { plural } from '../../i18n/catalogue.js';

export default {
  useCredit: 'استخدام رصيد دائن',
  credit: 'الرصيد',
  remainingOf: (reason: string, remaining: string) => `${reason}: ${remaining}`,
  left: 'المتبقي من الرصيد',
  toUse: 'المطلوب استخدامه',
  leftAfter: 'المتبقي بعد ذلك',
  useAmount: (amount: string) => `استخدام ${amount}`,
  use: 'استخدام',
  mayNotUse: 'يمكنك هنا رؤية الأرصدة دون استخدامها.',
  noInvoices: 'لا توجد حاليًا فاتورة بهذه العملة يمكن دفعها.',
  noCredit: 'لم يبقَ رصيد يمكن استخدامه هنا.',
  firstDue: (count: number) =>
    plural('ar', count, {
      zero: 'لا تُعرض أي فاتورة.',
      one: 'تُعرض الفاتورة الأقرب استحقاقًا.',
      two: 'تُعرض الفاتورتان الأقرب استحقاقًا.',
      few: 'تُعرض # فواتير هي الأقرب استحقاقًا.',
      many: 'تُعرض # فاتورة هي الأقرب استحقاقًا.',
      other: 'تُعرض # فاتورة هي الأقرب استحقاقًا.',
    }),
  leaveEmpty: 'اترك الحقل فارغًا لاستبعاد فاتورته.',
  nothingTyped: 'يُرجى إدخال مبلغ لفاتورة واحدة على الأقل.',
  moreThanLeft: (amount: string) => `المتبقي من الرصيد هو ${amount} فقط.`,
  done: (amount: string, left: string) => `استُخدم من الرصيد ${amount}. المتبقي ${left}.`,
  usedUp: (amount: string) => `استُخدم من الرصيد ${amount}، وبذلك استُنفد.`,
};
