export default {
  code: 'Code aus Ihrer Authenticator-App',
  codeHint: 'Sechs Ziffern, jede halbe Minute neu.',
  recoveryCode: 'Wiederherstellungscode',
  recoveryHint: 'Einer der Codes, die Sie beim Einrichten des zweiten Faktors aufbewahrt haben. Jeder gilt einmal.',
  useRecovery: 'Wiederherstellungscode benutzen',
  useApp: 'App benutzen',
  wrongCode: 'Dieser Code stimmt nicht oder nicht mehr. Geben Sie den ein, den die App jetzt zeigt.',
  wrongRecovery: 'Dieser Wiederherstellungscode stimmt nicht oder wurde schon benutzt.',
};
