import { catalogue } from '../../i18n/catalogue.js';
import english from './quote-tasks.en.js';

/** Texts of what can be done with a quote. */
export const quoteTasks = catalogue('quote-tasks', english, {
  de: () => import('./quote-tasks.de.js'),
  cs: () => import('./quote-tasks.cs.js'),
  ar: () => import('./quote-tasks.ar.js'),
});
