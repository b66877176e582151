import { catalogue } from '../../i18n/catalogue.js';
import english from './sample-list.en.js';

/** Texts of `portal-sample-list`. */
export const sampleList = catalogue('sample-list', english, {
  de: () => import('./sample-list.de.js'),
  cs: () => import('./sample-list.cs.js'),
  ar: () => import('./sample-list.ar.js'),
});
