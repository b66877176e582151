import type { ReactiveController } from 'lit';
import type { Api } from '../../api/connection.js';
import type { Answer } from '../../api/problem.js';
import { LoadController } from './load-controller.js';
import { nextQuery, readQuery, type Query } from './list-query.js';
import type { Phase } from '../phase.js';
import type { PortalElement } from '../portal-element.js';

/** The answer of every list of the contract. */
export interface Page<Item> {
  items: Item[];
  page: { nextCursor: string | null; prevCursor: string | null; total?: number; totalIsEstimate?: boolean };
}

/** The public properties a list element has; `PortalListElement` declares them. */
export interface ListHost extends PortalElement {
  query: string;
  queryParam?: string;
  pageSize: number;
}

export interface ListOptions<Item, P extends Page<Item>> {
  /** The path under which changes make it load again, e.g. `/invoices`. */
  path: string;
  /** Names of the filters; others in `query` are ignored. */
  filters: readonly string[];
  /** The filter when the page sets none. */
  initial?: () => Query;
  /** The subject of the list, such as a contract's id, as for `LoadController`. */
  args?: () => readonly unknown[] | undefined;
  /** The request; `query` holds filters, sort, limit and cursor, `init` goes to the client. */
  fetch: (api: Api, query: never, init: object) => Promise<Answer<P>>;
}

/** A list: its query (the element's `query` attribute), its page, and where it stands. */
export class ListController<Item, P extends Page<Item> = Page<Item>> implements ReactiveController {
  #cursor?: string;
  #first = 1;
  #cursorFor = '';
  /** The panel of filters is open. */
  filtersOpen = false;
  readonly load: LoadController<P>;

  constructor(
    readonly host: ListHost,
    readonly options: ListOptions<Item, P>,
  ) {
    host.addController(this);
    this.load = new LoadController<P>(host, {
      path: options.path,
      args: options.args,
      view: () => [host.query, host.pageSize, this.#cursor],
      fetch: async (api, init) => {
        const answer = await options.fetch(api, { ...this.query, limit: host.pageSize, cursor: this.#cursor } as never, init);
        // What is no list cannot be read.
        if (!Array.isArray(answer.data?.items)) delete answer.data;
        return answer;
      },
    });
  }

  /** The filters and the sort that hold. */
  get query(): Query {
    return { ...this.options.initial?.(), ...readQuery(this.host.query, this.options.filters) };
  }

  get page(): P | undefined {
    return this.load.value;
  }

  get items(): readonly Item[] {
    return this.page?.items ?? [];
  }

  /** Position of the first and the last row shown, counted from 1. */
  get range(): [number, number] {
    return [this.#first, this.#first + this.items.length - 1];
  }

  /** Something other than the sort has been asked for. */
  get filtered(): boolean {
    const { sort: _, ...filters } = readQuery(this.host.query, this.options.filters);
    return Object.keys(filters).length > 0;
  }

  get phase(): Phase {
    if (!this.page) return this.load.phase;
    if (this.items.length > 0) return 'ready';
    return this.filtered ? 'no-match' : 'empty';
  }

  /** Sets filters (an empty value clears one), and goes to the first page. Kept in the address where the page wants it so. */
  filter(changes: Query): void {
    const query = (this.host.query = nextQuery(this.host.query, changes));
    const { queryParam } = this.host;
    if (!queryParam) return;
    const address = new URL(location.href);
    if (query) address.searchParams.set(queryParam, query);
    else address.searchParams.delete(queryParam);
    history.replaceState(history.state, '', address);
  }

  /** Sorts by a key of the contract; again: the other way. */
  sortBy(key: string): void {
    this.filter({ sort: this.query['sort'] === key ? `-${key}` : key });
  }

  next(): void {
    this.#go(this.page?.page.nextCursor, this.#first + this.items.length);
  }

  previous(): void {
    const cursor = this.page?.page.prevCursor;
    if (cursor) this.#go(cursor, Math.max(1, this.#first - this.host.pageSize));
  }

  hostConnected(): void {
    this.#readAddress();
    addEventListener('popstate', this.#readAddress);
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#readAddress);
  }

  hostUpdate(): void {
    // A cursor belongs to one query; and the page it led to may have been emptied meanwhile.
    const emptied = this.#cursor && !this.load.busy && this.page?.items.length === 0;
    const subject = JSON.stringify([this.options.args?.(), this.host.query]);
    if (subject !== this.#cursorFor || emptied) {
      this.#cursorFor = subject;
      this.#cursor = undefined;
      this.#first = 1;
    }
  }

  #go(cursor: string | null | undefined, first: number): void {
    if (!cursor || this.load.busy) return;
    this.#cursor = cursor;
    this.#first = first;
    this.host.requestUpdate();
  }

  #readAddress = (): void => {
    const { queryParam } = this.host;
    const query = queryParam && new URL(location.href).searchParams.get(queryParam);
    if (query != null) this.host.query = query;
  };
}
