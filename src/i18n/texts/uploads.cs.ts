import { plural } from '../catalogue.js';

export default {
  choose: 'Vybrat soubor',
  chooseSeveral: 'Vybrat soubory',
  drop: 'nebo jej přetáhněte sem',
  dropSeveral: 'nebo je přetáhněte sem',
  limits: (kinds: string, size: string, count: number) =>
    plural('cs', count, {
      one: `${kinds}, nejvýše ${size}`,
      few: `${kinds}, nejvýše # soubory, každý do ${size}`,
      many: `${kinds}, nejvýše # souboru, každý do ${size}`,
      other: `${kinds}, nejvýše # souborů, každý do ${size}`,
    }),
  uploading: (name: string) => `Nahrává se ${name}`,
  waiting: 'Nahrává se…',
  uploaded: 'Nahráno',
  uploadedFile: (name: string) => `Soubor ${name} je nahrán.`,
  remove: 'Odebrat',
  removeFile: (name: string) => `Odebrat ${name}`,
  retryFile: (name: string) => `Nahrát ${name} znovu`,
  'fault-kind': (kinds: string) => `Nelze přijmout: pouze ${kinds}.`,
  'fault-size': (size: string) => `Příliš velký: nejvýše ${size}.`,
  'fault-empty': 'Tento soubor je prázdný.',
  'fault-count': (count: number) =>
    plural('cs', count, {
      one: 'Lze přidat jen jeden soubor.',
      few: 'Lze přidat jen # soubory.',
      many: 'Lze přidat jen # souboru.',
      other: 'Lze přidat jen # souborů.',
    }),
  'fault-content': 'Jeho obsah neodpovídá druhu, který uvádí název.',
  'fault-many': 'Nahráli jste mnoho souborů, aniž byste je použili. Zkuste to prosím zítra.',
  required: 'Přidejte prosím soubor.',
  stillSending: 'Počkejte prosím, až budou všechny soubory nahrány.',
  notSent: 'Jeden soubor se nepodařilo nahrát. Nahrajte jej znovu, nebo jej odeberte.',
};
