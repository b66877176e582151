import { catalogue } from './catalogue.js';
import english from './en/call.js';

/** Texts of one call, its legs and its recording, and of the files of calls. */
export const call = catalogue('call', english, {
  de: () => import('./de/call.js'),
  cs: () => import('./cs/call.js'),
  ar: () => import('./ar/call.js'),
});
