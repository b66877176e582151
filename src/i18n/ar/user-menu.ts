export default {
  signIn: 'تسجيل الدخول',
  signOut: 'تسجيل الخروج',
  'change-password': 'تغيير كلمة المرور',
  security: 'الأمان',
  profile: 'الملف الشخصي',
  switchClient: 'تبديل العميل',
  unsavedSwitch: 'في هذه الصفحة تغييرات غير محفوظة، وستُفقد.',
  switchAnyway: (client: string) => `التبديل إلى ${client} على أي حال`,
};
