import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { DialogController } from '../core/dialog-controller.js';
import { KeepAlive } from '../core/keep-alive.js';
import { Lazy } from '../core/lazy.js';
import { LoadController } from '../core/load-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { property } from '../core/property.js';
import { detailView, facts } from '../ui/detail-view.js';
import { elementDialog } from '../ui/dialog.js';
import { linkAddress } from '../ui/link-address.js';
import { lazyView } from '../ui/lazy-view.js';
import { PortalRecordElement } from '../ui/record-element.js';
import { dialogStyles } from '../ui/styles/dialog.js';
import { contractKind, contractStatus, type Contract } from './contract.js';
import { contractFacts, contractLinks, contractTerms, type ContractLink } from './record-view.js';
import { recordStyles } from './record.styles.js';
import { contract as texts } from './texts/contract.js';

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

  /** Where “View call list” leads, with `{id}` for the contract's id. Without it the calls open in place. */
  @property({ attribute: 'call-list-href' }) callListHref?: string;

  /** Where “View traffic statistics by IP address” leads, with `{id}` for the contract's id. Without it they open in place. */
  @property({ attribute: 'ip-traffic-href' }) ipTrafficHref?: string;

  /** Where “View traffic statistics” leads, with `{id}` for the contract's id. Without it there is no such link: the total traffic is shown here. */
  @property({ attribute: 'traffic-href' }) trafficHref?: string;

  /** Where “View DNS zones” leads. Without it the zones open in place. */
  @property({ attribute: 'dns-zones-href' }) dnsZonesHref?: string;

  /** Where “View DNS records” leads, with `{id}` for the id of the zone. Without it the records open in place. */
  @property({ attribute: 'dns-records-href' }) dnsRecordsHref?: string;

  /** Where “View invoices” leads, with `{id}` for the contract's id. Without it the invoices open in place. */
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
