import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

export type Choices = readonly (readonly [value: string, label: string])[];

/**
 * The options of a `<select>`. What is chosen is a property and compared with what the person sees: an attribute does nothing for
 * an option that somebody has chosen once, and Firefox shows the first when the chosen one has gone.
 */
export const optionsView = (choices: Choices, current: string | undefined): TemplateResult[] =>
  choices.map(([value, label]) => html`<option value=${value} .selected=${live(value === current)} .textContent=${label}></option>`);

/** One of several values, for a toolbar; `name` where the field is looked for by it. */
export const selectView = (
  label: string,
  current: string | undefined,
  choices: Choices,
  choose: (value: string) => void,
  name = '',
): TemplateResult =>
  html`<label class="field">
    <span>${label}</span>
    <select name=${name} @change=${(event: Event) => choose((event.currentTarget as HTMLSelectElement).value)}>
      ${optionsView(choices, current)}
    </select>
  </label>`;
