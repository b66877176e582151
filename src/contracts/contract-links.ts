import { html, type TemplateResult } from 'lit';
import type { Resource } from '../context/permissions.js';
import type { contract as texts } from './texts/contract.js';
import type { Contract } from './contract-parts.js';

type Texts = typeof texts.english;

/** Where else the portal has something about a contract. */
export interface ContractLink {
  /** Whether there is something of this contract to see. */
  isFor: (contract: Contract) => boolean;
  requires: Resource;
  text: Extract<keyof Texts, `view${string}`>;
  /** The title of the dialog in which it opens. */
  title: 'callsOf' | 'ipTrafficOf' | 'zonesOf' | 'recordsOf' | 'invoicesOf';
  /** The property of the element that holds its address. */
  address: 'callListHref' | 'ipTrafficHref' | 'dnsZonesHref' | 'dnsRecordsHref' | 'invoicesHref';
  /** What stands for `{id}` in that address. */
  id: (contract: Contract) => string;
  load: () => Promise<unknown>;
  element: (contract: Contract) => TemplateResult;
}

const shows = (what: string) => (contract: Contract) => !!contract.shows?.includes(what);
const ownId = ({ id }: Contract) => id;

/** In the order in which they are shown. */
export const contractLinks: readonly ContractLink[] = [
  {
    isFor: shows('calls'),
    requires: 'contracts.call-list',
    text: 'viewCalls',
    title: 'callsOf',
    address: 'callListHref',
    id: ownId,
    load: () => import('../define/portal-call-list.js'),
    element: ({ id }) => html`<portal-call-list contract-id=${id}></portal-call-list>`,
  },
  {
    isFor: shows('traffic-by-ip'),
    requires: 'contracts.traffic-by-ip',
    text: 'viewIpTraffic',
    title: 'ipTrafficOf',
    address: 'ipTrafficHref',
    id: ownId,
    load: () => import('../define/portal-ip-traffic.js'),
    element: ({ id }) => html`<portal-ip-traffic contract-id=${id}></portal-ip-traffic>`,
  },
  {
    isFor: shows('dns-zones'),
    requires: 'devices.dns-zones',
    text: 'viewZones',
    title: 'zonesOf',
    address: 'dnsZonesHref',
    id: ownId,
    load: () => import('../define/portal-dns-zones.js'),
    element: () => html`<portal-dns-zones></portal-dns-zones>`,
  },
  {
    isFor: (contract) => shows('dns-records')(contract) && !!contract.zoneId,
    requires: 'devices.dns-records',
    text: 'viewRecords',
    title: 'recordsOf',
    address: 'dnsRecordsHref',
    id: ({ zoneId }) => zoneId!,
    load: () => import('../define/portal-dns-records.js'),
    element: ({ zoneId }) => html`<portal-dns-records zone-id=${zoneId!}></portal-dns-records>`,
  },
  {
    isFor: shows('invoices'),
    requires: 'billing.invoices',
    text: 'viewInvoices',
    title: 'invoicesOf',
    address: 'invoicesHref',
    id: ownId,
    load: () => import('../define/portal-invoices.js'),
    element: ({ id }) => html`<portal-invoices contract-id=${id}></portal-invoices>`,
  },
];
