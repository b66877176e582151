import { catalogue } from './catalogue.js';
import english from './en/shared.js';

export const shared = catalogue('shared', english, {
  de: () => import('./de/shared.js'),
  cs: () => import('./cs/shared.js'),
  ar: () => import('./ar/shared.js'),
});
