export default {
  signIn: 'Přihlásit se',
  signOut: 'Odhlásit se',
  'change-password': 'Změnit heslo',
  security: 'Zabezpečení',
  profile: 'Profil',
  switchClient: 'Přepnout klienta',
  unsavedSwitch: 'Neuložené změny na této stránce budou ztraceny.',
  switchAnyway: (client: string) => `Přesto přepnout na ${client}`,
  noWarning: 'Před koncem relace se vám nezobrazí upozornění.',
};
