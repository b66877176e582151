import type { components } from '../api/schema.js';
import { LoadController } from '../core/load-controller.js';
import type { PortalElement } from '../core/portal-element.js';

type Quote = components['schemas']['Quote'];
type Totals = components['schemas']['QuoteTotals'];

/** Which of a quote's options the person wants, and the sums that the server makes of it. */
export class QuoteOptions {
  /** The sums of a choice other than the one that was offered. */
  readonly load: LoadController<Totals>;
  readonly #choices = new Map<string, boolean>();

  constructor(
    private readonly host: PortalElement,
    private readonly quote: LoadController<Quote>,
  ) {
    this.load = new LoadController<Totals>(host, {
      path: '/quotes',
      // Other sums for another version of the quote.
      args: () => (this.quote.value && !this.#asOffered ? [this.quote.value.id, this.quote.value.etag] : undefined),
      view: () => [this.chosen.join()],
      fetch: (api, init) =>
        api.GET('/quotes/{quoteId}/totals', {
          params: { path: { quoteId: this.quote.value!.id }, query: { options: this.chosen.join() } },
          ...init,
        }),
    });
  }

  /** Ids of the options that are wanted. */
  get chosen(): string[] {
    return this.#options.filter((line) => this.has(line)).map(({ id }) => id);
  }

  /** The sums of what is wanted; `undefined` until they are known. */
  get totals(): Totals['totals'] | undefined {
    return this.#asOffered ? this.quote.value?.totals : this.load.value?.totals;
  }

  /** The sums are those of what is wanted, and not of what was. */
  get current(): boolean {
    return this.#asOffered || (this.load.value !== undefined && !this.load.busy && this.load.error === undefined);
  }

  has({ id, selected }: Quote['lines'][number]): boolean {
    return this.#choices.get(id) ?? selected;
  }

  choose(id: string, wanted: boolean): void {
    this.#choices.set(id, wanted);
    this.host.requestUpdate();
  }

  clear(): void {
    this.#choices.clear();
  }

  get #options(): Quote['lines'] {
    return this.quote.value?.lines.filter(({ optional }) => optional) ?? [];
  }

  get #asOffered(): boolean {
    return this.#options.every((line) => this.has(line) === line.selected);
  }
}
