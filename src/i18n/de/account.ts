import { plural } from '../catalogue.js';

export default {
  signIn: 'Anmelden',
  signOut: 'Abmelden',
  email: 'E-Mail-Adresse',
  password: 'Passwort',
  showPassword: 'Passwort anzeigen',
  wrongCredentials: 'E-Mail-Adresse und Passwort passen nicht zusammen. Bitte prüfen Sie beides.',
  accountLocked:
    'Dieses Konto ist nach zu vielen Versuchen vorübergehend gesperrt. Bitte versuchen Sie es später noch einmal oder wenden Sie sich an uns.',
  passwordExpired: 'Ihr Passwort ist abgelaufen. Bitte wenden Sie sich an uns, um ein neues zu erhalten.',
  waitSeconds: (count: number) =>
    plural('de', count, {
      one: 'Zu viele Versuche. Bitte versuchen Sie es in # Sekunde noch einmal.',
      other: 'Zu viele Versuche. Bitte versuchen Sie es in # Sekunden noch einmal.',
    }),
  waitMinutes: (count: number) =>
    plural('de', count, {
      one: 'Zu viele Versuche. Bitte versuchen Sie es in # Minute noch einmal.',
      other: 'Zu viele Versuche. Bitte versuchen Sie es in # Minuten noch einmal.',
    }),
  tryAgainNow: 'Sie können es jetzt noch einmal versuchen.',
  notConnected: 'Auf dieser Seite ist die Anmeldung zurzeit nicht möglich. Bitte wenden Sie sich an uns.',
  signedIn: 'Sie sind angemeldet als',
  goOn: 'Weiter',
};
