import { catalogue } from '../../i18n/catalogue.js';
import english from './sample-edit.en.js';

/** Texts of `portal-sample-edit`. */
export const sampleEdit = catalogue('sample-edit', english, {
  de: () => import('./sample-edit.de.js'),
  cs: () => import('./sample-edit.cs.js'),
  ar: () => import('./sample-edit.ar.js'),
});
