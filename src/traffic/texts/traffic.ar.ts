import { plural } from '../../i18n/catalogue.js';

export default {
  traffic: 'حركة البيانات',
  byAddress: 'حركة البيانات حسب العنوان',
  address: 'العنوان',
  label: 'التسمية',
  in: 'وارد',
  out: 'صادر',
  sum: 'وارد وصادر',
  share: 'النسبة',
  unattributed: 'غير منسوب إلى أي عنوان',
  unattributedMore: 'احتُسب عند المنفذ دون أن يخص أيًّا من عناوينك: بروتوكولات أخرى، أو اتصالات أقصر من أن تُرصد.',
  unattributedLess: 'احتُسب للعناوين دون أن يمر بالمنفذ: حركة داخل شبكتنا.',
  addresses: (count: number) =>
    plural('ar', count, {
      zero: 'لا عناوين',
      one: 'عنوان واحد',
      two: 'عنوانان',
      few: '# عناوين',
      many: '# عنوانًا',
      other: '# عنوان',
    }),
  total: 'العقد كله',
  noAddresses: 'لم يُحتسب شيء لأي عنوان من عناوين هذا العقد في هذه الفترة بعد.',
  noContracts: 'ليس لديك عقد يمكن عرض حركة بياناته هنا.',
  contractMissing: 'لا تحدد هذه الصفحة العقد المطلوب عرض حركة بياناته: ينقص العنصر contract-id.',
  notMeasured: 'لا تُقاس حركة البيانات لهذا العقد، أو أنه ليس من عقودك.',
};
