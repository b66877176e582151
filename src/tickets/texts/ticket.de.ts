import { plural } from '../../i18n/catalogue.js';

export default {
  ticketNumber: (number: string) => `Ticket ${number}`,
  mergedInto: (number: string) => `Dieses Ticket wurde mit Ticket ${number} zusammengeführt. Dort geht es weiter.`,
  openedBy: 'Eröffnet von',
  expectation: 'Wann wir antworten',
  conversation: 'Verlauf',
  ofCompany: 'Support',
  quoted: 'Zitierter Text',
  files: 'Dateien',
  leftOut: 'Aus der E-Mail nicht übernommen, wegen Art, Größe oder Anzahl:',
  downloadFile: (name: string) => `${name} herunterladen`,
  showEarlier: (count: number) => plural('de', count, { one: '# früheren Beitrag anzeigen', other: '# frühere Beiträge anzeigen' }),
  newAnswer: (name: string) => `Neuer Beitrag von ${name}`,
  answered: 'Ihre Antwort wurde gesendet.',
  'event-closed': (name: string, _text: string) => `${name} hat das Ticket geschlossen`,
  'event-reopened': (name: string, _text: string) => `${name} hat das Ticket wieder geöffnet`,
  'event-merged': (name: string, text: string) => `${name} hat Ticket ${text} hierher übernommen`,
  'event-copied': (name: string, text: string) => `${name} hat ${text} in Kopie gesetzt`,
  yes: 'Ja',
  no: 'Nein',
};
