export default {
  ticketSearch: 'Ticketsuche',
  words: 'Wörter, Nummer oder Dateiname',
  search: 'Suchen',
  author: 'Geschrieben von',
  file: 'Datei',
  numbered: (number: string, subject: string) => `Ticket ${number}: ${subject}`,
  noTickets: 'Noch keine Tickets, in denen sich etwas finden ließe.',
};
