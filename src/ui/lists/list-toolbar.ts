import { type CSSResult, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { DownloadController } from '../../core/download-controller.js';
import type { ListController } from '../../core/loading/list-controller.js';
import type { SharedLocalize } from '../../core/localize-controller.js';
import { tools } from '../../i18n/texts/tools.js';
import type { Column, Sum } from './list-view.js';
import { errorText, failure } from '../messages.js';
import { type Choices, optionsView, selectView } from '../select-view.js';
import { dialogStyles } from '../styles/dialog.js';
import { printStyles } from '../styles/print.js';
import { toolStyles } from '../styles/tools.js';

const value = (event: Event) => (event.currentTarget as HTMLInputElement).value;

/** Takes every filter away; the sort stays. */
const clear = <Item>(list: ListController<Item>): void => list.filter(Object.fromEntries(list.options.filters.map((name) => [name, ''])));

function toggleFilters<Item>(list: ListController<Item>): void {
  list.filtersOpen = !list.filtersOpen;
  list.host.requestUpdate();
}

/** Text in the search field of a list, as it was typed; asked for when `timer` ends. */
const searches = new WeakMap<object, { text: string; timer?: ReturnType<typeof setTimeout> | undefined }>();

/** The text of the search field: what is being typed, until another search is set from elsewhere. */
function searchText<Item>(list: ListController<Item>): string {
  const typed = searches.get(list);
  const { q = '' } = list.query;
  return typed && (typed.timer || typed.text.trim() === q) ? typed.text : q;
}

/** Text search; asks when typing pauses, or at once by Enter. */
function searchFilter<Item>(list: ListController<Item>, label: string): TemplateResult {
  const search = (event: Event) => {
    const text = value(event);
    clearTimeout(searches.get(list)?.timer);
    const ask = () => {
      searches.set(list, { text });
      list.filter({ q: text.trim() });
    };
    if (event.type === 'change') ask();
    else searches.set(list, { text, timer: setTimeout(ask, 250) });
  };
  return html`<label class="field search">
    <span>${label}</span>
    <input type="search" maxlength="200" .value=${live(searchText(list))} @input=${search} @change=${search} />
  </label>`;
}

/** A filter in the panel; while it holds and the panel is closed it is a chip. */
interface Filter {
  name: string;
  label: string;
  /** Its value in words. */
  text: string;
  type: 'choice' | 'date' | 'number' | 'text';
  /** Its field, for where it stands always in sight. */
  field: () => TemplateResult;
}

const isFilter = (entry: unknown): entry is Filter => typeof (entry as Filter | undefined)?.field === 'function';

/** One of several values; the first choice, with an empty value, means no filter. */
function choiceFilter<Item>(list: ListController<Item>, name: string, label: string, choices: Choices): Filter {
  const current = list.query[name] ?? '';
  const text = choices.find(([choice]) => choice === current)?.[1] ?? current;
  const field = () => selectView(label, current, choices, (chosen) => list.filter({ [name]: chosen }));
  return { name, label, text, type: 'choice', field };
}

/** A day, a number or a text as it is in the query. */
function inputFilter<Item>(list: ListController<Item>, name: string, label: string, type: 'date' | 'number' | 'text'): Filter {
  const text = list.query[name] ?? '';
  const field = () =>
    html`<label class="field">
      <span>${label}</span>
      <input
        type=${type}
        min=${type === 'number' ? 0 : ''}
        .value=${live(text)}
        @change=${(event: Event) => list.filter({ [name]: value(event) })}
      />
    </label>`;
  return { name, label, text, type, field };
}

export { dialogView as dialog, elementDialog } from '../dialog.js';
export { lazyView } from '../lazy-view.js';
export { errorText, failure } from '../messages.js';

export const styles: readonly CSSResult[] = [toolStyles, dialogStyles, printStyles];

/** Search, filters, actions and the download, above the table. Fields of filters are made when the panel is opened. */
export function toolbar<Item>(
  list: ListController<Item>,
  i18n: SharedLocalize,
  { label, columns, filters, actions }: { label: string; columns: readonly Column[]; filters: unknown; actions: unknown },
): TemplateResult {
  const entries = Array.isArray(filters) ? filters : [filters];
  const hidden = entries.filter(isFilter);
  return html`<form role="search" aria-label=${label} @submit=${(event: Event) => event.preventDefault()}>
      ${entries.filter((entry) => !isFilter(entry))} ${hidden.length > 0 ? filterPanel(list, i18n, hidden) : nothing}
      ${sortChoice(list, i18n, columns)}
    </form>
    <div class="actions">${actions} ${exportButton(list, i18n)}</div>`;
}

/** A button for the panel of filters, and the panel, or a chip for every filter that holds. */
function filterPanel<Item>(list: ListController<Item>, i18n: SharedLocalize, filters: readonly Filter[]): TemplateResult {
  const t = i18n.in(tools);
  const open = list.filtersOpen;
  const active = filters.filter(({ name }) => list.query[name]);
  // What is clicked disappears.
  const leave = (act: () => void) => (event: Event) => {
    (event.currentTarget as Element).closest('form')!.querySelector<HTMLElement>('[aria-expanded]')!.focus();
    act();
  };
  const chip = ({ name, label, text, type }: Filter) => {
    const words = `${label}: ${type === 'date' ? i18n.day(text) : text}`;
    return html`<button
      type="button"
      class="chip"
      aria-label=${t('removeFilter', words)}
      @click=${leave(() => list.filter({ [name]: '' }))}
    >
      <bdi>${words}</bdi> <span aria-hidden="true">✕</span>
    </button>`;
  };
  return html`<button type="button" aria-expanded=${open} aria-controls="filters" @click=${() => toggleFilters(list)}>
      ${t('filters')} ${active.length > 0 ? html`<span class="badge info">${i18n.number(active.length)}</span>` : nothing}
    </button>
    <div id="filters" class="filters" part="filters" role="group" aria-label=${t('filters')} ?hidden=${!open && active.length === 0}>
      ${open ? filters.map(({ field }) => field()) : active.map(chip)}
      ${active.length > 0 ? html`<button type="button" class="quiet" @click=${leave(() => clear(list))}>${t('clearFilters')}</button>` : nothing}
    </div>`;
}

/** Sums, failures, and what is said when there are no rows. */
export function notes<Item>(
  list: ListController<Item>,
  i18n: SharedLocalize,
  options: { columns: readonly Column[]; sums?: readonly Sum[]; empty: unknown; above: unknown },
): TemplateResult {
  const { load, phase } = list;
  const failed = load.error !== undefined && !load.busy;
  return html`${sums(i18n, options.sums)} ${failed ? failure(load.error, i18n, () => load.reload(), load.loadedAt) : nothing}
    ${load.missing ? html`<div class="message" part="empty"><p>${i18n.in(tools)('missingId')}</p></div>` : nothing} ${options.above}
    ${phase === 'empty' ? html`<div class="message" part="empty"><slot name="empty">${options.empty}</slot></div>` : nothing}
    ${phase === 'no-match' ? noMatch(list, i18n) : nothing}
    <p class="visually-hidden" role="status">${announcement(list, i18n, options.columns)}</p>`;
}

/** Sorting for narrow containers, where rows are cards without a header. */
function sortChoice<Item>(list: ListController<Item>, i18n: SharedLocalize, columns: readonly Column[]): TemplateResult | typeof nothing {
  const current = list.query['sort'];
  const choices = columns.filter((column) => column.sort);
  if (choices.length === 0) return nothing;
  return html`<label class="field sort">
    <span>${i18n.in(tools)('sort')}</span>
    <select @change=${(event: Event) => list.filter({ sort: value(event) })}>
      ${optionsView(
        choices.flatMap(({ label, sort = '' }): [string, string][] => [
          [sort, `${label} ↑`],
          [`-${sort}`, `${label} ↓`],
        ]),
        current,
      )}
    </select>
  </label>`;
}

/** Previous and next; a button that leads nowhere stays, so that the focus is not lost. */
export function pager<Item>(list: ListController<Item>, i18n: SharedLocalize, label: string): TemplateResult | typeof nothing {
  if (list.phase !== 'ready') return nothing;
  const t = i18n.in(tools);
  const page = list.page?.page;
  const [first, last] = list.range;
  const total = page?.total === undefined ? '' : `${page.totalIsEstimate ? '≈ ' : ''}${i18n.number(page.total)}`;
  const turn = (go: () => void) => (event: Event) => {
    go();
    (event.currentTarget as HTMLElement).closest('section')?.scrollIntoView({ block: 'nearest' });
  };
  return html`<nav part="pager" aria-label="${label}: ${t('pages')}">
    <span class="muted number">${t('range', i18n.number(first), i18n.number(last), total)}</span>
    <button type="button" aria-disabled=${!page?.prevCursor} @click=${turn(() => list.previous())}>${t('previousPage')}</button>
    <button type="button" aria-disabled=${!page?.nextCursor} @click=${turn(() => list.next())}>${t('nextPage')}</button>
  </nav>`;
}

function noMatch<Item>(list: ListController<Item>, i18n: SharedLocalize): TemplateResult {
  const t = i18n.in(tools);
  return html`<div class="message" part="empty">
    <p>${t('noMatch')}</p>
    <button type="button" @click=${() => clear(list)}>${t('clearFilters')}</button>
  </div>`;
}

const exports = new WeakMap<object, DownloadController>();

/** The download of a list, which is made with its tools. */
function exportOf<Item>(list: ListController<Item>): DownloadController {
  if (!exports.has(list)) exports.set(list, new DownloadController(list.host));
  return exports.get(list)!;
}

/** Saves the whole filter as a CSV file. */
function exportButton<Item>(list: ListController<Item>, i18n: SharedLocalize): TemplateResult {
  const download = exportOf(list);
  const { phase, error } = download;
  const init = { headers: { Accept: 'text/csv' }, parseAs: 'blob' };
  const save = () => void download.save(list.load.connection, (api) => list.options.fetch(api, list.query as never, init));
  return html`<button type="button" class="quiet" aria-disabled=${phase === 'busy'} @click=${save}>
      ${i18n.in(tools)(phase === 'busy' ? 'exporting' : 'exportCsv')}
    </button>
    ${error ? html`<span class="error-text" role="alert">${errorText(error, i18n)}</span>` : nothing}`;
}

/** Amounts are shown one per currency and never added up. What is not known, or is nothing, is left out. */
function sums(i18n: SharedLocalize, entries: readonly Sum[] = []): TemplateResult | typeof nothing {
  const known = entries.filter(([, value]) => value && value.length > 0);
  if (known.length === 0) return nothing;
  return html`<dl class="summary" part="summary">
    ${known.map(
      ([label, value]) =>
        html`<div>
          <dt>${label}</dt>
          ${typeof value === 'string' ? html`<dd>${value}</dd>` : value!.map((each) => html`<dd>${i18n.money(each)}</dd>`)}
        </div>`,
    )}
  </dl>`;
}

/** Said politely when it changes: how many there are, and in what order. */
function announcement<Item>(list: ListController<Item>, i18n: SharedLocalize, columns: readonly Column[]): string {
  const t = i18n.in(tools);
  if (exportOf(list).phase === 'done') return t('exported');
  if (!list.page || list.load.busy) return '';
  const { sort = '' } = list.query;
  const column = columns.find((each) => each.sort === sort.replace('-', ''))?.label;
  const total = list.page.page?.total ?? list.items.length;
  const [first, last] = list.range;
  const shown = list.items.length < total ? `, ${t('range', i18n.number(first), i18n.number(last), '')}` : '';
  const order = column ? `. ${t(sort.startsWith('-') ? 'sortedDown' : 'sortedUp', column)}` : '';
  return `${t('found', total)}${shown}${order}`;
}

export { choiceFilter as choice, inputFilter as input, searchFilter as search, selectView as select };
