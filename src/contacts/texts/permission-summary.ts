import { catalogue } from '../../i18n/catalogue.js';
import english from './permission-summary.en.js';

/** The meaning of a permission, in plain words: a sentence for each. */
export const permissionSummary = catalogue('permission-summary', english, {
  de: () => import('./permission-summary.de.js'),
  cs: () => import('./permission-summary.cs.js'),
  ar: () => import('./permission-summary.ar.js'),
});
