import { catalogue } from '../../i18n/catalogue.js';
import english from './traffic-report.en.js';

/** Texts of what stands beside the rows, loaded with it: periods, figures, explanations. */
export const trafficReport = catalogue('traffic-report', english, {
  de: () => import('./traffic-report.de.js'),
  cs: () => import('./traffic-report.cs.js'),
  ar: () => import('./traffic-report.ar.js'),
});
