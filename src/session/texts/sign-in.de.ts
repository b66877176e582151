export default {
  signIn: 'Anmelden',
  signOut: 'Abmelden',
  email: 'E-Mail-Adresse',
  password: 'Passwort',
  showPassword: 'Passwort anzeigen',
  wrongCredentials: 'E-Mail-Adresse und Passwort passen nicht zusammen. Bitte prüfen Sie beides.',
  accountLocked:
    'Dieses Konto ist nach zu vielen Versuchen vorübergehend gesperrt. Bitte versuchen Sie es später noch einmal oder wenden Sie sich an uns.',
  notConnected: 'Auf dieser Seite ist die Anmeldung zurzeit nicht möglich. Bitte wenden Sie sich an uns.',
  signedIn: 'Sie sind angemeldet als',
  goOn: 'Weiter',
  forgotten: 'Passwort vergessen?',
  accountInactive: 'Dieses Konto ist deaktiviert. Bitte fragen Sie die Person, die Ihren Vertrag verwaltet, oder wenden Sie sich an uns.',
  back: 'Zurück',
  passwordSet: 'Ihr neues Passwort ist festgelegt. Melden Sie sich damit an.',
};
