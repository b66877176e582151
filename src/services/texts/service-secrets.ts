import { catalogue } from '../../i18n/catalogue.js';
import english from './service-secrets.en.js';

/** Texts of the access data of a service. */
export const serviceSecrets = catalogue('service-secrets', english, {
  de: () => import('./service-secrets.de.js'),
  cs: () => import('./service-secrets.cs.js'),
  ar: () => import('./service-secrets.ar.js'),
});
