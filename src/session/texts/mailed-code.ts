import { catalogue } from '../../i18n/catalogue.js';
import english from './mailed-code.en.js';

/** Texts of asking for a mailed code and of using it. */
export const mailedCode = catalogue('mailed-code', english, {
  de: () => import('./mailed-code.de.js'),
  cs: () => import('./mailed-code.cs.js'),
  ar: () => import('./mailed-code.ar.js'),
});
