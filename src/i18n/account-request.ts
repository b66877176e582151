import { catalogue } from './catalogue.js';
import english from './en/account-request.js';

/** Texts of asking for an account. */
export const accountRequest = catalogue('account-request', english, {
  de: () => import('./de/account-request.js'),
  cs: () => import('./cs/account-request.js'),
  ar: () => import('./ar/account-request.js'),
});
