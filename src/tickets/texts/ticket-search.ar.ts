export default {
  ticketSearch: 'البحث في التذاكر',
  words: 'كلمات أو رقم أو اسم ملف',
  search: 'بحث',
  author: 'كتبها',
  file: 'ملف',
  numbered: (number: string, subject: string) => `التذكرة ${number}: ${subject}`,
  noTickets: 'لا توجد بعد تذاكر يمكن البحث فيها.',
};
