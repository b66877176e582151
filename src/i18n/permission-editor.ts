import { catalogue } from './catalogue.js';
import english from './en/permission-editor.js';

/** Texts of the editor of permissions. */
export const permissionEditor = catalogue('permission-editor', english, {
  de: () => import('./de/permission-editor.js'),
  cs: () => import('./cs/permission-editor.js'),
  ar: () => import('./ar/permission-editor.js'),
});
