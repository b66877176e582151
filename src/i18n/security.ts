import { catalogue } from './catalogue.js';
import english from './en/security.js';

/** Texts of how the own account is protected. */
export const security = catalogue('security', english, {
  de: () => import('./de/security.js'),
  cs: () => import('./cs/security.js'),
  ar: () => import('./ar/security.js'),
});
