import { catalogue } from './catalogue.js';
import english from './en/permission-summary.js';

/** What a permission means, in plain words: a sentence for each. */
export const permissionSummary = catalogue('permission-summary', english, {
  de: () => import('./de/permission-summary.js'),
  cs: () => import('./cs/permission-summary.js'),
  ar: () => import('./ar/permission-summary.js'),
});
