import { catalogue } from '../../i18n/catalogue.js';
import english from './call.en.js';

/** Texts of one call, its legs and its recording, and of the files of calls. */
export const call = catalogue('call', english, {
  de: () => import('./call.de.js'),
  cs: () => import('./call.cs.js'),
  ar: () => import('./call.ar.js'),
});
