export default {
  signIn: 'تسجيل الدخول',
  signOut: 'تسجيل الخروج',
  'change-password': 'تغيير كلمة المرور',
  security: 'الأمان',
  profile: 'الملف الشخصي',
  switchClient: 'تبديل العميل',
  unsavedSwitch: 'ستُفقد التغييرات غير المحفوظة في هذه الصفحة.',
  switchAnyway: (client: string) => `التبديل إلى \u2068${client}\u2069 على أي حال`,
  noWarning: 'لن يظهر لك تنبيه قبل انتهاء جلستك.',
};
