import { html, type CSSResultGroup } from 'lit';
import { Lazy } from '../core/lazy.js';
import { LoadController } from '../core/loading/load-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { property } from '../core/property.js';
import { shared } from '../i18n/texts/shared.js';
import type { PortalQuoteAcceptedEvent, PortalQuoteDeclinedEvent } from './events.js';
import { detailView } from '../ui/detail-view.js';
import { PortalRecordElement } from '../ui/record-element.js';
import { listStyles } from '../ui/styles/list.js';
import type { Quote } from './quote.js';

/**
 * One quote with its lines, options, sums and terms. Options are chosen, and the server says what it then comes to; the quote
 * is accepted, which places an order, or declined, or asked about.
 *
 * @tag portal-quote
 * @summary One quote: read, choose options, accept, decline, ask.
 * @example
 * <portal-quote id-param="id" order-href="/order?id={id}"></portal-quote>
 * <portal-quote quote-id="quo_1"></portal-quote>
 * @permission billing.quotes
 * @operation getQuote
 * @operation getQuoteTotals
 * @operation getQuoteDocument
 * @operation acceptQuote
 * @operation declineQuote
 * @operation askAboutQuote
 * @event {PortalQuoteAcceptedEvent} portal-quote-accepted - The quote has been accepted, and an order placed; bubbles.
 * @event {PortalQuoteDeclinedEvent} portal-quote-declined - The quote has been declined; bubbles.
 * @csspart notice - How it stands, or what has been done.
 * @csspart facts - Dates, contact and terms.
 * @csspart lines - The table of what is offered.
 * @csspart options - The table of what can be had in addition.
 * @csspart totals - The sums.
 * @csspart task - The form in which it is accepted, declined or asked about.
 * @csspart questions - What has been asked.
 * @csspart dialog - The order that it has become.
 */
export class PortalQuote extends PortalRecordElement {
  static override requires = 'billing.quotes' as const;
  static override styles: CSSResultGroup = [PortalRecordElement.styles, listStyles];

  /** The quote; or name with `id-param` the parameter of the page's address that holds it. */
  @property({ attribute: 'quote-id' }) quoteId?: string;

  /** The address of the order that an accepted quote has become, with `{id}` for its id. Without it the order opens in a dialog. */
  @property({ attribute: 'order-href' }) orderHref?: string;

  /** The address of a newer quote, with `{id}` for its id. Without it the newer one is shown in place. */
  @property({ attribute: 'item-href' }) itemHref?: string;

  #i18n = new LocalizeController(this, shared);
  #panel = new Lazy(this, () => import('./record-panel.js').then((each) => new each.RecordPanel(this, this.content)));
  protected override readonly content: LoadController<Quote> = new LoadController<Quote>(this, {
    path: '/quotes',
    args: () => (this.#id ? [this.#id] : undefined),
    fetch: (api, init) => api.GET('/quotes/{quoteId}', { params: { path: { quoteId: this.#id! } }, ...init }),
    alongside: this.#panel,
  });

  get #id(): string | undefined {
    return this.recordId(this.quoteId);
  }

  protected override view(): unknown {
    const panel = this.#panel.value;
    return html`${detailView(this.content, this.#i18n, (quote) => panel!.render(quote), 12)} ${panel?.dialog()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-quote': PortalQuote;
  }

  interface GlobalEventHandlersEventMap {
    'portal-quote-accepted': PortalQuoteAcceptedEvent;
    'portal-quote-declined': PortalQuoteDeclinedEvent;
  }
}
