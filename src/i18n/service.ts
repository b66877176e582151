import { catalogue } from './catalogue.js';
import english from './en/service.js';

/** Texts of one service. */
export const service = catalogue('service', english, {
  de: () => import('./de/service.js'),
  cs: () => import('./cs/service.js'),
  ar: () => import('./ar/service.js'),
});
