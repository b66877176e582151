import { catalogue } from './catalogue.js';
import english from './en/session-end.js';

/** Texts of a session near and at its end. */
export const sessionEnd = catalogue('session-end', english, {
  de: () => import('./de/session-end.js'),
  cs: () => import('./cs/session-end.js'),
  ar: () => import('./ar/session-end.js'),
});
