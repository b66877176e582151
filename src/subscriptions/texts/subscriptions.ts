import { catalogue } from '../../i18n/catalogue.js';
import english from './subscriptions.en.js';

export const subscriptions = catalogue('subscriptions', english, {
  de: () => import('./subscriptions.de.js'),
  cs: () => import('./subscriptions.cs.js'),
  ar: () => import('./subscriptions.ar.js'),
});
