import { catalogue } from '../../i18n/catalogue.js';
import english from './service.en.js';

/** Texts of one service. */
export const service = catalogue('service', english, {
  de: () => import('./service.de.js'),
  cs: () => import('./service.cs.js'),
  ar: () => import('./service.ar.js'),
});
