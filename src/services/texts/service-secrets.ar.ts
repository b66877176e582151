import { plural } from '../../i18n/catalogue.js';

export default {
  secrets: 'بيانات الوصول',
  secretsText: 'لا تُعرض إلا عند طلبها، ويُسجَّل اسم من عُرضت عليه.',
  'secret-initial-password': 'كلمة المرور الأولى',
  'secret-licence-key': 'مفتاح الترخيص',
  'secret-pin': 'رمز PIN',
  'secret-transfer-code': 'رمز النقل',
  reveal: 'عرض',
  revealNamed: (secret: string) => `عرض: \u2068${secret}\u2069`,
  revealing: 'جارٍ الطلب…',
  hide: 'إخفاء',
  copy: 'نسخ',
  copied: 'تم النسخ.',
  notCopied: 'تعذّر النسخ. يُرجى تحديد النص.',
  hiddenAgain: (seconds: number) =>
    plural('ar', seconds, {
      zero: 'يُخفى الآن.',
      one: 'يُخفى مجددًا بعد ثانية واحدة.',
      two: 'يُخفى مجددًا بعد ثانيتين.',
      few: 'يُخفى مجددًا بعد # ثوانٍ.',
      many: 'يُخفى مجددًا بعد # ثانية.',
      other: 'يُخفى مجددًا بعد # ثانية.',
    }),
  lastRevealed: (person: string, time: string) => `آخر عرض: \u2068${person}\u2069، ${time}`,
  neverRevealed: 'لم تُعرض على أحد بعد',
};
