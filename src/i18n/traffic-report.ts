import { catalogue } from './catalogue.js';
import english from './en/traffic-report.js';

/** Texts of what stands beside the rows, loaded with it: periods, figures, explanations. */
export const trafficReport = catalogue('traffic-report', english, {
  de: () => import('./de/traffic-report.js'),
  cs: () => import('./cs/traffic-report.js'),
  ar: () => import('./ar/traffic-report.js'),
});
