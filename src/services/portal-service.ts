import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { DialogController } from '../core/dialog-controller.js';
import { Lazy } from '../core/lazy.js';
import { LoadController } from '../core/loading/load-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { property } from '../core/property.js';
import { detailView } from '../ui/detail-view.js';
import { lazyView } from '../ui/lazy-view.js';
import { PortalRecordElement } from '../ui/record-element.js';
import { dialogStyles } from '../ui/styles/dialog.js';
import { listStyles } from '../ui/styles/list.js';
import { PortalServiceOpenEvent, type PortalServiceChangedEvent } from './events.js';
import type { ServiceLink } from './links-view.js';
import type { Service } from './service.js';
import { service as texts } from './texts/service.js';

/**
 * One service: its terms, every paid extra, what belongs to it and what all of it comes to, access data on request, and the way
 * to its contract, calls, traffic and DNS. It is renamed, renewed or not, paid otherwise, cancelled and left to run on here.
 *
 * @tag portal-service
 * @summary One service: terms, extras, totals, access data; edit, cancel.
 * @example
 * <portal-service id-param="id"></portal-service>
 * <portal-service service-id="srv_1"></portal-service>
 * @permission billing.services
 * @operation getService
 * @operation updateService
 * @operation cancelService
 * @operation withdrawCancellation
 * @operation revealServiceSecret
 * @event {PortalServiceOpenEvent} portal-service-open - Another service is about to be shown in place; cancelable; bubbles.
 * @event {PortalServiceChangedEvent} portal-service-changed - The service has been edited, cancelled, or runs on; bubbles.
 * @csspart actions - What can be done with it.
 * @csspart links - The way to its contract, calls, traffic and DNS.
 * @csspart notice - That it ends, and what has been achieved.
 * @csspart facts - Its terms.
 * @csspart extras - The table of extras.
 * @csspart beneath - The services that belong to it.
 * @csspart totals - What all of it comes to.
 * @csspart secrets - Access data.
 * @csspart secret - A piece of access data while it is shown.
 * @csspart dialog - Editing, cancelling, and what a link has opened in place.
 */
export class PortalService extends PortalRecordElement {
  static override requires = 'billing.services' as const;
  static override styles: CSSResultGroup = [PortalRecordElement.styles, listStyles, dialogStyles];

  /** The service; or name with `id-param` the parameter of the page's address that holds it. */
  @property({ attribute: 'service-id' }) serviceId?: string;

  /** The address that other services lead to, with `{id}` for their id. Without it they are shown in place. */
  @property({ attribute: 'item-href' }) itemHref?: string;

  /** The address that “View contract” leads to, with `{id}` for the contract's id. Without it the contract opens in place. */
  @property({ attribute: 'contract-href' }) contractHref?: string;

  /** The address that “View call list” leads to, with `{id}` for the contract's id. Without it the calls open in place. */
  @property({ attribute: 'call-list-href' }) callListHref?: string;

  /** The address that “View traffic statistics” leads to, with `{id}` for the contract's id. Without it they open in place. */
  @property({ attribute: 'traffic-href' }) trafficHref?: string;

  /** The address that “View DNS records” leads to, with `{id}` for the id of the zone. Without it the records open in place. */
  @property({ attribute: 'dns-records-href' }) dnsRecordsHref?: string;

  /** Another service has been opened here: its heading takes the focus. */
  #focusPending = false;
  #i18n = new LocalizeController(this, texts);
  #opened = new DialogController<ServiceLink>(this, (link) => link.load());
  #view = new Lazy(this, () => import('./record-view.js'));
  #actions = new Lazy(this, () => import('./actions-panel.js').then((each) => new each.ActionsPanel(this, () => this.content.reload())));
  #secrets = new Lazy(this, () => import('./secrets-panel.js').then((each) => new each.SecretsPanel(this, () => this.content.value)));
  protected override readonly content: LoadController<Service> = new LoadController<Service>(this, {
    path: '/services',
    args: () => (this.#id ? [this.#id] : undefined),
    fetch: (api, init) => api.GET('/services/{serviceId}', { params: { path: { serviceId: this.#id! } }, ...init }),
    alongside: this.#view,
  });

  get #id(): string | undefined {
    return this.recordId(this.serviceId);
  }

  protected override view(): unknown {
    return detailView(this.content, this.#i18n, (service) => this.#service(service), 10);
  }

  protected override updated(): void {
    if (!this.#focusPending || this.content.value?.id !== this.#id) return;
    this.#focusPending = false;
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  }

  #service(service: Service): TemplateResult {
    const { serviceBody, serviceHead } = this.#view.value!;
    const options = {
      i18n: this.#i18n,
      host: this,
      opened: this.#opened,
      way: { itemHref: this.itemHref, open: (id: string) => this.#open(id) },
    };
    return html`${serviceHead(service, this.#i18n, this, (action) => this.#actions.use((panel) => panel.open(action, service)))}
    ${lazyView(this.#actions, this.#i18n, (panel) => panel.notice())} ${serviceBody(service, options)} ${this.#accessData(service)}
    ${this.#actions.value?.render(service)}`;
  }

  #accessData(service: Service): unknown {
    if (!service.secrets?.length || !this.can('update')) return nothing;
    this.#secrets.useWhenIdle();
    return lazyView(this.#secrets, this.#i18n, (panel) => panel.render(service));
  }

  #open(id: string): void {
    /** @internal */
    if (!this.dispatchEvent(new PortalServiceOpenEvent(id))) return;
    this.serviceId = id;
    this.#focusPending = true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-service': PortalService;
  }

  interface GlobalEventHandlersEventMap {
    'portal-service-open': PortalServiceOpenEvent;
    'portal-service-changed': PortalServiceChangedEvent;
  }
}
