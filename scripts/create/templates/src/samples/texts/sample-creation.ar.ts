export default {
  mayNot: 'يمكنك عرض هذا، لكن لا يمكنك تغييره.',
  saved: 'تم الحفظ.',
  send: 'حفظ',
  sampleName: 'الاسم',
  sampleText: 'النص',
  sampleEnum: 'الحجم',
  'sampleEnum-sampleValue': 'صغير',
  'sampleEnum-large': 'كبير',
  sampleNumber: 'العدد',
  sampleDay: 'اليوم',
  sampleInstant: 'تاريخ التغيير',
  sampleFlag: 'نشط',
};
