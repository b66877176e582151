import { plural } from '../../i18n/catalogue.js';

export default {
  ticketNumber: (number: string) => `Ticket ${number}`,
  mergedInto: (number: string) => `This ticket has been merged into ticket ${number}. It goes on there.`,
  openedBy: 'Opened by',
  expectation: 'When we answer',
  conversation: 'Conversation',
  ofCompany: 'Support',
  quoted: 'Quoted text',
  files: 'Files',
  leftOut: 'Not taken from the mail, for their kind, size or number:',
  downloadFile: (name: string) => `Download ${name}`,
  showEarlier: (count: number) => plural('en', count, { one: 'Show # earlier post', other: 'Show # earlier posts' }),
  newAnswer: (name: string) => `New post by ${name}`,
  answered: 'Your answer has been sent.',
  'event-closed': (name: string, _text: string) => `${name} closed the ticket`,
  'event-reopened': (name: string, _text: string) => `${name} opened the ticket again`,
  'event-merged': (name: string, text: string) => `${name} merged ticket ${text} into this one`,
  'event-copied': (name: string, text: string) => `${name} put ${text} in copy`,
  yes: 'Yes',
  no: 'No',
};
