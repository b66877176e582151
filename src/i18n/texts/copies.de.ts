export default {
  copies: 'Kollegen in Kopie',
  copiesHint: 'Sie können das Ticket lesen und beantworten.',
  addCopy: 'Kollegen hinzufügen …',
  copiesFull: 'Niemand mehr möglich',
  remove: 'Entfernen',
  removeCopy: (name: string) => `${name} aus der Kopie nehmen`,
};
