export default {
  title: (subject: string) => `إلغاء اشتراك \u2068${subject}\u2069؟`,
  final: 'لا يمكن استئناف اشتراك بعد إلغائه.',
  goesOn: (subject: string) => `تستمر \u2068${subject}\u2069 نفسها، ويجب من الآن دفعها بطريقة أخرى.`,
  reason: 'السبب',
  reasonHint: 'ينقله PayPal ويعرضه مع الاشتراك.',
  tooLong: '128 حرفًا على الأكثر من فضلك.',
  keep: 'الإبقاء عليه',
  confirm: 'إلغاء الاشتراك',
  done: (subject: string) => `أُلغي اشتراك \u2068${subject}\u2069. يُرجى الدفع من الآن بطريقة أخرى.`,
  unreachable: 'يتعذر الوصول إلى PayPal حاليًا. لم يُلغَ شيء؛ يُرجى المحاولة لاحقًا.',
  notCancellable: 'هذا الاشتراك منتهٍ بالفعل.',
};
