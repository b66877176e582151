import { catalogue } from '../../i18n/catalogue.js';
import english from './sample-record.en.js';

/** Texts of `portal-sample-record`. */
export const sampleRecord = catalogue('sample-record', english, {
  de: () => import('./sample-record.de.js'),
  cs: () => import('./sample-record.cs.js'),
  ar: () => import('./sample-record.ar.js'),
});
