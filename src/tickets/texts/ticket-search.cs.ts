export default {
  ticketSearch: 'Hledání v požadavcích',
  words: 'Slova, číslo nebo název souboru',
  search: 'Hledat',
  author: 'Napsal(a)',
  file: 'Soubor',
  numbered: (number: string, subject: string) => `Požadavek ${number}: ${subject}`,
  noTickets: 'Zatím tu nejsou žádné požadavky, ve kterých by se dalo hledat.',
};
