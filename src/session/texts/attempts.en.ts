import { plural } from '../../i18n/catalogue.js';

export default {
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
};
