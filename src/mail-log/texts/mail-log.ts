import { catalogue } from '../../i18n/catalogue.js';
import english from './mail-log.en.js';

/** Texts of `portal-mail-log`. */
export const mailLog = catalogue('mail-log', english, {
  de: () => import('./mail-log.de.js'),
  cs: () => import('./mail-log.cs.js'),
  ar: () => import('./mail-log.ar.js'),
});
