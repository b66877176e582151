import { catalogue } from '../../i18n/catalogue.js';
import english from './ledger-tools.en.js';

/** Texts of the tools of `portal-ledger`. */
export const ledgerTools = catalogue('ledger-tools', english, {
  de: () => import('./ledger-tools.de.js'),
  cs: () => import('./ledger-tools.cs.js'),
  ar: () => import('./ledger-tools.ar.js'),
});
