import { catalogue } from '../../i18n/catalogue.js';
import english from './dns.en.js';

export const dns = catalogue('dns', english, {
  de: () => import('./dns.de.js'),
  cs: () => import('./dns.cs.js'),
  ar: () => import('./dns.ar.js'),
});
