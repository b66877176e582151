import { catalogue } from '../../i18n/catalogue.js';
import english from './payment-method-dialogs.en.js';

export const paymentMethodDialogs = catalogue('payment-method-dialogs', english, {
  de: () => import('./payment-method-dialogs.de.js'),
  cs: () => import('./payment-method-dialogs.cs.js'),
  ar: () => import('./payment-method-dialogs.ar.js'),
});
