import { plural } from '../catalogue.js';

export default {
  signIn: 'Sign in',
  signOut: 'Sign out',
  email: 'E-mail address',
  password: 'Password',
  showPassword: 'Show password',
  wrongCredentials: 'E-mail address and password do not match. Please check both.',
  accountLocked: 'This account is locked for a while after too many attempts. Please try again later, or contact us.',
  passwordExpired: 'Your password has expired. Please contact us to get a new one.',
  waitSeconds: (count: number) =>
    plural('en', count, {
      one: 'Too many attempts. Please try again in # second.',
      other: 'Too many attempts. Please try again in # seconds.',
    }),
  waitMinutes: (count: number) =>
    plural('en', count, {
      one: 'Too many attempts. Please try again in # minute.',
      other: 'Too many attempts. Please try again in # minutes.',
    }),
  tryAgainNow: 'You can try again now.',
  notConnected: 'Signing in is not possible on this page at the moment. Please contact us.',
  signedIn: 'You are signed in as',
  goOn: 'Continue',
};
