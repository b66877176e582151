import { html, type CSSResult, type TemplateResult } from 'lit';
import type { DialogController } from '../core/dialog-controller.js';
import { facts } from '../ui/detail-view.js';
import { serviceNotices } from './service-head.js';
import { linkBar, type LinkHost, type ServiceLink } from './service-links.js';
import type { Service, ServicesLocalize } from './service-parts.js';
import { beneathList, extrasTable, serviceFacts, totalsList, type ServiceLocalize, type ServiceWay } from './service-sections.js';
import { serviceStyles } from './service-styles.js';

export { serviceHead } from './service-head.js';
export const styles: readonly CSSResult[] = [serviceStyles];

interface BodyOptions {
  i18n: ServiceLocalize;
  words: ServicesLocalize;
  host: LinkHost;
  opened: DialogController<ServiceLink>;
  way: ServiceWay;
}

/** All that is to be read of a service: where else there is something of it, its terms, extras, what belongs to it, and totals. */
export function serviceBody(service: Service, { i18n, words, host, opened, way }: BodyOptions): TemplateResult {
  return html`${linkBar(service, i18n, host, opened)} ${serviceNotices(service, i18n)} ${facts(serviceFacts(service, i18n, words, way))}
  ${extrasTable(service, i18n, words, host.hides('services.price'))} ${beneathList(service, i18n, words, way)} ${totalsList(service, i18n)}`;
}
