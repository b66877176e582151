export default {
  signIn: 'Anmelden',
  signOut: 'Abmelden',
  'change-password': 'Passwort ändern',
  security: 'Sicherheit',
  profile: 'Profil',
  switchClient: 'Kunden wechseln',
  unsavedSwitch: 'Nicht gespeicherte Änderungen auf dieser Seite gehen verloren.',
  switchAnyway: (client: string) => `Trotzdem zu ${client} wechseln`,
  noWarning: 'Sie werden nicht gewarnt, bevor Ihre Sitzung endet.',
};
