import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Lazy } from '../../core/lazy.js';
import type { ListController, ListHost } from '../../core/loading/list-controller.js';
import type { SharedLocalize } from '../../core/localize-controller.js';
import { whenIdle } from '../../core/loading/schedule.js';
import { shared } from '../../i18n/texts/shared.js';
import { lazyView } from '../lazy-view.js';
import type * as listToolbar from './list-toolbar.js';
import { fitColumns, type ColumnWidth } from '../styles/columns.js';

/** The tools around a list's table, loaded beside its first rows. */
export type ListToolbar = typeof listToolbar;

/** A column as data; its cells are in the element's row template. */
export interface Column extends ColumnWidth {
  /** Names the column for styles: `[data-column='total']`. */
  key: string;
  label: string;
  /** The contract's sort key; without one the column cannot be sorted by. */
  sort?: string;
  /** Amounts, durations and counts are aligned at the end. */
  end?: boolean;
  /** The label is only for people who cannot see the column, which is of buttons. */
  unseen?: boolean;
}

export interface ListViewOptions<Item> {
  /** The name of the list, for people who cannot see it. */
  label: string;
  columns: readonly Column[];
  /** One flat `<tr>`: a row header `<th scope="row" role="rowheader">` for the subject and a `<td role="cell" data-label>` per column. */
  row: (item: Item) => TemplateResult;
  /** The reason why there is nothing at all, and what to do next. */
  empty: unknown;
  filters?: (toolbar: ListToolbar) => unknown;
  /** The primary action and others, before the download. */
  actions?: (toolbar: ListToolbar) => unknown;
  /** Label and value of each sum over the whole filter: text, or amounts, one a currency. */
  sums?: readonly Sum[];
  /** Content right above the table, such as a bar for chosen rows. */
  above?: (toolbar: ListToolbar) => unknown;
  /** Dialogs that the list opens. */
  dialogs?: (toolbar: ListToolbar) => unknown;
}

export type Sum = readonly [label: string, value: string | readonly { amount: string; currency: string }[] | undefined];

/**
 * A list: toolbar, sums, table, pager. Rows stay while others load. What stands around the table is loaded beside it,
 * while the first rows are on their way; its room is kept.
 */
export function listView<Item>(
  host: ListHost & LitElement & { readonly toolbar: Lazy<ListToolbar> },
  list: ListController<Item>,
  i18n: SharedLocalize,
  options: ListViewOptions<Item>,
): TemplateResult {
  const { load, phase } = list;
  host.toolbar.useWhenIdle();
  const toolbar = host.toolbar.value;
  const { label, columns, sums, empty } = options;
  const items = firstItems(host, list.items);
  fitColumns(host, columns);
  return html`<section part="list" aria-label=${label} aria-busy=${load.busy || items.length < list.items.length}>
      <div class="bar" part="toolbar">
        ${lazyView(host.toolbar, i18n, (loaded) =>
          loaded.toolbar(list, i18n, { label, columns, filters: options.filters?.(loaded), actions: options.actions?.(loaded) }),
        )}
      </div>
      ${toolbar?.notes(list, i18n, { columns, sums, empty, above: options.above?.(toolbar) })}
      ${sums && (phase === 'loading' || !toolbar) ? html`<div class="room"></div>` : nothing}
      ${phase === 'loading' ? skeleton(host.pageSize, i18n.in(shared)('loading')) : phase === 'ready' ? table(list, items, options) : nothing}
      ${toolbar ? toolbar.pager(list, i18n, label) : phase === 'ready' ? html`<div class="room"></div>` : nothing}
    </section>
    ${toolbar && options.dialogs?.(toolbar)}`;
}

/** Placeholder of `rows` rows, one striped picture; takes its room at once, is seen only when the wait is felt. */
export function skeleton(rows: number, label: string): TemplateResult {
  return html`<svg class="skeleton" part="skeleton" role="img" aria-label=${label} height=${height(rows)}></svg>`;
}

/** Of rows, as in the style `--_row`. */
const height = (rows: number) => `${rows * 3.0625}em`;

function table<Item>(list: ListController<Item>, items: readonly Item[], { label, columns, row }: ListViewOptions<Item>): TemplateResult {
  const more = list.items.length - items.length;
  return html`<table role="table" part="table" aria-label=${label}>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map((column) => header(list, column))}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${items.map(row)}
    </tbody>
    ${more > 0 ? room(more, columns.length) : nothing}
  </table>`;
}

/** The room of rows that are still to come. */
const room = (rows: number, columns: number): TemplateResult =>
  html`<tbody aria-hidden="true">
    <tr>
      <td class="more" colspan=${columns}><svg height=${height(rows)}></svg></td>
    </tr>
  </tbody>`;

const fewRows = 12;
const fewRowsOutOfSight = 3;
/** The number of rows of a list that come first; all once these are on the screen. */
const first = new WeakMap<LitElement, number>();

/** The rows that fill a screen come first; the others, whose room is kept, when these are painted. Later pages come whole. */
function firstItems<Item>(host: LitElement, items: readonly Item[]): readonly Item[] {
  if (items.length <= fewRows || document.hidden) return items;
  if (!first.has(host)) {
    const { top, bottom } = host.getBoundingClientRect();
    first.set(host, bottom > 0 && top < innerHeight ? fewRows : fewRowsOutOfSight);
    void whenIdle(host).then(() => (first.set(host, Infinity), host.requestUpdate()));
  }
  return items.slice(0, first.get(host));
}

function header<Item>(list: ListController<Item>, { key, label, sort, end, unseen }: Column): TemplateResult {
  const current = list.query['sort'];
  const order = sort && current === sort ? 'ascending' : sort && current === `-${sort}` ? 'descending' : 'none';
  return html`<th role="columnheader" scope="col" part="header" data-column=${key} class=${end ? 'end' : ''} aria-sort=${order}>
    ${sort ? html`<button type="button" @click=${() => list.sortBy(sort)}>${label}</button>` : html`<span class=${unseen ? 'visually-hidden' : ''}>${label}</span>`}
  </th>`;
}
