import { plural } from '../../i18n/catalogue.js';

export default {
  newPassword: 'New password',
  repeat: 'New password, once more',
  currentPassword: 'Current password',
  show: 'Show the new password',
  minLength: (count: number) =>
    plural('en', count, {
      one: 'At least # character',
      other: 'At least # characters',
    }),
  maxLength: (count: number) =>
    plural('en', count, {
      one: 'At most # character',
      other: 'At most # characters',
    }),
  refusesCommon: 'Not easily guessed: no common words, names or keyboard patterns',
  met: 'met',
  unmet: 'not met yet',
  'too-short': 'This password is too short.',
  'too-long': 'This password is too long.',
  'too-common': 'This password is easily guessed. Choose another, for instance several words that do not belong together.',
  'contains-name': 'The password must not contain your name or e-mail address.',
  'same-as-before': 'This is your current password. Choose another.',
  'wrong-password': 'This is not your current password.',
  different: 'The two entries are not the same.',
  endOthers: 'Sign out everywhere else',
  change: 'Change password',
  changed: 'Your password has been changed.',
  changedEverywhere: 'Your password has been changed, and you are signed out everywhere else.',
  managedElsewhere: 'Your password is not managed here but where your company signs you in.',
  manageElsewhere: 'Change it there',
  mayNotChange: 'You cannot change your password here. Please ask the person who manages your contract.',
  expiredTitle: 'Choose a new password',
  expired: 'Your password has expired. Choose a new one to sign in.',
  setAndSignIn: 'Set password and sign in',
};
