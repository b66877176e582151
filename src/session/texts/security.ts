import { catalogue } from '../../i18n/catalogue.js';
import english from './security.en.js';

/** Texts of how the own account is protected. */
export const security = catalogue('security', english, {
  de: () => import('./security.de.js'),
  cs: () => import('./security.cs.js'),
  ar: () => import('./security.ar.js'),
});
