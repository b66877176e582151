import { catalogue } from '../../i18n/catalogue.js';
import english from './ledger.en.js';

/** Texts of `portal-ledger`. */
export const ledger = catalogue('ledger', english, {
  de: () => import('./ledger.de.js'),
  cs: () => import('./ledger.cs.js'),
  ar: () => import('./ledger.ar.js'),
});
