import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ListController } from '../core/list-controller.js';

const value = (event: Event) => (event.currentTarget as HTMLInputElement).value;

/** Text in the search field of a list, as it was typed; asked for when `timer` ends. */
const searches = new WeakMap<object, { text: string; timer?: ReturnType<typeof setTimeout> | undefined }>();

/** The text of the search field: what is being typed, until another search is set from elsewhere. */
function searchText<Item>(list: ListController<Item>): string {
  const typed = searches.get(list);
  const { q = '' } = list.query;
  return typed && (typed.timer || typed.text.trim() === q) ? typed.text : q;
}

/** Text search; asks when typing pauses, or at once by Enter. */
export function searchFilter<Item>(list: ListController<Item>, label: string): TemplateResult {
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
export interface Filter {
  name: string;
  label: string;
  /** Its value in words. */
  text: string;
  type: 'choice' | 'date' | 'number' | 'text';
  /** Its field, for where it stands always in sight. */
  field: () => TemplateResult;
}

export const isFilter = (entry: unknown): entry is Filter => typeof (entry as Filter | undefined)?.field === 'function';

/** One of several values; the first choice, with an empty value, means no filter. */
export function choiceFilter<Item>(
  list: ListController<Item>,
  name: string,
  label: string,
  choices: readonly (readonly [value: string, label: string])[],
): Filter {
  const current = list.query[name] ?? '';
  const text = choices.find(([choice]) => choice === current)?.[1] ?? current;
  const field = () =>
    html`<label class="field">
      <span>${label}</span>
      <select @change=${(event: Event) => list.filter({ [name]: value(event) })}>
        ${choices.map(([choice, text]) => html`<option value=${choice} ?selected=${choice === current} .textContent=${text}></option>`)}
      </select>
    </label>`;
  return { name, label, text, type: 'choice', field };
}

/** A day, a number or a text as it is in the query. */
export function inputFilter<Item>(list: ListController<Item>, name: string, label: string, type: 'date' | 'number' | 'text'): Filter {
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
