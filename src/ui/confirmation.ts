import { html, type TemplateResult } from 'lit';
import type { FormState } from '../core/forms/form-controller.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { formFooter, formStatus, type FormFooter } from './form-view.js';

export interface Confirmation extends FormFooter {
  /** The sentence that says what will happen, and what cannot be undone. */
  text: unknown;
  /** Called when it has been confirmed. */
  act: () => void;
  /** A refusal for which the element has words of its own (`refusal.ts`). */
  refusal?: unknown;
}

/** Asks before an act that cannot simply be taken back. */
export function confirmation(form: FormState, i18n: SharedLocalize, options: Confirmation): TemplateResult {
  const { text, act, refusal } = options;
  const submit = (event: Event) => {
    event.preventDefault();
    act();
  };
  return html`<form class="stack" @submit=${submit}>
    ${typeof text === 'string' ? html`<p>${text}</p>` : text} ${refusal ?? formStatus(form, i18n)} ${formFooter(form, i18n, options)}
  </form>`;
}
