import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import type { Clash, DraftForm } from '../core/draft-form.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { copies as texts } from '../i18n/texts/copies.js';

type TicketPerson = components['schemas']['TicketPerson'];

export interface CopiesField {
  chosen: readonly TicketPerson[];
  /** Colleagues who can be chosen; undefined while they are not known. */
  colleagues: readonly TicketPerson[] | undefined;
  most: number;
  add: (id: string) => void;
  remove: (id: string) => void;
  error?: string | undefined;
  busy?: boolean | undefined;
  /** Who they are, unless it is a ticket that they are in copy of. */
  label?: string;
  hint?: string;
  /** Somebody else has chosen others meanwhile. */
  clash?: Clash | undefined;
}

/** Colleagues in copy, and a choice of one more. */
export function copiesField(
  { chosen, colleagues = [], most, add, remove, error, busy, label, hint, clash }: CopiesField,
  i18n: SharedLocalize,
): TemplateResult {
  const t = i18n.in(texts);
  const others = colleagues.filter(({ id }) => !chosen.some((each) => each.id === id));
  const choose = (event: Event) => {
    const select = event.currentTarget as HTMLSelectElement;
    if (select.value) add(select.value);
    select.value = '';
  };
  return html`<div class="field copies" part="copies">
    <label for="copies">${label ?? t('copies')}</label>
    ${chosen.length > 0 ? chosenList({ chosen, remove, busy }, i18n) : nothing}
    <select
      id="copies"
      name="copies"
      aria-describedby=${error ? 'copies-error copies-hint' : 'copies-hint'}
      aria-invalid=${error ? 'true' : 'false'}
      aria-disabled=${busy ?? false}
      @change=${choose}
    >
      <option value="">${chosen.length >= most ? t('copiesFull') : t('addCopy')}</option>
      ${chosen.length >= most ? nothing : others.map(({ id, name }) => html`<option value=${id} .textContent=${name}></option>`)}
    </select>
    <small class="muted" id="copies-hint">${hint ?? t('copiesHint')}</small>
    ${error ? html`<span class="error-text" id="copies-error">${error}</span>` : nothing} ${clash?.view(namesOf(clash.theirs, colleagues))}
  </div>`;
}

/** Colleagues in copy as a field of a form, which sends them with the rest; nothing where there are no colleagues. */
export function copiesFormField(
  form: Pick<DraftForm<{ copies: readonly string[] }>, 'draft' | 'edit' | 'field'>,
  { colleagues, maxCopies }: { colleagues: readonly TicketPerson[]; maxCopies: number },
  i18n: SharedLocalize,
  words: Pick<CopiesField, 'label' | 'hint'> = {},
): TemplateResult | typeof nothing {
  if (colleagues.length === 0) return nothing;
  const { copies } = form.draft;
  const { error, clash } = form.field('copies');
  return copiesField(
    {
      ...words,
      chosen: colleagues.filter(({ id }) => copies.includes(id)),
      colleagues,
      most: maxCopies,
      add: (id) => form.edit({ copies: [...copies, id] }),
      remove: (id) => form.edit({ copies: copies.filter((each) => each !== id) }),
      error,
      clash,
    },
    i18n,
  );
}

const namesOf = (ids: Clash['theirs'], colleagues: readonly TicketPerson[]): string =>
  (Array.isArray(ids) ? (ids as readonly string[]) : []).map((id) => colleagues.find((each) => each.id === id)?.name ?? id).join(', ') ||
  '–';

function chosenList({ chosen, remove, busy }: Pick<CopiesField, 'chosen' | 'remove' | 'busy'>, i18n: SharedLocalize): TemplateResult {
  const t = i18n.in(texts);
  const leave = (id: string) => (event: Event) => {
    // What is clicked disappears.
    (event.currentTarget as Element).closest('.copies')!.querySelector<HTMLElement>('select')?.focus();
    remove(id);
  };
  return html`<ul class="files">
    ${chosen.map(
      ({ id, name }) =>
        html`<li>
          <span><bdi>${name}</bdi></span>
          <button type="button" class="quiet" aria-disabled=${busy ?? false} aria-label=${t('removeCopy', name)} @click=${leave(id)}>
            ${t('remove')}
          </button>
        </li>`,
    )}
  </ul>`;
}
