import { catalogue } from '../../i18n/catalogue.js';
import english from './event-log.en.js';

/** Texts of `portal-event-log`. */
export const eventLog = catalogue('event-log', english, {
  de: () => import('./event-log.de.js'),
  cs: () => import('./event-log.cs.js'),
  ar: () => import('./event-log.ar.js'),
});
