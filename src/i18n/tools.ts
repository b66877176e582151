import { catalogue } from './catalogue.js';
import english from './en/tools.js';

/** Texts of toolbars, pagers, messages, forms and dialogs. */
export const tools = catalogue('tools', english, {
  de: () => import('./de/tools.js'),
  cs: () => import('./cs/tools.js'),
  ar: () => import('./ar/tools.js'),
});
