import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { DialogController } from '../core/dialog-controller.js';
import { DownloadController } from '../core/download-controller.js';
import { LoadController } from '../core/load-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { property } from '../core/property.js';
import { quote as texts } from './texts/quote.js';
import { quotes } from './texts/quotes.js';
import { detailView } from '../ui/detail-view.js';
import { dialogView } from '../ui/dialog.js';
import { failure } from '../ui/messages.js';
import { PortalRecordElement } from '../ui/record-element.js';
import { dressed } from '../ui/styles/adopt.js';
import { dialogStyles } from '../ui/styles/dialog.js';
import { listStyles } from '../ui/styles/list.js';
import { QuoteOptions } from './quote-options.js';
import type * as Sections from './quote-sections.js';
import type { QuoteTask, QuoteTasks } from './quote-tasks.js';

type Quote = components['schemas']['Quote'];

/**
 * One quote with its lines, options, sums and terms. Options are chosen, and the server says what it then comes to; the quote
 * is accepted, which places an order, or declined, or asked about.
 *
 * @tag portal-quote
 * @summary One quote: read, choose options, accept, decline, ask.
 * @permission billing.quotes
 * @operation getQuote
 * @operation getQuoteTotals
 * @operation getQuoteDocument
 * @operation acceptQuote
 * @operation declineQuote
 * @operation askAboutQuote
 * @event {PortalQuoteAcceptedEvent} portal-quote-accepted - The quote has been accepted, and an order placed; bubbles.
 * @event {PortalQuoteDeclinedEvent} portal-quote-declined - The quote has been declined; bubbles.
 * @csspart detail - All of it.
 * @csspart notice - How it stands, or what has been done.
 * @csspart facts - Dates, contact and terms.
 * @csspart lines - The table of what is offered.
 * @csspart options - The table of what can be had in addition.
 * @csspart totals - The sums.
 * @csspart task - The form in which it is accepted, declined or asked about.
 * @csspart questions - What has been asked.
 * @csspart badge - A word of state.
 * @csspart dialog - The order that it has become.
 */
export class PortalQuote extends PortalRecordElement {
  static override requires = 'billing.quotes' as const;
  static override styles: CSSResultGroup = [PortalRecordElement.styles, listStyles, dialogStyles];

  /** The quote; or name with `id-param` the parameter of the page's address that holds it. */
  @property({ attribute: 'quote-id' }) quoteId?: string;

  /** Where the order is shown that an accepted quote has become, with `{id}` for its id. Without it the order opens in a dialog. */
  @property({ attribute: 'order-href' }) orderHref?: string;

  /** Where a newer quote is shown, with `{id}` for its id. Without it the newer one is shown in place. */
  @property({ attribute: 'item-href' }) itemHref?: string;

  #tasks?: QuoteTasks;
  #shown?: string | undefined;
  #i18n = new LocalizeController(this, texts);
  #words = new LocalizeController(this, quotes);
  #pdf = new DownloadController(this);
  #order = new DialogController<string>(this);
  protected override readonly content: LoadController<Quote, typeof Sections> = new LoadController<Quote, typeof Sections>(this, {
    path: '/quotes',
    args: () => (this.#id ? [this.#id] : undefined),
    fetch: (api, init) => api.GET('/quotes/{quoteId}', { params: { path: { quoteId: this.#id! } }, ...init }),
    views: () => dressed(this, import('./quote-sections.js')),
  });
  #options = new QuoteOptions(this, this.content);

  get #id(): string | undefined {
    return this.recordId(this.quoteId);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    if (this.#id === this.#shown) return;
    this.#shown = this.#id;
    this.#options.clear();
    this.#tasks?.clear();
  }

  protected override view(): unknown {
    return html`${detailView(this.content, this.#i18n, (quote) => this.#quote(quote), 12)}
    ${dialogView(this.#order, this.#i18n, this.#i18n.t('order'), (id) => this.#order.keepAlive.keep(html`<portal-order order-id=${id}></portal-order>`))}`;
  }

  #quote(quote: Quote): TemplateResult {
    const { actions, questionList, quoteFacts, quoteHead, quoteLines, spokenSums, standing, totalsTable } = this.content.views;
    const { load, totals, current } = this.#options;
    const notice = this.#tasks?.notice;
    const failed = [this.#pdf.error, load.error].find((error) => error !== undefined);
    return html`${quoteHead(quote, this.#words, this.#i18n, { busy: this.#pdf.phase === 'busy', save: this.#save })}
      ${notice ? html`<p class="notice ${notice.kind}" part="notice" tabindex="-1">${notice.text}</p>` : nothing}
      ${standing(quote, this.#i18n, {
        order: this.can('view', 'billing.orders') ? [this.orderHref, this.#showOrder] : undefined,
        successor: [this.itemHref, (id) => (this.quoteId = id)],
      })}
      ${quoteFacts(quote, this.#i18n)} ${quote.introduction ? html`<p class="text"><bdi>${quote.introduction}</bdi></p>` : nothing}
      ${quoteLines(quote, this.#i18n, this.#options, quote.allowedActions.includes('accept'))}
      ${totals ? totalsTable(totals, this.#i18n, !current) : nothing}
      ${failed ? failure(failed, this.#i18n, load.error === undefined ? undefined : () => load.reload()) : nothing}
      <p class="visually-hidden" role="status">${load.value && totals && current ? spokenSums(totals, this.#i18n) : nothing}</p>
      ${quote.note ? html`<p class="text muted"><bdi>${quote.note}</bdi></p>` : nothing}
      ${actions(quote, this.#i18n, this, this.#tasks?.open, (task) => void this.#begin(task))} ${this.#tasks?.view(quote)}
      ${questionList(quote, this.#i18n)}`;
  }

  async #begin(task: QuoteTask): Promise<void> {
    const { QuoteTasks } = await import('./quote-tasks.js');
    this.#tasks ??= new QuoteTasks(this, this.content, this.#options, (quote) => this.content.views.termsLink(quote, this.#i18n));
    this.#tasks.begin(task);
  }

  #save = (): void => {
    const params = { path: { quoteId: this.#id! } };
    void this.#pdf.save(this.content.connection, (api) =>
      api.GET('/quotes/{quoteId}/document', { params, headers: { Accept: '*/*' }, parseAs: 'blob' }),
    );
  };

  #showOrder = async (id: string): Promise<void> => {
    this.#order.open(id);
    await import('../define/portal-order.js');
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-quote': PortalQuote;
  }
}
