import { catalogue } from '../../i18n/catalogue.js';
import english from './event-kinds.en.js';

/** What was done, by the kind of an event: for each operation of the contract that changes something its `operationId`. */
export const eventKinds = catalogue('event-kinds', english, {
  de: () => import('./event-kinds.de.js'),
  cs: () => import('./event-kinds.cs.js'),
  ar: () => import('./event-kinds.ar.js'),
});
