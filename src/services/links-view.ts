import { html, nothing, type TemplateResult } from 'lit';
import type { Resource } from '../context/permissions.js';
import type { DialogController } from '../core/dialog-controller.js';
import { lazy } from '../core/lazy.js';
import type { PortalElement } from '../core/portal-element.js';
import type { service as texts } from './texts/service.js';
import { elementDialog } from '../ui/dialog.js';
import { linkAddress } from '../ui/link-address.js';
import type { Service } from './service.js';
import type { ServiceLocalize } from './record-view.js';

type Texts = typeof texts.english;

/** A link to something that the portal has elsewhere about a service. */
export interface ServiceLink {
  /** The entry of the service's `shows` that offers it. */
  shows: string;
  requires: Resource;
  text: Extract<keyof Texts, `view${string}`>;
  /** The title of the dialog in which it opens. */
  title: 'contractOf' | 'callsOf' | 'trafficOf' | 'recordsOf';
  /** The property of the element that holds its address. */
  address: 'contractHref' | 'callListHref' | 'trafficHref' | 'dnsRecordsHref';
  /** The value of `{id}` in that address; without one there is nothing to see. */
  id: (service: Service) => string | null;
  load: () => Promise<unknown>;
  element: (id: string) => TemplateResult;
}

const contractId = (service: Service) => service.contractId;

/** In the order in which they are shown. */
const serviceLinks: readonly ServiceLink[] = [
  {
    shows: 'contract',
    requires: 'contracts.list',
    text: 'viewContract',
    title: 'contractOf',
    address: 'contractHref',
    id: contractId,
    load: lazy(() => import('../define/portal-contract.js')),
    element: (id) => html`<portal-contract contract-id=${id}></portal-contract>`,
  },
  {
    shows: 'calls',
    requires: 'contracts.call-list',
    text: 'viewCalls',
    title: 'callsOf',
    address: 'callListHref',
    id: contractId,
    load: lazy(() => import('../define/portal-call-list.js')),
    element: (id) => html`<portal-call-list contract-id=${id}></portal-call-list>`,
  },
  {
    shows: 'traffic',
    requires: 'contracts.traffic',
    text: 'viewTraffic',
    title: 'trafficOf',
    address: 'trafficHref',
    id: contractId,
    load: lazy(() => import('../define/portal-traffic.js')),
    element: (id) => html`<portal-traffic contract-id=${id}></portal-traffic>`,
  },
  {
    shows: 'dns-records',
    requires: 'devices.dns-records',
    text: 'viewRecords',
    title: 'recordsOf',
    address: 'dnsRecordsHref',
    id: ({ zoneId }) => zoneId,
    load: lazy(() => import('../define/portal-dns-records.js')),
    element: (id) => html`<portal-dns-records zone-id=${id}></portal-dns-records>`,
  },
];

/** An element whose properties say where links lead. */
export type LinkHost = PortalElement & { readonly [Address in ServiceLink['address']]?: string | undefined };

/** The way to what else there is of a service and the person may see: where the page says, or in place. */
export function linkBar(service: Service, i18n: ServiceLocalize, host: LinkHost, opened: DialogController<ServiceLink>): unknown {
  const { t } = i18n;
  const links = serviceLinks.filter((link) => service.shows?.includes(link.shows) && link.id(service) && host.can('view', link.requires));
  if (links.length === 0) return nothing;
  const one = (link: ServiceLink) => {
    const href = linkAddress(host[link.address], link.id(service)!);
    return href
      ? html`<a class="button" href=${href}>${t(link.text)}</a>`
      : html`<button type="button" aria-haspopup="dialog" @click=${() => opened.open(link)}>${t(link.text)}</button>`;
  };
  const shown = links.find((link) => link === opened.value);
  return html`<nav class="links" part="links" aria-label=${t('links')}>${links.map(one)}</nav>
    ${shown ? elementDialog(opened, i18n, t(shown.title, service.number), (link) => link.element(link.id(service)!)) : nothing}`;
}
