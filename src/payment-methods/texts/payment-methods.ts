import { catalogue } from '../../i18n/catalogue.js';
import english from './payment-methods.en.js';

export const paymentMethods = catalogue('payment-methods', english, {
  de: () => import('./payment-methods.de.js'),
  cs: () => import('./payment-methods.cs.js'),
  ar: () => import('./payment-methods.ar.js'),
});
