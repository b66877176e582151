import { html, type CSSResultGroup } from 'lit';
import type { Api } from '../api/connection.js';
import type { Answer } from '../api/problem.js';
import type { PortalInvoicesPaidEvent } from '../core/business/invoices-paid-event.js';
import { Lazy } from '../core/lazy.js';
import { emptyWhenMissing, LoadController } from '../core/loading/load-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { PortalElement } from '../core/portal-element.js';
import { property } from '../core/property.js';
import { payment as texts } from '../i18n/texts/payment.js';
import { detailView } from '../ui/detail-view.js';
import { detailStyles } from '../ui/styles/detail.js';
import { sharedStyles } from '../ui/styles/shared.js';
import { toolStyles } from '../ui/styles/tools.js';
import type { Invoice } from './payment.js';

/** Asks for each invoice afresh; the first answer that is none stands for all. */
async function fetchInvoices(api: Api, ids: readonly string[], init: object): Promise<Answer<Invoice[]>> {
  const answers = await Promise.all(ids.map((invoiceId) => api.GET('/invoices/{invoiceId}', { params: { path: { invoiceId } }, ...init })));
  const failed = answers.find(({ data }) => !data);
  return failed
    ? { error: failed.error, response: failed.response }
    : { data: answers.flatMap(({ data }) => data ?? []), response: answers[0]!.response };
}

/**
 * Pays one invoice or several of one currency, whole or in part. Card data stays with the payment provider: its own fields
 * are put into the slot, and only the token they give is passed on.
 *
 * @tag portal-pay-invoices
 * @summary Pays invoices, whole or in part, with the payment provider's own fields.
 * @example
 * <portal-pay-invoices invoice-ids="inv_1 inv_2">
 *   <card-fields slot="payment"></card-fields>
 * </portal-pay-invoices>
 * @permission billing.invoices
 * @operation getInvoice
 * @operation createPayment
 * @slot payment - The payment provider's own fields: an element with a method `createPaymentToken` (type `PaymentFields`).
 * @event {PortalInvoicesPaidEvent} portal-invoices-paid - The invoices have been paid, or their payment is under way; bubbles.
 * @csspart detail - All of it.
 * @csspart empty - What is said when there is nothing to pay.
 * @csspart amounts - The invoices with their amounts.
 * @csspart total - What is to be paid in all.
 * @csspart receipt - What has been paid.
 * @csspart skeleton - The placeholder while it is loading.
 */
export class PortalPayInvoices extends PortalElement {
  static override requires = 'billing.invoices' as const;
  static override styles: CSSResultGroup = [PortalElement.styles, sharedStyles, toolStyles, detailStyles];

  /** The invoices to pay, separated by spaces; at most 100. */
  @property({ attribute: 'invoice-ids' }) invoiceIds?: string;

  #i18n = new LocalizeController(this, texts);
  #panel = new Lazy(this, () => import('./pay-panel.js').then((each) => new each.PayPanel(this, this.#invoices)));
  #invoices: LoadController<Invoice[]> = new LoadController<Invoice[]>(this, {
    path: '/invoices',
    args: () => (this.can('update') && this.#ids.length > 0 ? this.#ids : undefined),
    fetch: (api, init) => fetchInvoices(api, this.#ids, init),
    alongside: this.#panel,
  });
  protected override readonly content = emptyWhenMissing(this.#invoices);

  get #ids(): string[] {
    return [...new Set(this.invoiceIds?.match(/\S+/g))].slice(0, 100);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    if (changed.has('invoiceIds')) this.#panel.value?.begin();
  }

  protected override view(): unknown {
    const panel = this.#panel.value;
    if (!this.can('update')) return html`<div class="message" part="empty"><p>${this.#i18n.t('mayNotPay')}</p></div>`;
    return panel?.receipt() ?? detailView(this.#invoices, this.#i18n, () => panel!.render(), 4);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-pay-invoices': PortalPayInvoices;
  }

  interface GlobalEventHandlersEventMap {
    'portal-invoices-paid': PortalInvoicesPaidEvent;
  }
}
