import { catalogue } from './catalogue.js';
import english from './en/quote-tasks.js';

/** Texts of what can be done with a quote. */
export const quoteTasks = catalogue('quote-tasks', english, {
  de: () => import('./de/quote-tasks.js'),
  cs: () => import('./cs/quote-tasks.js'),
  ar: () => import('./ar/quote-tasks.js'),
});
