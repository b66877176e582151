import { html, type CSSResultGroup } from 'lit';
import type { Api } from '../api/connection.js';
import { ApiError, type Answer } from '../api/problem.js';
import type { PortalInvoicesPaidEvent } from '../core/business/invoices-paid-event.js';
import { Lazy } from '../core/lazy.js';
import { emptyWhenMissing, LoadController } from '../core/loading/load-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { PortalElement } from '../core/portal-element.js';
import { property } from '../core/property.js';
import { detailView } from '../ui/detail-view.js';
import { detailStyles } from '../ui/styles/detail.js';
import { sharedStyles } from '../ui/styles/shared.js';
import { toolStyles } from '../ui/styles/tools.js';
import type { CreditChoices } from './credit.js';
import { applyCredit as texts } from './texts/apply-credit.js';

/** One credit, for whichever invoices; or one invoice, from whichever credit. */
type Subject = { creditId: string } | { invoiceId: string };

const most = 20;

/** The data of an answer. A refusal of the other resource does not close this element: there is then nothing to show. */
async function take<T>(call: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await call;
  if (data !== undefined) return data;
  const { status } = response;
  throw new ApiError('http', status === 403 ? 404 : status, error ?? {});
}

async function fetchChoices(api: Api, subject: Subject, init: object): Promise<Answer<CreditChoices>> {
  if ('creditId' in subject) {
    const { creditId } = subject;
    const { data: credit, error, response } = await api.GET('/credits/{creditId}', { params: { path: { creditId } }, ...init });
    if (!credit) return { error, response };
    const query = { currency: credit.remaining.currency, state: 'open', sort: 'dueOn', limit: most } as const;
    const { items, page } = await take(api.GET('/invoices', { params: { query }, ...init }));
    return { data: { credits: [credit], invoices: items, more: page.nextCursor !== null }, response };
  }
  const invoice = await take(api.GET('/invoices/{invoiceId}', { params: { path: subject }, ...init }));
  const query = { currency: invoice.open.currency, status: 'usable', sort: 'expiresOn', limit: most } as const;
  const { data: page, error, response } = await api.GET('/credits', { params: { query }, ...init });
  return page ? { data: { credits: page.items, invoices: [invoice], more: false }, response } : { error, response };
}

/**
 * Pays invoices from a credit: the open invoices in its currency, those due first unless told otherwise; or one invoice from
 * one of the credits that can be used for it.
 *
 * @tag portal-apply-credit
 * @summary Pays invoices from a credit, whole or in part.
 * @example
 * <portal-apply-credit credit-id="crd_1"></portal-apply-credit>
 * <portal-apply-credit invoice-id="inv_1"></portal-apply-credit>
 * @permission billing.credits
 * @operation getCredit
 * @operation listCredits
 * @operation getInvoice
 * @operation listInvoices
 * @operation applyCredit
 * @event {PortalInvoicesPaidEvent} portal-invoices-paid - Invoices have been paid from the credit; bubbles.
 * @csspart detail - All of it.
 * @csspart empty - What is said when there is nothing to use.
 * @csspart amounts - The invoices with their amounts.
 * @csspart total - What is used of the credit, and what is left.
 * @csspart receipt - What has been used.
 * @csspart skeleton - The placeholder while it is loading.
 */
export class PortalApplyCredit extends PortalElement {
  static override requires = 'billing.credits' as const;
  static override styles: CSSResultGroup = [PortalElement.styles, sharedStyles, toolStyles, detailStyles];

  /** The credit from which invoices are paid. */
  @property({ attribute: 'credit-id' }) creditId?: string;

  /** The invoice that is paid, where no credit is given. */
  @property({ attribute: 'invoice-id' }) invoiceId?: string;

  #i18n = new LocalizeController(this, texts);
  #panel = new Lazy(this, () => import('./use-panel.js').then((each) => new each.UsePanel(this, this.#choices)));
  #choices: LoadController<CreditChoices> = new LoadController<CreditChoices>(this, {
    path: '/invoices',
    args: () => (this.#allowed && this.#subject ? [this.#subject] : undefined),
    fetch: (api, init) => fetchChoices(api, this.#subject!, init),
    alongside: this.#panel,
  });
  protected override readonly content = emptyWhenMissing(this.#choices);

  get #subject(): Subject | undefined {
    const { creditId, invoiceId } = this;
    return creditId ? { creditId } : invoiceId ? { invoiceId } : undefined;
  }

  get #allowed(): boolean {
    return this.can('update') && this.can('update', 'billing.invoices');
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    if (changed.has('creditId') || changed.has('invoiceId')) this.#panel.value?.begin();
  }

  protected override view(): unknown {
    const panel = this.#panel.value;
    if (!this.#allowed) return html`<div class="message" part="empty"><p>${this.#i18n.t('mayNotUse')}</p></div>`;
    return panel?.receipt() ?? detailView(this.#choices, this.#i18n, () => panel!.render(), 4);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-apply-credit': PortalApplyCredit;
  }

  interface GlobalEventHandlersEventMap {
    'portal-invoices-paid': PortalInvoicesPaidEvent;
  }
}
