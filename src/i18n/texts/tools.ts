import { catalogue } from '../catalogue.js';
import english from './tools.en.js';

/** Texts of toolbars, pagers, messages, forms and dialogs. */
export const tools = catalogue('tools', english, {
  de: () => import('./tools.de.js'),
  cs: () => import('./tools.cs.js'),
  ar: () => import('./tools.ar.js'),
});
