import { plural } from '../../i18n/catalogue.js';

export default {
  ticketNumber: (number: string) => `التذكرة ${number}`,
  mergedInto: (number: string) => `دُمجت هذه التذكرة في التذكرة ${number}، وتُتابَع هناك.`,
  openedBy: 'فتحها',
  expectation: 'موعد الرد',
  conversation: 'المحادثة',
  ofCompany: 'الدعم',
  quoted: 'النص المقتبس',
  files: 'الملفات',
  leftOut: 'لم تؤخذ من الرسالة بسبب نوعها أو حجمها أو عددها:',
  downloadFile: (name: string) => `تنزيل ${name}`,
  showEarlier: (count: number) =>
    plural('ar', count, {
      zero: 'لا توجد رسائل أقدم',
      one: 'عرض رسالة أقدم واحدة',
      two: 'عرض رسالتين أقدم',
      few: 'عرض # رسائل أقدم',
      many: 'عرض # رسالة أقدم',
      other: 'عرض # رسالة أقدم',
    }),
  newAnswer: (name: string) => `رسالة جديدة من ${name}`,
  answered: 'أُرسل ردك.',
  'event-closed': (name: string, _text: string) => `أغلق ${name} التذكرة`,
  'event-reopened': (name: string, _text: string) => `أعاد ${name} فتح التذكرة`,
  'event-merged': (name: string, text: string) => `دمج ${name} التذكرة ${text} هنا`,
  'event-copied': (name: string, text: string) => `أضاف ${name} نسخة إلى ${text}`,
  yes: 'نعم',
  no: 'لا',
};
