import { catalogue } from './catalogue.js';
import english from './en/paypal-subscriptions.js';

export const paypalSubscriptions = catalogue('paypal-subscriptions', english, {
  de: () => import('./de/paypal-subscriptions.js'),
  cs: () => import('./cs/paypal-subscriptions.js'),
  ar: () => import('./ar/paypal-subscriptions.js'),
});
