import { catalogue } from './catalogue.js';
import english from './en/service-secrets.js';

/** Texts of the access data of a service. */
export const serviceSecrets = catalogue('service-secrets', english, {
  de: () => import('./de/service-secrets.js'),
  cs: () => import('./cs/service-secrets.js'),
  ar: () => import('./ar/service-secrets.js'),
});
