export default {
  loading: 'جارٍ التحميل…',
  retry: 'إعادة المحاولة',
  none: '—',
  unlabelled: 'بلا اسم',
  partFailed: 'تعذّر تحميل هذا الجزء من الصفحة.',
  reloadPage: 'إعادة تحميل الصفحة',
};
