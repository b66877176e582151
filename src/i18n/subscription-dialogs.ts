import { catalogue } from './catalogue.js';
import english from './en/subscription-dialogs.js';

export const subscriptionDialogs = catalogue('subscription-dialogs', english, {
  de: () => import('./de/subscription-dialogs.js'),
  cs: () => import('./cs/subscription-dialogs.js'),
  ar: () => import('./ar/subscription-dialogs.js'),
});
