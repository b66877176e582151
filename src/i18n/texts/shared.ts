import { catalogue } from '../catalogue.js';
import english from './shared.en.js';

export const shared = catalogue('shared', english, {
  de: () => import('./shared.de.js'),
  cs: () => import('./shared.cs.js'),
  ar: () => import('./shared.ar.js'),
});
