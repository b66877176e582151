import type { MailTexts } from '../template.js';

const unasked = 'إذا لم تطلب ذلك، فيمكنك تجاهل هذه الرسالة.';
const attached = 'تجده مرفقًا كملف PDF.';
const choose = 'يمكنك اختيار الرسائل التي تصلك من هذا النوع في بوابة العملاء ضمن الإشعارات.';
const chooseSupport = 'يمكنك اختيار ما تريد تلقيه من هذه الرسائل في بوابة العملاء ضمن تفضيلات الدعم.';

const texts: MailTexts = {
  greeting: (name) => (name ? `مرحبًا \u2068${name}\u2069،` : 'مرحبًا،'),
  shortCode: 'أو أدخل هذا الرمز حيث تطلبه الصفحة:',
  orOpen: 'إذا لم يعمل الزر، فافتح هذا العنوان:',
  redacted: 'كان الرابط والرمز في الرسالة نفسها فقط، ولا يُحتفظ بهما.',
  answerAbove: 'يرجى كتابة ردك فوق هذا السطر',
  canBeAnswered: 'يمكنك أيضًا الرد مباشرة على هذه الرسالة.',
  signature: 'أُرسلت هذه الرسالة من بوابة العملاء. يُرجى عدم تمريرها إلى أحد.',
  ticketLines: {
    new: (by) => `فتحها ${by}`,
    reply: (by) => `رد ${by}`,
    close: (by) => `أغلقها ${by}`,
  },
  letters: {
    account: {
      subject: () => 'حسابك في بوابة العملاء',
      paragraphs: ({ client }) => [
        `عيّن كلمة مرور من خلال الرابط أدناه، فيصبح حسابك لدى \u2068${client}\u2069 جاهزًا. يعمل الرابط مرة واحدة خلال ساعة.`,
        unasked,
      ],
      button: 'تعيين كلمة مرور',
    },
    'account-exists': {
      subject: () => 'لديك حساب بالفعل',
      paragraphs: () => [
        'طلبت حسابًا في بوابة العملاء. يوجد حساب لهذا العنوان بالفعل: يُرجى تسجيل الدخول به. إذا نسيت كلمة المرور، يمكنك تعيين كلمة مرور جديدة هناك.',
        unasked,
      ],
      button: 'تسجيل الدخول',
    },
    'password-reset': {
      subject: () => 'كلمة مرور جديدة لبوابة العملاء',
      paragraphs: () => ['عيّن كلمة مرور جديدة من خلال الرابط أدناه. يعمل الرابط مرة واحدة خلال ساعة.', unasked],
      button: 'تعيين كلمة مرور جديدة',
    },
    'password-elsewhere': {
      subject: () => 'تُدار كلمة مرورك في مكان آخر',
      paragraphs: () => [
        'طلبت كلمة مرور جديدة لبوابة العملاء. تسجّل الدخول إلى البوابة بحساب يُدار في مكان آخر، ويُرجى تغيير كلمة مرورك هناك.',
        unasked,
      ],
      button: 'فتح الحساب',
    },
    invitation: {
      subject: ({ client }) => `دعوة إلى بوابة العملاء: \u2068${client}\u2069`,
      paragraphs: ({ by, client }) => [
        `وصلتك من \u2068${by}\u2069 دعوة إلى بوابة العملاء، حيث يمكنك متابعة خدمات \u2068${client}\u2069.`,
        'عيّن كلمة مرور من خلال الرابط أدناه، فيصبح حسابك جاهزًا. يعمل الرابط مرة واحدة خلال سبعة أيام.',
      ],
      button: 'قبول الدعوة',
    },
    'invitation-sign-in': {
      subject: ({ client }) => `دعوة إلى بوابة العملاء: \u2068${client}\u2069`,
      paragraphs: ({ by, client }) => [
        `وصلتك من \u2068${by}\u2069 دعوة إلى متابعة خدمات \u2068${client}\u2069 في بوابة العملاء.`,
        `لديك حساب بالفعل: سجّل الدخول خلال سبعة أيام، وعندها يمكنك اختيار \u2068${client}\u2069 تحت اسمك.`,
      ],
      button: 'تسجيل الدخول',
    },
    'password-changed': {
      subject: () => 'تم تغيير كلمة مرورك',
      paragraphs: () => [
        'تم للتو تغيير كلمة مرور حسابك في بوابة العملاء.',
        'إذا لم تكن أنت من فعل ذلك، فيُرجى تعيين كلمة مرور جديدة فورًا وإبلاغنا.',
      ],
      button: 'تسجيل الدخول',
    },
    'second-factor-off': {
      subject: () => 'تم إيقاف العامل الثاني لديك',
      paragraphs: ({ by }) => [
        `تم إيقاف العامل الثاني لحسابك في بوابة العملاء من قِبل \u2068${by}\u2069. من الآن تكفي كلمة المرور لتسجيل الدخول.`,
        'يمكنك إعداد عامل ثانٍ جديد بعد تسجيل الدخول. إذا لم تتوقع ذلك، فيُرجى إبلاغنا.',
      ],
      button: 'تسجيل الدخول',
    },
    'email-changed': {
      subject: () => 'تم تغيير عنوان بريدك الإلكتروني',
      paragraphs: ({ by, email }) => [
        `تم تغيير عنوان البريد الإلكتروني لحسابك في بوابة العملاء إلى \u2068${email}\u2069 من قِبل \u2068${by}\u2069. من الآن تسجّل الدخول بهذا العنوان.`,
        'إذا لم تتوقع ذلك، فيُرجى إبلاغنا.',
      ],
    },
    review: {
      subject: ({ contractNumber }) => `طلب حساب: العقد \u2068${contractNumber}\u2069`,
      paragraphs: ({ email, contractNumber, client, name }) => [
        `طلب شخص عنوانه \u2068${email}\u2069 حسابًا لدى \u2068${client}\u2069، العقد \u2068${contractNumber}\u2069.`,
        name
          ? `جهة الاتصال \u2068${name}\u2069 موسومة للمراجعة، لذلك لا يمكن إعداد الحساب بعد.`
          : 'لا ينتمي هذا العنوان إلى أي جهة اتصال لهذا العميل، أو ينتمي إلى جهة معطّلة أو سُحبت دعوتها. لم يُرسل إليه شيء.',
        'إذا كان الشخص تابعًا للعميل، فأضف جهة الاتصال أو أزل علامة المراجعة عنها؛ وبعدها يمكن تقديم الطلب من جديد.',
      ],
    },
    invoice: {
      subject: ({ number }) => `الفاتورة \u2068${number}\u2069`,
      paragraphs: ({ number, client, amount, open, dueOn, file }) => [
        `صدرت الفاتورة \u2068${number}\u2069 للعميل \u2068${client}\u2069 بمبلغ \u2068${amount}\u2069.`,
        ...(open
          ? [dueOn ? `يُرجى دفع \u2068${open}\u2069 حتى \u2068${dueOn}\u2069.` : `المبلغ المتبقي للدفع: \u2068${open}\u2069.`]
          : ['لا يوجد ما يُدفع.']),
        ...(file ? [attached] : []),
        choose,
      ],
      button: 'عرض الفاتورة',
    },
    'credit-note': {
      subject: ({ number }) => `الإشعار الدائن \u2068${number}\u2069`,
      paragraphs: ({ number, client, amount, file }) => [
        `صدر الإشعار الدائن \u2068${number}\u2069 للعميل \u2068${client}\u2069 بمبلغ \u2068${amount}\u2069.`,
        ...(file ? [attached] : []),
        choose,
      ],
      button: 'عرض الإشعار الدائن',
    },
    receipt: {
      subject: ({ amount }) => `تم استلام الدفعة: \u2068${amount}\u2069`,
      paragraphs: ({ number, client, amount, method }) => [
        `استلمنا دفعة للعميل \u2068${client}\u2069 بمبلغ \u2068${amount}\u2069. شكرًا لك.`,
        `الفواتير: \u2068${number}\u2069.`,
        ...(method ? [`طريقة الدفع: \u2068${method}\u2069.`] : []),
        choose,
      ],
      button: 'عرض الفاتورة',
    },
    overdue: {
      subject: ({ number }) => `تذكير: الفاتورة \u2068${number}\u2069 متأخرة`,
      paragraphs: ({ number, client, open, dueOn, file }) => [
        `استحقت الفاتورة \u2068${number}\u2069 للعميل \u2068${client}\u2069 في \u2068${dueOn}\u2069، ولم يصلنا بعد مبلغ \u2068${open}\u2069.`,
        'يُرجى دفعها الآن. إذا كانت دفعتك في الطريق، فلا حاجة إلى أي إجراء.',
        ...(file ? [attached] : []),
      ],
      button: 'عرض الفاتورة',
    },
    'overdue-again': {
      subject: ({ number }) => `تذكير ثانٍ: الفاتورة \u2068${number}\u2069 ما زالت متأخرة`,
      paragraphs: ({ number, client, open, dueOn, file }) => [
        `سبق أن ذكّرناك: استحقت الفاتورة \u2068${number}\u2069 للعميل \u2068${client}\u2069 في \u2068${dueOn}\u2069، وما زال مبلغ \u2068${open}\u2069 غير مدفوع.`,
        'يُرجى دفعها الآن، أو إبلاغنا إن كان فيها خطأ، حتى لا تتوقف خدماتك.',
        ...(file ? [attached] : []),
      ],
      button: 'عرض الفاتورة',
    },
    statement: {
      subject: ({ client, period }) => `كشف حساب ${client}، ${period}`,
      paragraphs: ({ client, period, amount }) => [
        `كشف حساب ${client} عن ${period} جاهز. الرصيد في نهاية الشهر: ${amount}.`,
        'تجده مرفقًا كملف PDF لكل عملة.',
        choose,
      ],
      button: 'عرض دفتر الحساب',
    },
    'ticket-post': {
      subject: ({ number, subject }) => `التذكرة ${number}: \u2068${subject}\u2069`,
      paragraphs: ({ by, number, subject }) => [`كتب \u2068${by}\u2069 في التذكرة ${number} «\u2068${subject}\u2069»:`],
      after: ({ file }) => (file ? [`الملفات في البوابة: \u2068${file}\u2069`] : []),
      button: 'عرض التذكرة',
    },
    'ticket-closed': {
      subject: ({ number }) => `لم تُضف رسالتك إلى التذكرة ${number}`,
      paragraphs: ({ number, subject }) => [
        `لم تُضف رسالتك إلى التذكرة ${number} «\u2068${subject}\u2069»، فقد أُغلقت منذ مدة طويلة ولا يمكن فتحها مجددًا.`,
        'يرجى فتح تذكرة جديدة مع ذكر رقم التذكرة القديمة. لقد احتفظنا برسالتك.',
      ],
      button: 'فتح تذكرة',
    },
    'ticket-new': {
      subject: ({ number, subject }) => `فُتحت التذكرة ${number}: ${subject}`,
      paragraphs: ({ by, number, subject }) => [
        `فتح ${by} التذكرة ${number} «${subject}».`,
        'تصل الردود بالبريد الإلكتروني أيضًا.',
        chooseSupport,
      ],
      button: 'عرض التذكرة',
    },
    'ticket-over': {
      subject: ({ number, subject }) => `أُغلقت التذكرة ${number}: ${subject}`,
      paragraphs: ({ by, number, subject }) => [
        `أغلق ${by} التذكرة ${number} «${subject}».`,
        'إذا بقي شيء يجب عمله، يمكن إعادة فتحها في البوابة.',
        chooseSupport,
      ],
      button: 'عرض التذكرة',
    },
    'ticket-digest': {
      subject: () => 'ما حدث في تذاكرك',
      paragraphs: () => ['حدث ما يلي منذ آخر رسالة:'],
      after: () => [chooseSupport],
      button: 'عرض التذاكر',
    },
  },
};

export default texts;
