import { plural } from '../catalogue.js';

export default {
  signIn: 'Přihlásit se',
  signOut: 'Odhlásit se',
  email: 'E-mailová adresa',
  password: 'Heslo',
  showPassword: 'Zobrazit heslo',
  wrongCredentials: 'E-mailová adresa a heslo k sobě nepatří. Zkontrolujte prosím obojí.',
  accountLocked: 'Tento účet je po příliš mnoha pokusech dočasně uzamčen. Zkuste to prosím později, nebo nás kontaktujte.',
  passwordExpired: 'Platnost vašeho hesla vypršela. Kontaktujte nás prosím, abyste získali nové.',
  waitSeconds: (count: number) =>
    plural('cs', count, {
      one: 'Příliš mnoho pokusů. Zkuste to prosím znovu za # sekundu.',
      few: 'Příliš mnoho pokusů. Zkuste to prosím znovu za # sekundy.',
      many: 'Příliš mnoho pokusů. Zkuste to prosím znovu za # sekundy.',
      other: 'Příliš mnoho pokusů. Zkuste to prosím znovu za # sekund.',
    }),
  waitMinutes: (count: number) =>
    plural('cs', count, {
      one: 'Příliš mnoho pokusů. Zkuste to prosím znovu za # minutu.',
      few: 'Příliš mnoho pokusů. Zkuste to prosím znovu za # minuty.',
      many: 'Příliš mnoho pokusů. Zkuste to prosím znovu za # minuty.',
      other: 'Příliš mnoho pokusů. Zkuste to prosím znovu za # minut.',
    }),
  tryAgainNow: 'Nyní to můžete zkusit znovu.',
  notConnected: 'Na této stránce se teď nelze přihlásit. Kontaktujte nás prosím.',
  signedIn: 'Jste přihlášeni jako',
  goOn: 'Pokračovat',
};
