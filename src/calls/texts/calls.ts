import { catalogue } from '../../i18n/catalogue.js';
import english from './calls.en.js';

export const calls = catalogue('calls', english, {
  de: () => import('./calls.de.js'),
  cs: () => import('./calls.cs.js'),
  ar: () => import('./calls.ar.js'),
});
