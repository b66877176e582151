import { catalogue } from './catalogue.js';
import english from './en/permissions.js';

/** The names of the nodes of the resource tree. */
export const permissions = catalogue('permissions', english, {
  de: () => import('./de/permissions.js'),
  cs: () => import('./cs/permissions.js'),
  ar: () => import('./ar/permissions.js'),
});
