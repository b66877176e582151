import { catalogue } from './catalogue.js';
import english from './en/billing.js';

export const billing = catalogue('billing', english, {
  de: () => import('./de/billing.js'),
  cs: () => import('./cs/billing.js'),
  ar: () => import('./ar/billing.js'),
});
