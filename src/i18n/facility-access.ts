import { catalogue } from './catalogue.js';
import english from './en/facility-access.js';

/** Texts of the list of who may enter which facility, and words of level, permission and status. */
export const facilityAccess = catalogue('facility-access', english, {
  de: () => import('./de/facility-access.js'),
  cs: () => import('./cs/facility-access.js'),
  ar: () => import('./ar/facility-access.js'),
});
