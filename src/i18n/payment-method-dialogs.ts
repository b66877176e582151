import { catalogue } from './catalogue.js';
import english from './en/payment-method-dialogs.js';

export const paymentMethodDialogs = catalogue('payment-method-dialogs', english, {
  de: () => import('./de/payment-method-dialogs.js'),
  cs: () => import('./cs/payment-method-dialogs.js'),
  ar: () => import('./ar/payment-method-dialogs.js'),
});
