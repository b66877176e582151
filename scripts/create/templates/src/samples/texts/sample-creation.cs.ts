export default {
  mayNot: 'Můžete to zobrazit, ale ne měnit.',
  saved: 'Uloženo.',
  send: 'Uložit',
  sampleName: 'Název',
  sampleText: 'Text',
  sampleEnum: 'Velikost',
  'sampleEnum-sampleValue': 'Malá',
  'sampleEnum-large': 'Velká',
  sampleNumber: 'Počet',
  sampleDay: 'Den',
  sampleInstant: 'Změněno',
  sampleFlag: 'Aktivní',
};
