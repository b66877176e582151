export default {
  copies: 'Kolegové v kopii',
  copiesHint: 'Mohou požadavek číst a odpovídat na něj.',
  addCopy: 'Přidat kolegu…',
  copiesFull: 'Nikoho dalšího nelze přidat',
  remove: 'Odebrat',
  removeCopy: (name: string) => `Odebrat z kopie: ${name}`,
};
