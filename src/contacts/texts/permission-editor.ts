import { catalogue } from '../../i18n/catalogue.js';
import english from './permission-editor.en.js';

/** Texts of the editor of permissions. */
export const permissionEditor = catalogue('permission-editor', english, {
  de: () => import('./permission-editor.de.js'),
  cs: () => import('./permission-editor.cs.js'),
  ar: () => import('./permission-editor.ar.js'),
});
