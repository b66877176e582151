import { catalogue } from '../../i18n/catalogue.js';
import english from './subscription-dialogs.en.js';

export const subscriptionDialogs = catalogue('subscription-dialogs', english, {
  de: () => import('./subscription-dialogs.de.js'),
  cs: () => import('./subscription-dialogs.cs.js'),
  ar: () => import('./subscription-dialogs.ar.js'),
});
