import { catalogue } from './catalogue.js';
import english from './en/uploads.js';

/** Texts of the field in which files are chosen and sent. */
export const uploads = catalogue('uploads', english, {
  de: () => import('./de/uploads.js'),
  cs: () => import('./cs/uploads.js'),
  ar: () => import('./ar/uploads.js'),
});
