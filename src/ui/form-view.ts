import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import type { Clash, DraftForm } from '../core/draft-form.js';
import { focusFirstInvalid } from '../core/forms/focus-first-invalid.js';
import { isAt, type FormState } from '../core/forms/form-controller.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { forms } from '../i18n/texts/forms.js';
import { tools } from '../i18n/texts/tools.js';
import { failure } from './messages.js';
import { type Choices, optionsView } from './select-view.js';

export { focusFirstInvalid };

export interface Field {
  /** Unique in the form; also the id of the control. */
  name: string;
  label: string;
  value: string;
  /** Called with every edit. */
  edit: (value: string) => void;
  /** The fault of the value, found by the element or the server. */
  error?: string;
  hint?: unknown;
  required?: boolean;
  /** Text cannot be typed into it: it is being sent. */
  readonly?: boolean;
  autocomplete?: string;
  /** Somebody else has changed the field too: both values, to choose from. */
  clash?: Clash;
}

const value = (event: Event) => (event.currentTarget as HTMLInputElement).value;

/** A label, a control, a hint and an error that belong together for everyone. */
function field({ name, label, hint, error, clash }: Field, control: TemplateResult): TemplateResult {
  return html`<div class="field">
    <label for=${name}>${label}</label>${control} ${hint ? html`<small class="muted" id="${name}-hint">${hint}</small>` : nothing}
    ${error ? html`<span class="error-text" id="${name}-error">${error}</span>` : nothing} ${clash?.view(clash.theirs)}
  </div>`;
}

const described = ({ name, hint, error }: Field) =>
  [error && `${name}-error`, hint && `${name}-hint`].filter(Boolean).join(' ') || undefined;

/** One line of text; `type` as in HTML. */
export function textField(
  options: Field & { type?: 'text' | 'email' | 'password' | 'number' | 'date'; inputMode?: string; spellcheck?: boolean },
): TemplateResult {
  return field(
    options,
    html`<input
      id=${options.name}
      name=${options.name}
      type=${options.type ?? 'text'}
      inputmode=${ifDefined(options.inputMode as 'text' | undefined)}
      autocomplete=${ifDefined(options.autocomplete as 'off' | undefined)}
      spellcheck=${(options.spellcheck ?? true) ? 'true' : 'false'}
      ?required=${options.required}
      ?readonly=${options.readonly}
      aria-invalid=${options.error ? 'true' : 'false'}
      aria-describedby=${ifDefined(described(options))}
      .value=${live(options.value)}
      @input=${(event: Event) => options.edit(value(event))}
    />`,
  );
}

/** Several lines of text. */
export function textAreaField(options: Field & { rows?: number; spellcheck?: boolean }): TemplateResult {
  return field(
    options,
    html`<textarea
      id=${options.name}
      name=${options.name}
      rows=${options.rows ?? 4}
      spellcheck=${(options.spellcheck ?? true) ? 'true' : 'false'}
      ?required=${options.required}
      ?readonly=${options.readonly}
      aria-invalid=${options.error ? 'true' : 'false'}
      aria-describedby=${ifDefined(described(options))}
      .value=${live(options.value)}
      @input=${(event: Event) => options.edit(value(event))}
    ></textarea>`,
  );
}

/** A clash with the other's value as the choices call it. */
function inWords(clash: Clash | undefined, choices: readonly (readonly [value: string, label: unknown])[]): Clash | undefined {
  const label = choices.find(([choice]) => choice === clash?.theirs)?.[1];
  return clash && typeof label === 'string' ? { ...clash, theirs: label } : clash;
}

/** One of several values. */
export function selectField(options: Field & { choices: Choices }): TemplateResult {
  const { choices } = options;
  const clash = inWords(options.clash, choices);
  return field(
    clash ? { ...options, clash } : options,
    html`<select
      id=${options.name}
      name=${options.name}
      ?required=${options.required}
      aria-invalid=${options.error ? 'true' : 'false'}
      aria-describedby=${ifDefined(described(options))}
      @change=${(event: Event) => options.edit(value(event))}
    >
      ${optionsView(choices, options.value)}
    </select>`,
  );
}

/** One of a few values, all in sight. */
export function radioField(options: Field & { choices: readonly (readonly [value: string, label: unknown])[] }): TemplateResult {
  const { name, label, value: chosen, choices, edit, hint, error } = options;
  const clash = inWords(options.clash, choices);
  return html`<fieldset aria-describedby=${ifDefined(described(options))}>
    <legend>${label}</legend>
    ${choices.map(
      ([choice, text]) =>
        html`<label class="check-field">
          <input
            type="radio"
            name=${name}
            value=${choice}
            aria-invalid=${error ? 'true' : 'false'}
            .checked=${live(choice === chosen)}
            @change=${() => edit(choice)}
          />
          <span>${text}</span>
        </label>`,
    )}
    ${hint ? html`<small class="muted" id="${name}-hint">${hint}</small>` : nothing}
    ${error ? html`<span class="error-text" id="${name}-error">${error}</span>` : nothing} ${clash?.view(clash.theirs)}
  </fieldset>`;
}

/** Yes or no. */
export function checkField(options: {
  name: string;
  label: unknown;
  checked: boolean;
  edit: (checked: boolean) => void;
  required?: boolean;
  error?: string;
  disabled?: boolean;
  clash?: Clash;
}): TemplateResult {
  const { name, label, checked, edit, error, clash } = options;
  return html`<label class="check-field">
      <input
        type="checkbox"
        name=${name}
        .checked=${live(checked)}
        ?required=${options.required}
        ?disabled=${options.disabled}
        aria-invalid=${error ? 'true' : 'false'}
        aria-describedby=${error ? `${name}-error` : nothing}
        @change=${(event: Event) => edit((event.currentTarget as HTMLInputElement).checked)}
      />
      <span>${label}</span>
    </label>
    ${error ? html`<span class="error-text" id="${name}-error">${error}</span>` : nothing} ${clash?.view(clash.theirs)}`;
}

/** Shows the outcome of sending: nothing while the form is edited; errors that belong to no field of `pointers`, and failures with a way on. */
export function formStatus(
  form: FormState & { readonly pointers?: readonly string[] },
  i18n: SharedLocalize,
  pointers: readonly string[] = form.pointers ?? [],
  retry?: () => void,
): TemplateResult | typeof nothing {
  if (form.phase === 'failed') return failure(form.error, i18n, retry);
  if (form.phase !== 'invalid') return nothing;
  const errors = form.error?.problem.errors ?? [];
  const others = errors.filter(({ pointer }) => !pointers.some((place) => isAt(pointer, place)));
  const t = i18n.in(tools);
  return html`<div class="notice danger" part="error" role="alert">
    <p>${errors.length > 0 ? t('fieldsInvalid', errors.length) : (form.error?.problem.title ?? t('errorRejected'))}</p>
    ${
      others.length > 0
        ? html`<ul>
            ${others.map(({ detail }) => html`<li>${detail}</li>`)}
          </ul>`
        : nothing
    }
  </div>`;
}

/** The form's one primary button; while sending it stays focusable and does nothing. */
export function submitButton(form: FormState, i18n: SharedLocalize, label: string): TemplateResult {
  return html`<button type="submit" class="primary" aria-disabled=${form.busy}>${form.busy ? i18n.in(tools)('sending') : label}</button>`;
}

/** Says that somebody else has saved the record meanwhile, and what that means for what was typed. */
export function staleNotice(
  { stale, displaced }: Pick<DraftForm<object>, 'stale' | 'displaced'>,
  i18n: SharedLocalize,
): TemplateResult | typeof nothing {
  if (!stale && displaced.length === 0) return nothing;
  const t = i18n.in(forms);
  return html`<div class="notice warning" part="stale" role="alert">
    ${stale ? html`<p>${t('stale')}</p>` : nothing}
    ${displaced.length > 0 ? html`<p part="displaced">${t('displaced', displaced.map((each) => `“${each}”`).join(', '))}</p>` : nothing}
  </div>`;
}

export interface FormFooter {
  /** The label of the one primary button, a verb; `Save` unless told. */
  submit?: string;
  /** It destroys or ends something. */
  destructive?: boolean;
  cancel: () => void;
  /** The way back, where it is not `Cancel`: “Keep service”. */
  back?: string;
}

/** The end of a form: the way back, and its one primary button, which stays focusable while sending and then does nothing. */
export function formFooter(form: FormState, i18n: SharedLocalize, { submit, destructive, cancel, back }: FormFooter): TemplateResult {
  const t = i18n.in(tools);
  return html`<footer>
    <button type="button" @click=${cancel}>${back ?? t('cancel')}</button>
    <button type="submit" class=${destructive ? 'destructive' : 'primary'} aria-disabled=${form.busy}>
      ${form.busy ? t('sending') : (submit ?? t('save'))}
    </button>
  </footer>`;
}
