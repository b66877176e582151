import { catalogue } from '../../i18n/catalogue.js';
import english from './session-end.en.js';

/** Texts of a session near and at its end. */
export const sessionEnd = catalogue('session-end', english, {
  de: () => import('./session-end.de.js'),
  cs: () => import('./session-end.cs.js'),
  ar: () => import('./session-end.ar.js'),
});
