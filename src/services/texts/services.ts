import { catalogue } from '../../i18n/catalogue.js';
import english from './services.en.js';

/** Texts of the list of services, and words of type, status and price. */
export const services = catalogue('services', english, {
  de: () => import('./services.de.js'),
  cs: () => import('./services.cs.js'),
  ar: () => import('./services.ar.js'),
});
