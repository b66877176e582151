import { catalogue } from './catalogue.js';
import english from './en/services.js';

/** Texts of the list of services, and words of type, status and price. */
export const services = catalogue('services', english, {
  de: () => import('./de/services.js'),
  cs: () => import('./cs/services.js'),
  ar: () => import('./ar/services.js'),
});
