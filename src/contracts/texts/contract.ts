import { catalogue } from '../../i18n/catalogue.js';
import english from './contract.en.js';

/** Texts of one contract: its links, its terms and its facts. */
export const contract = catalogue('contract', english, {
  de: () => import('./contract.de.js'),
  cs: () => import('./contract.cs.js'),
  ar: () => import('./contract.ar.js'),
});
