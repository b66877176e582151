import { plural } from '../../i18n/catalogue.js';

export default {
  newPassword: 'Neues Passwort',
  repeat: 'Neues Passwort, noch einmal',
  currentPassword: 'Aktuelles Passwort',
  show: 'Neues Passwort anzeigen',
  minLength: (count: number) =>
    plural('de', count, {
      one: 'Mindestens # Zeichen',
      other: 'Mindestens # Zeichen',
    }),
  maxLength: (count: number) =>
    plural('de', count, {
      one: 'Höchstens # Zeichen',
      other: 'Höchstens # Zeichen',
    }),
  refusesCommon: 'Nicht leicht zu erraten: keine gängigen Wörter, Namen oder Tastaturmuster',
  met: 'erfüllt',
  unmet: 'noch nicht erfüllt',
  'too-short': 'Dieses Passwort ist zu kurz.',
  'too-long': 'Dieses Passwort ist zu lang.',
  'too-common': 'Dieses Passwort ist leicht zu erraten. Wählen Sie ein anderes, zum Beispiel mehrere Wörter, die nicht zusammengehören.',
  'contains-name': 'Das Passwort darf weder Ihren Namen noch Ihre E-Mail-Adresse enthalten.',
  'same-as-before': 'Das ist Ihr aktuelles Passwort. Wählen Sie ein anderes.',
  'wrong-password': 'Das ist nicht Ihr aktuelles Passwort.',
  different: 'Die beiden Eingaben stimmen nicht überein.',
  endOthers: 'Überall sonst abmelden',
  change: 'Passwort ändern',
  changed: 'Ihr Passwort wurde geändert.',
  changedEverywhere: 'Ihr Passwort wurde geändert, und Sie sind überall sonst abgemeldet.',
  managedElsewhere: 'Ihr Passwort wird nicht hier verwaltet, sondern dort, wo Ihre Firma Sie anmeldet.',
  manageElsewhere: 'Dort ändern',
  mayNotChange: 'Sie können Ihr Passwort hier nicht ändern. Bitte fragen Sie die Person, die Ihren Vertrag verwaltet.',
  expiredTitle: 'Neues Passwort wählen',
  expired: 'Ihr Passwort ist abgelaufen. Wählen Sie ein neues, um sich anzumelden.',
  setAndSignIn: 'Passwort festlegen und anmelden',
};
