import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import type { LocalizeController } from '../core/localize-controller.js';
import { KeepAlive } from '../core/keep-alive.js';
import { isPayable } from '../core/payable.js';
import type { PortalElement } from '../core/portal-element.js';
import type { invoice as texts } from './texts/invoice.js';

type Invoice = components['schemas']['Invoice'];
type Means = 'payment' | 'credit';

/** Paying an invoice in its own place, by a payment or from a credit; each is loaded when it is asked for. */
export class InvoicePayment {
  #open?: { id: string; means: Means } | undefined;
  readonly #place = new KeepAlive();

  /** @param moved Called when something else is about to be shown. */
  constructor(
    private readonly host: PortalElement,
    private readonly i18n: LocalizeController<typeof texts.english>,
    private readonly moved: () => void,
  ) {}

  /** Whether this invoice is being paid. */
  isOf(id: string | undefined): boolean {
    return this.#open !== undefined && this.#open.id === id && this.#may(this.#open.means);
  }

  /** What can be done to pay it. */
  buttons(invoice: Invoice): unknown {
    const button = (means: Means, label: string, kind: string) =>
      this.#may(means)
        ? html`<button type="button" class=${kind} @click=${() => this.#show(invoice.id, means)}>${label}</button>`
        : nothing;
    if (!isPayable(invoice)) return nothing;
    return [
      invoice.allowedActions.includes('apply-credit') ? button('credit', this.i18n.t('useCredit'), '') : nothing,
      button('payment', this.i18n.t('pay'), 'primary'),
    ];
  }

  view(): TemplateResult {
    const { id, means } = this.#open!;
    const payment = html`<portal-pay-invoices invoice-ids=${id}><slot name="payment" slot="payment"></slot></portal-pay-invoices>`;
    return html`<p><button type="button" class="back" @click=${this.#close}>${this.i18n.t('back')}</button></p>
      ${this.#place.keep(means === 'payment' ? payment : html`<portal-apply-credit invoice-id=${id}></portal-apply-credit>`)}`;
  }

  #may(means: Means): boolean {
    return this.host.can('update') && (means === 'payment' || this.host.can('update', 'billing.credits'));
  }

  #show(id: string, means: Means): void {
    this.#change({ id, means });
    void (means === 'credit' ? import('../define/portal-apply-credit.js') : import('../define/portal-pay-invoices.js'));
  }

  #close = (): void => this.#change(undefined);

  #change(open: { id: string; means: Means } | undefined): void {
    this.#open = open;
    this.#place.clear();
    this.moved();
    this.host.requestUpdate();
  }
}
