import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import type { FormController } from '../core/form-controller.js';
import type { SharedLocalize } from '../core/localize.js';
import { tools } from '../i18n/texts/tools.js';
import { failure } from './messages.js';

export interface Field {
  /** Unique in the form; also the id of the control. */
  name: string;
  label: string;
  value: string;
  /** Called with every edit. */
  edit: (value: string) => void;
  /** What is wrong with the value, from the element or the server. */
  error?: string;
  hint?: unknown;
  required?: boolean;
  autocomplete?: string;
}

const value = (event: Event) => (event.currentTarget as HTMLInputElement).value;

/** A label, a control, a hint and an error that belong together for everyone. */
function field({ name, label, hint, error }: Field, control: TemplateResult): TemplateResult {
  return html`<div class="field">
    <label for=${name}>${label}</label>${control} ${hint ? html`<small class="muted" id="${name}-hint">${hint}</small>` : nothing}
    ${error ? html`<span class="error-text" id="${name}-error">${error}</span>` : nothing}
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
      aria-invalid=${options.error ? 'true' : 'false'}
      aria-describedby=${ifDefined(described(options))}
      .value=${live(options.value)}
      @input=${(event: Event) => options.edit(value(event))}
    ></textarea>`,
  );
}

/** One of several values. */
export function selectField(options: Field & { choices: readonly (readonly [value: string, label: string])[] }): TemplateResult {
  return field(
    options,
    html`<select
      id=${options.name}
      name=${options.name}
      ?required=${options.required}
      aria-invalid=${options.error ? 'true' : 'false'}
      aria-describedby=${ifDefined(described(options))}
      @change=${(event: Event) => options.edit(value(event))}
    >
      ${options.choices.map(([choice, label]) => html`<option value=${choice} ?selected=${choice === options.value}>${label}</option>`)}
    </select>`,
  );
}

/** Yes or no. */
export function checkField({
  name,
  label,
  checked,
  edit,
  disabled = false,
}: {
  name: string;
  label: unknown;
  checked: boolean;
  edit: (checked: boolean) => void;
  disabled?: boolean;
}): TemplateResult {
  return html`<label class="check-field">
    <input
      type="checkbox"
      name=${name}
      .checked=${live(checked)}
      ?disabled=${disabled}
      @change=${(event: Event) => edit((event.currentTarget as HTMLInputElement).checked)}
    />
    <span>${label}</span>
  </label>`;
}

/** What became of sending: nothing while it is edited; errors that belong to no field of `pointers`, and failures with a way on. */
export function formStatus<Values, Result>(
  form: FormController<Values, Result>,
  i18n: SharedLocalize,
  pointers: readonly string[] = [],
  retry?: () => void,
): TemplateResult | typeof nothing {
  if (form.phase === 'failed') return failure(form.error, i18n, retry);
  if (form.phase !== 'invalid') return nothing;
  const errors = form.error?.problem.errors ?? [];
  const others = errors.filter(({ pointer }) => !pointer || !pointers.includes(pointer));
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
export function submitButton<Values, Result>(form: FormController<Values, Result>, i18n: SharedLocalize, label: string): TemplateResult {
  return html`<button type="submit" class="primary" aria-disabled=${form.busy}>${form.busy ? i18n.in(tools)('sending') : label}</button>`;
}

/** Takes the user to the first field that needs another look. */
export function focusFirstInvalid(root: ParentNode): void {
  root.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
