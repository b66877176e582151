import { css, type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import type { Resource } from '../context/permissions.js';
import { DialogController } from '../core/dialog-controller.js';
import { KeepAlive } from '../core/keep-alive.js';
import { lazy, Lazy } from '../core/lazy.js';
import { LoadController } from '../core/loading/load-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { property } from '../core/property.js';
import { formatBitRate, formatBytes } from '../i18n/units.js';
import { detailView, facts } from '../ui/detail-view.js';
import { elementDialog } from '../ui/dialog.js';
import { lazyView } from '../ui/lazy-view.js';
import { linkAddress } from '../ui/link-address.js';
import { PortalRecordElement } from '../ui/record-element.js';
import { dialogStyles } from '../ui/styles/dialog.js';
import { type Contract, contractKind, contractPrice, contractStatus } from './contract.js';
import { contract as texts } from './texts/contract.js';
import { contracts } from './texts/contracts.js';

type ContractLocalize = LocalizeController<typeof texts.english>;
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
const contractFacts = (all: readonly Fact[], i18n: ContractLocalize): TemplateResult =>
  facts(
    all
      .filter(({ values }) => values?.length > 0)
      .map((fact) => [i18n.label(`fact-${fact.key}`, fact.label || fact.key), factValue(fact, i18n)] as const),
  );

/** The terms that every contract has: subject, dates and price. */
function contractTerms(contract: Contract, i18n: ContractLocalize, hidesPrice: boolean): Entry[] {
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

/** A link to something that the portal has elsewhere about a contract. */
interface ContractLink {
  /** Tells whether there is something of this contract to see. */
  isFor: (contract: Contract) => boolean;
  requires: Resource;
  text: Extract<keyof typeof texts.english, `view${string}`>;
  /** The title of the dialog in which it opens. */
  title: 'callsOf' | 'ipTrafficOf' | 'zonesOf' | 'recordsOf' | 'invoicesOf';
  /** The property of the element that holds its address. */
  address: 'callListHref' | 'ipTrafficHref' | 'dnsZonesHref' | 'dnsRecordsHref' | 'invoicesHref';
  /** The value of `{id}` in that address. */
  id: (contract: Contract) => string;
  load: () => Promise<unknown>;
  element: (contract: Contract) => TemplateResult;
}

const shows = (what: string) => (contract: Contract) => !!contract.shows?.includes(what);
const ownId = ({ id }: Contract) => id;

/** In the order in which they are shown. */
const contractLinks: readonly ContractLink[] = [
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

/** One contract: its head with the links, its facts, and what stands below them. */
const recordStyles = css`
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25em;
    overflow-wrap: anywhere;
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    justify-content: start;
    gap: 0.5em;
  }
  .links > :first-child {
    margin: 0;
  }
  .links > * {
    color: inherit;
    text-align: start;
  }
  .notice {
    margin: 0;
  }
  h3 {
    margin-block: 0 0.5em;
  }
  .facts + h3 {
    margin-block-start: 0.25em;
  }
  .value {
    display: block;
  }
  meter {
    display: block;
    inline-size: min(100%, 9em);
    block-size: 0.75em;
    margin-block-start: 0.25em;
  }
  .below p {
    margin: 0 0 0.75em;
  }
  .below {
    padding-block-start: 1.25em;
    border-block-start: 1px solid var(--_line);
  }
`;

/**
 * One contract: its terms, what its kind adds, and the way to its calls, traffic, DNS and invoices, as far as the person may
 * see them. Each link leads where the page says, or opens in place. The total traffic of a serverhousing contract stands below.
 *
 * @tag portal-contract
 * @summary One contract: terms and facts, the way to calls, traffic, DNS and invoices.
 * @example
 * <portal-contract id-param="id" call-list-href="/calls?contract={id}"></portal-contract>
 * <portal-contract contract-id="con_1"></portal-contract>
 * @permission contracts.list
 * @operation getContract
 * @csspart links - The way to calls, traffic, DNS and invoices.
 * @csspart facts - Terms, and what the kind adds.
 * @csspart traffic - The total traffic.
 * @csspart dialog - What a link has opened in place.
 */
export class PortalContract extends PortalRecordElement {
  static override requires = 'contracts.list' as const;
  static override styles: CSSResultGroup = [PortalRecordElement.styles, dialogStyles, recordStyles];

  /** The contract; or name with `id-param` the parameter of the page's address that holds it. */
  @property({ attribute: 'contract-id' }) contractId?: string;

  /** The address that “View call list” leads to, with `{id}` for the contract's id. Without it the calls open in place. */
  @property({ attribute: 'call-list-href' }) callListHref?: string;

  /** The address that “View traffic statistics by IP address” leads to, with `{id}` for the contract's id. Without it they open in place. */
  @property({ attribute: 'ip-traffic-href' }) ipTrafficHref?: string;

  /** The address that “View traffic statistics” leads to, with `{id}` for the contract's id. Without it there is no such link: the total traffic is shown here. */
  @property({ attribute: 'traffic-href' }) trafficHref?: string;

  /** The address that “View DNS zones” leads to. Without it the zones open in place. */
  @property({ attribute: 'dns-zones-href' }) dnsZonesHref?: string;

  /** The address that “View DNS records” leads to, with `{id}` for the id of the zone. Without it the records open in place. */
  @property({ attribute: 'dns-records-href' }) dnsRecordsHref?: string;

  /** The address that “View invoices” leads to, with `{id}` for the contract's id. Without it the invoices open in place. */
  @property({ attribute: 'invoices-href' }) invoicesHref?: string;

  #i18n = new LocalizeController(this, texts);
  #opened = new DialogController<ContractLink>(this, (link) => link.load());
  #traffic = new Lazy(this, () => import('../define/portal-traffic.js'));
  #trafficPlace = new KeepAlive();
  protected override readonly content: LoadController<Contract> = new LoadController<Contract>(this, {
    path: '/contracts',
    args: () => (this.#id ? [this.#id] : undefined),
    fetch: (api, init) => api.GET('/contracts/{contractId}', { params: { path: { contractId: this.#id! } }, ...init }),
  });

  get #id(): string | undefined {
    return this.recordId(this.contractId);
  }

  protected override view(): unknown {
    return detailView(this.content, this.#i18n, (contract) => this.#contract(contract));
  }

  #contract(contract: Contract): TemplateResult {
    const { t } = this.#i18n;
    const { name, number, statusReason, facts: details = [] } = contract;
    const links = contractLinks.filter((link) => link.isFor(contract) && this.can('view', link.requires));
    const opened = this.#opened.value;
    return html`<header class="head">
        <h2>
          <small class="muted">${contractKind(contract, this.#i18n)} <bdi>${number}</bdi></small>
          <span><bdi>${name || number || t('unlabelled')}</bdi> ${contractStatus(contract, this.#i18n)}</span>
        </h2>
      </header>
      ${links.length > 0 ? html`<nav class="links" part="links" aria-label=${t('links')}>${links.map((link) => this.#link(link, contract))}</nav>` : nothing}
      ${
        statusReason
          ? html`<div class="notice warning">
              <p><bdi>${statusReason}</bdi></p>
            </div>`
          : nothing
      }
      ${facts(contractTerms(contract, this.#i18n, this.hides('contracts.price')))}
      ${
        details.length > 0
          ? html`<div class="below">
              <h3>${t('details')}</h3>
              ${contractFacts(details, this.#i18n)}
            </div>`
          : nothing
      }
      ${this.#totalTraffic(contract)}
      ${
        opened && links.includes(opened)
          ? elementDialog(this.#opened, this.#i18n, t(opened.title, number), ({ element }) => element(contract))
          : nothing
      }`;
  }

  #link(link: ContractLink, contract: Contract): TemplateResult {
    const text = this.#i18n.t(link.text);
    const href = linkAddress(this[link.address], link.id(contract));
    return href
      ? html`<a class="button" href=${href}>${text}</a>`
      : html`<button type="button" aria-haspopup="dialog" @click=${() => this.#opened.open(link)}>${text}</button>`;
  }

  #totalTraffic(contract: Contract): TemplateResult | typeof nothing {
    if (!contract.shows?.includes('traffic') || !this.can('view', 'contracts.traffic')) return nothing;
    const { t } = this.#i18n;
    const href = linkAddress(this.trafficHref, contract.id);
    this.#traffic.useWhenIdle();
    return html`<div class="below" part="traffic">
      <h3>${t('traffic')}</h3>
      ${href ? html`<p><a class="link" href=${href}>${t('viewTraffic')}</a></p>` : nothing}
      ${lazyView(this.#traffic, this.#i18n, () => this.#trafficPlace.keep(html`<portal-traffic contract-id=${contract.id}></portal-traffic>`))}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-contract': PortalContract;
  }
}
