import { catalogue } from './catalogue.js';
import english from './en/account.js';

/** Texts of signing in and out. */
export const account = catalogue('account', english, {
  de: () => import('./de/account.js'),
  cs: () => import('./cs/account.js'),
  ar: () => import('./ar/account.js'),
});
