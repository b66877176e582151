import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { DialogController } from '../core/dialog-controller.js';
import { LoadController } from '../core/load-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { property } from '../core/property.js';
import { service as texts } from './texts/service.js';
import { services } from './texts/services.js';
import { detailView } from '../ui/detail-view.js';
import { PortalRecordElement } from '../ui/record-element.js';
import { dressed } from '../ui/styles/adopt.js';
import { dialogStyles } from '../ui/styles/dialog.js';
import { listStyles } from '../ui/styles/list.js';
import { PortalServiceOpenEvent } from './events.js';
import type * as ServiceBody from './service-body.js';
import type { ServiceDialogs, ServiceScreen } from './service-dialogs.js';
import type { ServiceLink } from './service-links.js';
import type { Service } from './service-parts.js';
import type { ServiceWay } from './service-sections.js';
import type { ServiceSecrets } from './service-secrets.js';

/**
 * One service: its terms, every paid extra, what belongs to it and what all of it comes to, access data on request, and the way
 * to its contract, calls, traffic and DNS. It is renamed, renewed or not, paid otherwise, cancelled and left to run on here.
 *
 * @tag portal-service
 * @summary One service: terms, extras, totals, access data; edit, cancel.
 * @permission billing.services
 * @operation getService
 * @operation updateService
 * @operation cancelService
 * @operation withdrawCancellation
 * @operation revealServiceSecret
 * @event {PortalServiceOpenEvent} portal-service-open - Another service is about to be shown in place; cancelable; bubbles.
 * @event {PortalServiceChangedEvent} portal-service-changed - The service has been edited, cancelled, or runs on; bubbles.
 * @csspart detail - All of it.
 * @csspart actions - What can be done with it.
 * @csspart links - The way to its contract, calls, traffic and DNS.
 * @csspart notice - That it ends, and what has been achieved.
 * @csspart facts - Its terms.
 * @csspart extras - The table of extras.
 * @csspart beneath - The services that belong to it.
 * @csspart totals - What all of it comes to.
 * @csspart secrets - Access data.
 * @csspart secret - A piece of access data while it is shown.
 * @csspart badge - A word of state.
 * @csspart dialog - Editing, cancelling, and what a link has opened in place.
 */
export class PortalService extends PortalRecordElement {
  static override requires = 'billing.services' as const;
  static override styles: CSSResultGroup = [PortalRecordElement.styles, listStyles, dialogStyles];

  /** The service; or name with `id-param` the parameter of the page's address that holds it. */
  @property({ attribute: 'service-id' }) serviceId?: string;

  /** Where other services lead, with `{id}` for their id. Without it they are shown in place. */
  @property({ attribute: 'item-href' }) itemHref?: string;

  /** Where “View contract” leads, with `{id}` for the contract's id. Without it the contract opens in place. */
  @property({ attribute: 'contract-href' }) contractHref?: string;

  /** Where “View call list” leads, with `{id}` for the contract's id. Without it the calls open in place. */
  @property({ attribute: 'call-list-href' }) callListHref?: string;

  /** Where “View traffic statistics” leads, with `{id}` for the contract's id. Without it they open in place. */
  @property({ attribute: 'traffic-href' }) trafficHref?: string;

  /** Where “View DNS records” leads, with `{id}` for the id of the zone. Without it the records open in place. */
  @property({ attribute: 'dns-records-href' }) dnsRecordsHref?: string;

  #moved = false;
  #dialogs?: ServiceDialogs;
  #secrets?: ServiceSecrets;
  #loading?: Promise<void>;
  #i18n = new LocalizeController(this, texts);
  #words = new LocalizeController(this, services);
  #opened = new DialogController<ServiceLink>(this);
  protected override readonly content: LoadController<Service, typeof ServiceBody> = new LoadController<Service, typeof ServiceBody>(this, {
    path: '/services',
    args: () => (this.#id ? [this.#id] : undefined),
    fetch: (api, init) => {
      const params = { path: { serviceId: this.#id! } };
      return api.GET('/services/{serviceId}', { params, ...init });
    },
    views: () => dressed(this, import('./service-body.js')),
  });

  get #id(): string | undefined {
    return this.recordId(this.serviceId);
  }

  protected override view(): unknown {
    return detailView(this.content, this.#i18n, (service) => this.#service(service), 10);
  }

  /** The focus follows to the service that has taken the place of the one before. */
  protected override updated(): void {
    if (!this.#moved || this.content.value?.id !== this.#id) return;
    this.#moved = false;
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  }

  #service(service: Service): TemplateResult {
    const { serviceBody, serviceHead } = this.content.views;
    const act = (screen: ServiceScreen) => void this.#act(screen);
    const way: ServiceWay = { itemHref: this.itemHref, open: (id) => this.#open(id) };
    const options = { i18n: this.#i18n, words: this.#words, host: this, opened: this.#opened, way };
    return html`${serviceHead(service, this.#i18n, this.#words, this, act)} ${this.#dialogs?.notice()} ${serviceBody(service, options)}
    ${this.#accessData(service)} ${this.#dialogs?.view(service)}`;
  }

  #accessData(service: Service): unknown {
    if (!service.secrets?.length || !this.can('update')) return nothing;
    if (!this.#secrets) void this.#loadSecrets();
    return this.#secrets?.view(service);
  }

  #loadSecrets(): Promise<void> {
    this.#loading ??= import('./service-secrets.js').then(({ ServiceSecrets }) => {
      this.#secrets = new ServiceSecrets(this, () => this.content.value);
      this.requestUpdate();
    });
    return this.#loading;
  }

  async #act(screen: ServiceScreen): Promise<void> {
    const { ServiceDialogs } = await import('./service-dialogs.js');
    this.#dialogs ??= new ServiceDialogs(this, this.#words, this.content);
    this.#dialogs.open(screen);
  }

  #open(id: string): void {
    /** @internal */
    if (!this.dispatchEvent(new PortalServiceOpenEvent(id))) return;
    this.serviceId = id;
    this.#moved = true;
  }
}
