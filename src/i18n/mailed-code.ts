import { catalogue } from './catalogue.js';
import english from './en/mailed-code.js';

/** Texts of asking for a mailed code and of using it. */
export const mailedCode = catalogue('mailed-code', english, {
  de: () => import('./de/mailed-code.js'),
  cs: () => import('./cs/mailed-code.js'),
  ar: () => import('./ar/mailed-code.js'),
});
