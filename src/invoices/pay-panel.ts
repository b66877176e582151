import { html, type TemplateResult } from 'lit';
import { KeepAlive } from '../core/keep-alive.js';
import { Lazy } from '../core/lazy.js';
import { Panel } from '../core/panel.js';
import { lazyView } from '../ui/lazy-view.js';
import type { PortalInvoice } from './portal-invoice.js';
import { mayPay, type Means } from './record-view.js';
import { invoice as texts } from './texts/invoice.js';

/** Paying an invoice in its own place, by a payment or from a credit. */
export class PayPanel extends Panel<PortalInvoice, typeof texts.english> {
  #open?: { id: string; means: Means } | undefined;
  readonly #keepAlive = new KeepAlive();
  readonly #elements: Record<Means, Lazy<unknown>>;

  /** @param moveFocus Called when something else is about to be shown. */
  constructor(
    host: PortalInvoice,
    private readonly moveFocus: () => void,
  ) {
    super(host, texts);
    this.#elements = {
      payment: new Lazy<unknown>(host, () => import('../define/portal-pay-invoices.js')),
      credit: new Lazy<unknown>(host, () => import('../define/portal-apply-credit.js')),
    };
  }

  /** This invoice is being paid. */
  isOf(id: string | undefined): boolean {
    return this.#open !== undefined && this.#open.id === id && mayPay(this.host, this.#open.means);
  }

  open(id: string, means: Means): void {
    this.#show({ id, means });
    this.#elements[means].use();
  }

  render(): TemplateResult {
    const { id, means } = this.#open!;
    const content =
      means === 'payment'
        ? html`<portal-pay-invoices invoice-ids=${id}><slot name="payment" slot="payment"></slot></portal-pay-invoices>`
        : html`<portal-apply-credit invoice-id=${id}></portal-apply-credit>`;
    return html`<p><button type="button" class="back" @click=${this.#close}>${this.i18n.t('back')}</button></p>
      ${lazyView(this.#elements[means], this.i18n, () => this.#keepAlive.keep(content))}`;
  }

  #close = (): void => this.#show(undefined);

  #show(open: { id: string; means: Means } | undefined): void {
    this.#open = open;
    this.#keepAlive.clear();
    this.moveFocus();
    this.update();
  }
}
