export default {
  ticketSearch: 'Ticket search',
  words: 'Words, number or file name',
  search: 'Search',
  author: 'Written by',
  file: 'File',
  numbered: (number: string, subject: string) => `Ticket ${number}: ${subject}`,
  noTickets: 'There are no tickets yet in which something could be found.',
};
