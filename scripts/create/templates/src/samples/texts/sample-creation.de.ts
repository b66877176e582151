export default {
  mayNot: 'Sie können dies ansehen, aber nicht ändern.',
  saved: 'Gespeichert.',
  send: 'Speichern',
  sampleName: 'Name',
  sampleText: 'Text',
  sampleEnum: 'Größe',
  'sampleEnum-sampleValue': 'Klein',
  'sampleEnum-large': 'Groß',
  sampleNumber: 'Anzahl',
  sampleDay: 'Tag',
  sampleInstant: 'Geändert',
  sampleFlag: 'Aktiv',
};
