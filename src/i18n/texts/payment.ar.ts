import { plural } from '../catalogue.js';

export default {
  oneCurrency: 'لا يمكن دفع فواتير معًا إلا إذا كانت بالعملة نفسها.',
  amount: 'المبلغ',
  pay: 'دفع',
  payAmount: (amount: string) => `دفع ${amount}`,
  mayNotPay: 'يمكنك هنا قراءة الفواتير دون دفعها.',
  nothingToPay: 'لم يعد في هذه الفواتير ما يُدفع.',
  notPayable: 'لم يعد دفعها ممكنًا، ولذلك استُبعدت.',
  dueOn: (day: string) => `تستحق في ${day}`,
  amountIn: (currency: string) => `المبلغ بعملة ${currency}`,
  openAmount: (amount: string) => `المتبقي: ${amount}`,
  toPay: 'المطلوب دفعه',
  howToPay: 'بيانات الدفع',
  noFields: 'الدفع عبر الإنترنت غير متاح هنا حاليًا. يُرجى التواصل معنا.',
  fieldsFailed: 'تعذّر استخدام بيانات الدفع. يُرجى التحقق منها.',
  notAmount: (example: string) => `يُرجى إدخال مبلغ مثل ${example}.`,
  tooManyDecimals: (count: number) =>
    plural('ar', count, {
      zero: 'لا منازل عشرية لهذه العملة.',
      one: 'منزلة عشرية واحدة على الأكثر.',
      two: 'منزلتان عشريتان على الأكثر.',
      few: '# منازل عشرية على الأكثر.',
      many: '# منزلة عشرية على الأكثر.',
      other: '# منزلة عشرية على الأكثر.',
    }),
  notPositive: 'يُرجى إدخال مبلغ أكبر من الصفر.',
  moreThanOpen: (amount: string) => `المتبقي هو ${amount} فقط.`,
  notCharged: 'لم يُخصم أي مبلغ. يمكنك المحاولة مرة أخرى، ولو ببيانات أخرى.',
  received: 'شكرًا لك. لقد استلمنا دفعتك.',
  underWay: 'شكرًا لك. دفعتك قيد التنفيذ.',
  underWayNext: 'لا يلزمك فعل أي شيء آخر. ستظهر الفاتورة مدفوعة فور وصول المبلغ.',
};
