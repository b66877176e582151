import { html, nothing, type TemplateResult } from 'lit';
import type { ListController } from '../core/list-controller.js';
import type { SharedLocalize } from '../core/localize.js';
import { errorText, failure, skeleton, staleNotice } from './messages.js';

/** A column as data; its cells are in the element's row template. */
export interface Column {
  /** Names the column for styles: `[data-column='total']`. */
  key: string;
  label: string;
  /** The contract's sort key; without one the column cannot be sorted by. */
  sort?: string;
  /** Amounts, durations and counts are aligned at the end. */
  end?: boolean;
}

export interface ListViewOptions<Item> {
  /** The name of the list, for people who cannot see it. */
  label: string;
  columns: readonly Column[];
  /** One flat `<tr>`: a row header `<th scope="row" role="rowheader">` for the subject and a `<td role="cell" data-label>` per column. */
  row: (item: Item) => TemplateResult;
  /** Why there is nothing at all, and what to do next. */
  empty: unknown;
  filters?: unknown;
  /** The primary action and others, before the download. */
  actions?: unknown;
  /** Sums over the whole filter. */
  summary?: unknown;
  /** What is shown right above the table, such as a bar for chosen rows. */
  above?: unknown;
  rows: number;
}

/** A list: toolbar, sums, table, pager. Keeps the rows while others load. */
export function listView<Item>(list: ListController<Item>, i18n: SharedLocalize, options: ListViewOptions<Item>): TemplateResult {
  const { load, phase } = list;
  const retry = () => load.reload();
  return html`<section part="list" aria-label=${options.label} aria-busy=${load.busy}>
    <div class="bar" part="toolbar">
      <form class="filters" role="search" @submit=${(event: Event) => event.preventDefault()}>
        ${options.filters} ${sortChoice(list, i18n, options.columns)}
      </form>
      <div class="actions">${options.actions} ${exportButton(list, i18n)}</div>
    </div>
    ${options.summary} ${load.value && load.error && !load.busy ? staleNotice(load.error, load.loadedAt, i18n, retry) : nothing}
    ${options.above}
    ${phase === 'loading' ? skeleton(options.rows, i18n) : nothing} ${phase === 'error' ? failure(load.error, i18n, retry) : nothing}
    ${phase === 'empty' ? html`<div class="message" part="empty"><slot name="empty">${options.empty}</slot></div>` : nothing}
    ${phase === 'no-match' ? noMatch(list, i18n) : nothing} ${phase === 'ready' ? table(list, options) : nothing}
    ${phase === 'ready' ? pager(list, i18n) : nothing}
    <p class="visually-hidden" role="status">${announcement(list, i18n, options.columns)}</p>
  </section>`;
}

function table<Item>(list: ListController<Item>, { label, columns, row }: ListViewOptions<Item>): TemplateResult {
  return html`<table role="table" part="table" aria-label=${label}>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map((column) => header(list, column))}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${list.items.map(row)}
    </tbody>
  </table>`;
}

function header<Item>(list: ListController<Item>, { key, label, sort, end }: Column): TemplateResult {
  const current = list.query['sort'];
  const order = !sort ? nothing : current === sort ? 'ascending' : current === `-${sort}` ? 'descending' : nothing;
  return html`<th role="columnheader" scope="col" part="header" data-column=${key} class=${end ? 'end' : ''} aria-sort=${order}>
    ${sort ? html`<button type="button" @click=${() => list.sortBy(sort)}>${label}</button>` : label}
  </th>`;
}

/** Sorting for narrow containers, where rows are cards without a header. */
function sortChoice<Item>(list: ListController<Item>, i18n: SharedLocalize, columns: readonly Column[]): TemplateResult {
  const current = list.query['sort'];
  const choices = columns.filter((column) => column.sort);
  return html`<label class="field sort">
    <span>${i18n.t('sort')}</span>
    <select @change=${(event: Event) => list.filter({ sort: (event.target as HTMLSelectElement).value })}>
      ${choices.flatMap(({ label, sort = '' }) => [
        html`<option value=${sort} ?selected=${current === sort}>${label} ↑</option>`,
        html`<option value=${`-${sort}`} ?selected=${current === `-${sort}`}>${label} ↓</option>`,
      ])}
    </select>
  </label>`;
}

function pager<Item>(list: ListController<Item>, i18n: SharedLocalize): TemplateResult | typeof nothing {
  const page = list.page?.page;
  const [first, last] = list.range;
  const total = page?.total === undefined ? '' : `${page.totalIsEstimate ? '≈ ' : ''}${i18n.number(page.total)}`;
  const turn = (go: () => void) => (event: Event) => {
    go();
    (event.currentTarget as HTMLElement).closest('section')?.scrollIntoView({ block: 'nearest' });
  };
  return html`<nav part="pager" aria-label=${i18n.t('pages')}>
    <span class="muted number">${i18n.t('range', i18n.number(first), i18n.number(last), total)}</span>
    <button type="button" aria-disabled=${!page?.prevCursor} @click=${turn(() => list.previous())}>${i18n.t('previousPage')}</button>
    <button type="button" aria-disabled=${!page?.nextCursor} @click=${turn(() => list.next())}>${i18n.t('nextPage')}</button>
  </nav>`;
}

function noMatch<Item>(list: ListController<Item>, i18n: SharedLocalize): TemplateResult {
  return html`<div class="message" part="empty">
    <p>${i18n.t('noMatch')}</p>
    <button type="button" @click=${() => list.clear()}>${i18n.t('clearFilters')}</button>
  </div>`;
}

function exportButton<Item>(list: ListController<Item>, i18n: SharedLocalize): TemplateResult {
  const busy = list.exporting === 'busy';
  const error = list.exportError;
  return html`<button type="button" class="quiet" aria-disabled=${busy} @click=${() => void list.download()}>
      ${i18n.t(busy ? 'exporting' : 'exportCsv')}
    </button>
    ${error ? html`<span class="error-text" role="alert">${errorText(error, i18n)}</span>` : nothing}`;
}

/** Said politely when it changes: how many there are, and in what order. */
function announcement<Item>(list: ListController<Item>, i18n: SharedLocalize, columns: readonly Column[]): string {
  if (list.exporting === 'done') return i18n.t('exported');
  if (list.phase === 'loading' || list.load.busy) return '';
  const { sort = '' } = list.query;
  const column = columns.find((each) => each.sort === sort.replace('-', ''))?.label;
  const total = list.page?.page.total ?? list.items.length;
  const [first, last] = list.range;
  const shown = list.items.length < total ? `, ${i18n.t('range', i18n.number(first), i18n.number(last), '')}` : '';
  const order = column ? `. ${i18n.t(sort.startsWith('-') ? 'sortedDown' : 'sortedUp', column)}` : '';
  return `${i18n.t('found', total)}${shown}${order}`;
}
