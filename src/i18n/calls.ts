import { catalogue } from './catalogue.js';
import english from './en/calls.js';

export const calls = catalogue('calls', english, {
  de: () => import('./de/calls.js'),
  cs: () => import('./cs/calls.js'),
  ar: () => import('./ar/calls.js'),
});
