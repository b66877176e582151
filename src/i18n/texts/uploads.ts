import { catalogue } from '../catalogue.js';
import english from './uploads.en.js';

/** Texts of the field in which files are chosen and sent. */
export const uploads = catalogue('uploads', english, {
  de: () => import('./uploads.de.js'),
  cs: () => import('./uploads.cs.js'),
  ar: () => import('./uploads.ar.js'),
});
