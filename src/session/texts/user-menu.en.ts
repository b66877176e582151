export default {
  signIn: 'Sign in',
  signOut: 'Sign out',
  'change-password': 'Change password',
  security: 'Security',
  profile: 'Profile',
  switchClient: 'Switch client',
  unsavedSwitch: 'Changes on this page that are not saved will be lost.',
  switchAnyway: (client: string) => `Switch to ${client} anyway`,
  noWarning: 'You will not be warned before your session ends.',
};
