import { catalogue } from '../../i18n/catalogue.js';
import english from './sample-creation.en.js';

/** Texts of `portal-sample-creation`. */
export const sampleCreation = catalogue('sample-creation', english, {
  de: () => import('./sample-creation.de.js'),
  cs: () => import('./sample-creation.cs.js'),
  ar: () => import('./sample-creation.ar.js'),
});
