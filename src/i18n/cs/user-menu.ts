export default {
  signIn: 'Přihlásit se',
  signOut: 'Odhlásit se',
  'change-password': 'Změnit heslo',
  security: 'Zabezpečení',
  profile: 'Profil',
  switchClient: 'Přepnout klienta',
  unsavedSwitch: 'Na této stránce jsou změny, které nejsou uloženy. Budou ztraceny.',
  switchAnyway: (client: string) => `Přesto přepnout na ${client}`,
};
