import { catalogue } from '../../i18n/catalogue.js';
import english from './invoices.en.js';

export const invoices = catalogue('invoices', english, {
  de: () => import('./invoices.de.js'),
  cs: () => import('./invoices.cs.js'),
  ar: () => import('./invoices.ar.js'),
});
