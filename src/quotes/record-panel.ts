import { css, html, nothing, type CSSResult, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { DialogController } from '../core/dialog-controller.js';
import { DownloadController } from '../core/download-controller.js';
import { Lazy, lazy } from '../core/lazy.js';
import { LoadController } from '../core/loading/load-controller.js';
import { Panel } from '../core/panel.js';
import { elementDialog } from '../ui/dialog.js';
import { totalsStyles, totalsTable } from '../ui/document/period-price.js';
import { documentStyles } from '../ui/document/styles.js';
import { tableStyles } from '../ui/styles/columns.js';
import { lazyView } from '../ui/lazy-view.js';
import { failure } from '../ui/messages.js';
import { dialogStyles } from '../ui/styles/dialog.js';
import type { PortalQuote } from './portal-quote.js';
import type { Quote } from './quote.js';
import { outcomeNotice, questionList, quoteFacts, quoteHead, quoteLines, spokenSums, taskButtons } from './record-view.js';
import { quote as texts } from './texts/quote.js';

type Totals = components['schemas']['QuoteTotals'];

/** Options and questions, which other documents do not have. */
const recordStyles = css`
  .option {
    display: flex;
    gap: 0.6em;
    cursor: pointer;
  }
  .option input {
    flex: none;
    margin-block-start: 0.15em;
  }
  td small {
    display: block;
  }
  .questions {
    display: grid;
    gap: 1em;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .questions > li {
    padding-inline-start: 0.85em;
    border-inline-start: 2px solid var(--_line);
  }
  .answer {
    margin-block-start: 0.5em;
  }
`;

/** One quote, with the options that the person wants and the sums that the server makes of them. */
export class RecordPanel extends Panel<PortalQuote, typeof texts.english> {
  static override readonly styles: readonly CSSResult[] = [
    dialogStyles,
    documentStyles,
    recordStyles,
    tableStyles('lines', 12, 8, 6, 5.25, 7),
    tableStyles('options', 12, 8, 6, 5.25, 7),
    totalsStyles,
  ];

  #quoteId?: string | undefined;
  readonly #choices = new Map<string, boolean>();
  /** The sums of a choice other than the one that was offered. */
  readonly #sums: LoadController<Totals>;
  readonly #document: DownloadController;
  readonly #order: DialogController<string>;
  readonly #tasks = new Lazy(this.host, () => import('./tasks-panel.js').then((each) => new each.TasksPanel(this.host, this.quote, this)));

  constructor(
    host: PortalQuote,
    private readonly quote: LoadController<Quote>,
  ) {
    super(host, texts);
    this.#document = new DownloadController(host);
    this.#order = new DialogController<string>(
      host,
      lazy(() => import('../define/portal-order.js')),
    );
    this.#sums = new LoadController<Totals>(host, {
      path: '/quotes',
      // Other sums for another version of the quote.
      args: () => (quote.value && !this.#asOffered ? [quote.value.id, quote.value.etag] : undefined),
      view: () => [this.chosen.join()],
      fetch: (api, init) =>
        api.GET('/quotes/{quoteId}/totals', {
          params: { path: { quoteId: quote.value!.id }, query: { options: this.chosen.join() } },
          ...init,
        }),
    });
  }

  /** Ids of the options that are wanted. */
  get chosen(): string[] {
    return this.#options.filter((line) => this.#has(line)).map(({ id }) => id);
  }

  /** The sums of the wanted options; `undefined` until they are known. */
  get totals(): Totals['totals'] | undefined {
    return this.#asOffered ? this.quote.value?.totals : this.#sums.value?.totals;
  }

  /** The sums are those of the options that are wanted now. */
  get current(): boolean {
    return this.#asOffered || (this.#sums.value !== undefined && !this.#sums.busy && this.#sums.error === undefined);
  }

  hostUpdate(): void {
    const id = this.quote.value?.id;
    if (id === undefined || id === this.#quoteId) return;
    this.#quoteId = id;
    this.#choices.clear();
  }

  render(quote: Quote): TemplateResult {
    const { host, i18n } = this;
    const { phase, error } = this.#document;
    const tasks = this.#tasks.value;
    return html`${quoteHead(quote, i18n, { busy: phase === 'busy', save: () => this.#save(quote.id) })}
    ${error ? failure(error, i18n) : nothing} ${tasks?.notice()}
    ${outcomeNotice(quote, i18n, {
      order: host.can('view', 'billing.orders') ? [host.orderHref, (id) => this.#order.open(id)] : undefined,
      successor: [host.itemHref, (id) => (host.quoteId = id)],
    })}
    ${quoteFacts(quote, i18n)} ${quote.introduction ? html`<p class="text"><bdi>${quote.introduction}</bdi></p>` : nothing}
    ${quoteLines(quote, i18n, { has: (line) => this.#has(line), choose: (id, wanted) => this.#choose(id, wanted) })} ${this.#sumsView()}
    ${quote.note ? html`<p class="text muted"><bdi>${quote.note}</bdi></p>` : nothing}
    ${taskButtons(quote, i18n, host, tasks?.task, (task) => this.#tasks.use((panel) => panel.open(task)))}
    ${lazyView(this.#tasks, i18n, (panel) => panel.render(quote))} ${questionList(quote, i18n)}`;
  }

  /** The order that the quote has become, where the page has no place for it. */
  dialog(): TemplateResult | typeof nothing {
    return elementDialog(this.#order, this.i18n, this.i18n.t('order'), (id) => html`<portal-order order-id=${id}></portal-order>`);
  }

  #sumsView(): TemplateResult {
    const { i18n, totals, current } = this;
    const { error, value } = this.#sums;
    return html`${totals ? totalsTable(totals, i18n, !current) : nothing}
      ${error ? failure(error, i18n, () => this.#sums.reload()) : nothing}
      <p class="visually-hidden" role="status">${value && totals && current ? spokenSums(totals, i18n) : nothing}</p>`;
  }

  get #options(): Quote['lines'] {
    return this.quote.value?.lines.filter(({ optional }) => optional) ?? [];
  }

  get #asOffered(): boolean {
    return this.#options.every((line) => this.#has(line) === line.selected);
  }

  #has({ id, selected }: Quote['lines'][number]): boolean {
    return this.#choices.get(id) ?? selected;
  }

  #choose(id: string, wanted: boolean): void {
    this.#choices.set(id, wanted);
    this.update();
  }

  #save(quoteId: string): void {
    const params = { path: { quoteId } };
    void this.#document.save(this.quote.connection, (api) =>
      api.GET('/quotes/{quoteId}/document', { params, headers: { Accept: '*/*' }, parseAs: 'blob' }),
    );
  }
}
