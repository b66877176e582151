export default {
  signIn: 'Sign in',
  signOut: 'Sign out',
  'change-password': 'Change password',
  security: 'Security',
  profile: 'Profile',
  switchClient: 'Switch client',
  unsavedSwitch: 'There are changes on this page that are not saved. They will be lost.',
  switchAnyway: (client: string) => `Switch to ${client} anyway`,
};
