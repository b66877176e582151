import { plural } from '../../i18n/catalogue.js';

export default {
  newPassword: 'Nové heslo',
  repeat: 'Nové heslo ještě jednou',
  currentPassword: 'Současné heslo',
  show: 'Zobrazit nové heslo',
  minLength: (count: number) =>
    plural('cs', count, {
      one: 'Alespoň # znak',
      few: 'Alespoň # znaky',
      many: 'Alespoň # znaku',
      other: 'Alespoň # znaků',
    }),
  maxLength: (count: number) =>
    plural('cs', count, {
      one: 'Nejvýše # znak',
      few: 'Nejvýše # znaky',
      many: 'Nejvýše # znaku',
      other: 'Nejvýše # znaků',
    }),
  refusesCommon: 'Těžko uhodnutelné: žádná běžná slova, jména ani posloupnosti kláves',
  met: 'splněno',
  unmet: 'zatím nesplněno',
  'too-short': 'Toto heslo je příliš krátké.',
  'too-long': 'Toto heslo je příliš dlouhé.',
  'too-common': 'Toto heslo lze snadno uhodnout. Zvolte jiné, například několik slov, která spolu nesouvisejí.',
  'contains-name': 'Heslo nesmí obsahovat vaše jméno ani e-mailovou adresu.',
  'same-as-before': 'Toto je vaše současné heslo. Zvolte jiné.',
  'wrong-password': 'Toto není vaše současné heslo.',
  different: 'Zadaná hesla se neshodují.',
  endOthers: 'Odhlásit se všude jinde',
  change: 'Změnit heslo',
  changed: 'Vaše heslo bylo změněno.',
  changedEverywhere: 'Vaše heslo bylo změněno a všude jinde jste odhlášeni.',
  managedElsewhere: 'Vaše heslo se nespravuje zde, ale tam, kde vás přihlašuje vaše firma.',
  manageElsewhere: 'Změnit ho tam',
  mayNotChange: 'Heslo si zde změnit nemůžete. Obraťte se prosím na osobu, která spravuje vaši smlouvu.',
  expiredTitle: 'Zvolte nové heslo',
  expired: 'Platnost vašeho hesla vypršela. Pro přihlášení zvolte nové.',
  setAndSignIn: 'Nastavit heslo a přihlásit se',
};
