export default {
  showTable: 'عرض كجدول',
  showChart: 'عرض كمخطط',
  savePicture: 'حفظ الصورة',
  unavailable: 'تعذّر تحميل المخطط، ولذلك تُعرض قيمه هنا في جدول.',
};
