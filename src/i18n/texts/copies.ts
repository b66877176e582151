import { catalogue } from '../catalogue.js';
import english from './copies.en.js';

/** Texts of colleagues in copy of tickets. */
export const copies = catalogue('copies', english, {
  de: () => import('./copies.de.js'),
  cs: () => import('./copies.cs.js'),
  ar: () => import('./copies.ar.js'),
});
