import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import type { Resource } from '../context/permissions.js';
import { lazy } from '../core/lazy.js';
import type { LocalizeController } from '../core/localize-controller.js';
import { formatBitRate, formatBytes } from '../i18n/units.js';
import { facts } from '../ui/detail-view.js';
import { contractPrice, type Contract } from './contract.js';
import type { contract as texts } from './texts/contract.js';
import { contracts } from './texts/contracts.js';

export type ContractLocalize = LocalizeController<typeof texts.english>;
type Entry = readonly [label: string, value: unknown];
type Fact = components['schemas']['ContractFact'];

/** One value formatted by its type; a value of another or an unknown type unchanged. */
function written(value: string, type: string | undefined, { t, day, number, language }: ContractLocalize): string | undefined {
  if (type === 'day') return day(value);
  if (type === 'boolean' && /^(true|false)$/.test(value)) return t(value === 'true' ? 'yes' : 'no');
  if (!/^-?\d+(\.\d+)?$/.test(value)) return value;
  if (type === 'number') return number(Number(value));
  if (type === 'bytes') return formatBytes(language, value);
  return type === 'bits-per-second' ? formatBitRate(language, Number(value)) : value;
}

/** The used part of a limit; the text beside it says the same. */
const meter = (value: string, limit: string): TemplateResult | typeof nothing =>
  Number(limit) > 0 && Number(value) >= 0
    ? html`<meter aria-hidden="true" max=${limit} high=${Number(limit) * 0.9} .value=${Number(value)}></meter>`
    : nothing;

function factValue({ values, type, limit }: Fact, i18n: ContractLocalize): unknown {
  const [first] = values;
  if (limit !== undefined && first !== undefined)
    return html`${i18n.t('ofLimit', written(first, type, i18n) ?? first, written(limit, type, i18n) ?? limit)} ${meter(first, limit)}`;
  return values.map((value) => html`<span class="value"><bdi .textContent=${written(value, type, i18n) ?? value}></bdi></span>`);
}

/** The facts that a kind of contract adds; one that is not known to this release bears the company's own label. */
export const contractFacts = (all: readonly Fact[], i18n: ContractLocalize): TemplateResult =>
  facts(
    all
      .filter(({ values }) => values?.length > 0)
      .map((fact) => [i18n.label(`fact-${fact.key}`, fact.label || fact.key), factValue(fact, i18n)] as const),
  );

/** The terms that every contract has: subject, dates and price. */
export function contractTerms(contract: Contract, i18n: ContractLocalize, hidesPrice: boolean): Entry[] {
  const { t, day } = i18n;
  const { identifier, status, startsOn, endsOn, renewsOn, cancelBy, price } = contract;
  const amount = contractPrice(contract, i18n);
  const taxed = price?.taxIncluded === undefined ? amount : t(price.taxIncluded ? 'inclusive' : 'exclusive', amount);
  return [
    [i18n.in(contracts)('identifier'), identifier && html`<bdi>${identifier}</bdi>`],
    [i18n.in(contracts)('price'), hidesPrice || !price ? undefined : taxed],
    [t(status === 'provisioning' ? 'starts' : 'since'), startsOn && day(startsOn)],
    [t(status === 'ended' ? 'ended' : 'ends'), endsOn && day(endsOn)],
    [t('renews'), endsOn ? undefined : renewsOn && day(renewsOn)],
    [t('cancelBy'), endsOn ? undefined : cancelBy && day(cancelBy)],
  ];
}

/** Where else the portal has something about a contract. */
export interface ContractLink {
  /** Whether there is something of this contract to see. */
  isFor: (contract: Contract) => boolean;
  requires: Resource;
  text: Extract<keyof typeof texts.english, `view${string}`>;
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
    load: lazy(() => import('../define/portal-call-list.js')),
    element: ({ id }) => html`<portal-call-list contract-id=${id}></portal-call-list>`,
  },
  {
    isFor: shows('traffic-by-ip'),
    requires: 'contracts.traffic-by-ip',
    text: 'viewIpTraffic',
    title: 'ipTrafficOf',
    address: 'ipTrafficHref',
    id: ownId,
    load: lazy(() => import('../define/portal-ip-traffic.js')),
    element: ({ id }) => html`<portal-ip-traffic contract-id=${id}></portal-ip-traffic>`,
  },
  {
    isFor: shows('dns-zones'),
    requires: 'devices.dns-zones',
    text: 'viewZones',
    title: 'zonesOf',
    address: 'dnsZonesHref',
    id: ownId,
    load: lazy(() => import('../define/portal-dns-zones.js')),
    element: () => html`<portal-dns-zones></portal-dns-zones>`,
  },
  {
    isFor: (contract) => shows('dns-records')(contract) && !!contract.zoneId,
    requires: 'devices.dns-records',
    text: 'viewRecords',
    title: 'recordsOf',
    address: 'dnsRecordsHref',
    id: ({ zoneId }) => zoneId!,
    load: lazy(() => import('../define/portal-dns-records.js')),
    element: ({ zoneId }) => html`<portal-dns-records zone-id=${zoneId!}></portal-dns-records>`,
  },
  {
    isFor: shows('invoices'),
    requires: 'billing.invoices',
    text: 'viewInvoices',
    title: 'invoicesOf',
    address: 'invoicesHref',
    id: ownId,
    load: lazy(() => import('../define/portal-invoices.js')),
    element: ({ id }) => html`<portal-invoices contract-id=${id}></portal-invoices>`,
  },
];
