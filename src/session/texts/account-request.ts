import { catalogue } from '../../i18n/catalogue.js';
import english from './account-request.en.js';

/** Texts of asking for an account. */
export const accountRequest = catalogue('account-request', english, {
  de: () => import('./account-request.de.js'),
  cs: () => import('./account-request.cs.js'),
  ar: () => import('./account-request.ar.js'),
});
