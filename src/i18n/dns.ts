import { catalogue } from './catalogue.js';
import english from './en/dns.js';

export const dns = catalogue('dns', english, {
  de: () => import('./de/dns.js'),
  cs: () => import('./cs/dns.js'),
  ar: () => import('./ar/dns.js'),
});
