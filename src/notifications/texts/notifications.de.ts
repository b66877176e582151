import { plural } from '../../i18n/catalogue.js';

export default {
  notifications: 'Wer welche Nachrichten bekommt',
  person: 'Person',
  you: 'Sie',
  invoice: 'Neue Rechnungen',
  receipt: 'Zahlungsbelege',
  overdue: 'Mahnungen',
  renewal: 'Verlängerungen',
  maintenance: 'Wartung',
  support: 'Support',
  abuse: 'Missbrauchsmeldungen',
  'channel-email': 'E-Mail',
  'channel-sms': 'SMS',
  'channel-push': 'Push',
  cell: (category: string, channel: string, person: string) => `${category} per ${channel} für ${person}`,
  always: 'Immer',
  never: 'Nicht erlaubt',
  locked: 'Fest',
  yes: 'Ja',
  no: 'Nein',
  'reason-legal': 'Immer: Diese müssen die Inhaber des Kontos erreichen.',
  'reason-not-permitted': 'Nicht erlaubt: Die Person darf keine Abrechnungs-E-Mails bekommen. Wer Personen verwaltet, kann das erlauben.',
  readOnly: 'Sie können diese Einstellungen sehen, aber nicht ändern.',
  changed: (count: number) =>
    plural('de', count, { one: '# Änderung ist noch nicht gespeichert.', other: '# Änderungen sind noch nicht gespeichert.' }),
  discard: 'Verwerfen',
  discarded: 'Die Änderungen sind verworfen.',
  saved: 'Gespeichert.',
  stale:
    'Jemand anderes hat diese Einstellungen inzwischen geändert. Ihre Änderungen sind noch markiert; bitte sehen Sie sie durch und speichern Sie noch einmal.',
  empty: 'Hier gibt es noch nichts auszuwählen.',
};
