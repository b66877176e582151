import { catalogue } from './catalogue.js';
import english from './en/dns-editor.js';

/** Texts of the dialogs in which zones and records are changed, and of what can be wrong with a record. */
export const dnsEditor = catalogue('dns-editor', english, {
  de: () => import('./de/dns-editor.js'),
  cs: () => import('./cs/dns-editor.js'),
  ar: () => import('./ar/dns-editor.js'),
});
