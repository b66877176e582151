import { catalogue } from '../catalogue.js';
import english from './permissions.en.js';

/** The names of the nodes of the resource tree. */
export const permissions = catalogue('permissions', english, {
  de: () => import('./permissions.de.js'),
  cs: () => import('./permissions.cs.js'),
  ar: () => import('./permissions.ar.js'),
});
