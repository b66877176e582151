import { catalogue } from '../catalogue.js';
import english from './forms.en.js';

/** Texts of forms that edit what others may edit too. */
export const forms = catalogue('forms', english, {
  de: () => import('./forms.de.js'),
  cs: () => import('./forms.cs.js'),
  ar: () => import('./forms.ar.js'),
});
