import { plural } from '../catalogue.js';

export default {
  choose: 'اختيار ملف',
  chooseSeveral: 'اختيار ملفات',
  drop: 'أو أفلته هنا',
  dropSeveral: 'أو أفلتها هنا',
  limits: (kinds: string, size: string, count: number) =>
    plural('ar', count, {
      zero: `\u2067${kinds}\u2069، حتى ${size}`,
      one: `\u2067${kinds}\u2069، حتى ${size}`,
      two: `\u2067${kinds}\u2069، ملفان كحد أقصى، كل منهما حتى ${size}`,
      few: `\u2067${kinds}\u2069، # ملفات كحد أقصى، كل منها حتى ${size}`,
      many: `\u2067${kinds}\u2069، # ملفًا كحد أقصى، كل منها حتى ${size}`,
      other: `\u2067${kinds}\u2069، # ملف كحد أقصى، كل منها حتى ${size}`,
    }),
  uploading: (name: string) => `جارٍ رفع \u2068${name}\u2069`,
  waiting: 'جارٍ الرفع…',
  uploaded: 'تم الرفع',
  uploadedFile: (name: string) => `تم رفع \u2068${name}\u2069.`,
  remove: 'إزالة',
  removeFile: (name: string) => `إزالة \u2068${name}\u2069`,
  retryFile: (name: string) => `رفع \u2068${name}\u2069 مرة أخرى`,
  'fault-kind': (kinds: string) => `غير مقبول: يُقبل \u2067${kinds}\u2069 فقط.`,
  'fault-size': (size: string) => `الملف كبير جدًا: الحد الأقصى ${size}.`,
  'fault-empty': 'هذا الملف فارغ.',
  'fault-count': (count: number) =>
    plural('ar', count, {
      zero: 'لا يُقبل أي ملف.',
      one: 'يُقبل ملف واحد فقط.',
      two: 'يُقبل ملفان فقط.',
      few: 'تُقبل # ملفات فقط.',
      many: 'يُقبل # ملفًا فقط.',
      other: 'يُقبل # ملف فقط.',
    }),
  'fault-content': 'لا يطابق محتواه النوع الذي يدل عليه اسمه.',
  'fault-many': 'لقد رفعت ملفات كثيرة دون استخدامها. يُرجى المحاولة غدًا.',
  required: 'يُرجى إضافة ملف.',
  stillSending: 'يُرجى الانتظار حتى يكتمل رفع جميع الملفات.',
  notSent: 'تعذّر رفع أحد الملفات. ارفعه مرة أخرى أو أزله.',
};
