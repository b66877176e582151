import { plural } from '../../i18n/catalogue.js';

export default {
  soonTitle: 'Are you still there?',
  soon: (count: number) =>
    plural('en', count, {
      one: 'You will be signed out in # minute.',
      other: 'You will be signed out in # minutes.',
    }),
  soonNow: 'You will be signed out in less than a minute.',
  soonWhy: 'What you have typed stays here.',
  stay: 'Stay signed in',
  notNow: 'Not now',
  endedTitle: 'Your session has ended',
  endedText: 'Sign in again to go on where you were. What you have typed is still here.',
};
