export default {
  signIn: 'Anmelden',
  signOut: 'Abmelden',
  'change-password': 'Passwort ändern',
  security: 'Sicherheit',
  profile: 'Profil',
  switchClient: 'Kunde wechseln',
  unsavedSwitch: 'Auf dieser Seite gibt es Änderungen, die nicht gespeichert sind. Sie gehen verloren.',
  switchAnyway: (client: string) => `Trotzdem zu ${client} wechseln`,
};
