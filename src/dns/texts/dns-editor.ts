import { catalogue } from '../../i18n/catalogue.js';
import english from './dns-editor.en.js';

/** Texts of the dialogs in which zones and records are changed, and of what can be wrong with a record. */
export const dnsEditor = catalogue('dns-editor', english, {
  de: () => import('./dns-editor.de.js'),
  cs: () => import('./dns-editor.cs.js'),
  ar: () => import('./dns-editor.ar.js'),
});
