import { catalogue } from './catalogue.js';
import english from './en/payment-methods.js';

export const paymentMethods = catalogue('payment-methods', english, {
  de: () => import('./de/payment-methods.js'),
  cs: () => import('./cs/payment-methods.js'),
  ar: () => import('./ar/payment-methods.js'),
});
