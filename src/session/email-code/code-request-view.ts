import { html, type TemplateResult } from 'lit';
import type { SharedLocalize } from '../../core/localize-controller.js';
import { tools } from '../../i18n/texts/tools.js';
import { formStatus, textField } from '../../ui/form-view.js';
import { cooldownView, errorNotice } from '../cooldown-view.js';
import { mailedCode as texts } from '../texts/mailed-code.js';
import type { CodeRequest } from './code-request.js';

/** The fields of the request. */
export function codeRequestFields<Name extends string>(request: CodeRequest<Name>, i18n: SharedLocalize): TemplateResult[] {
  const { values, checked, form, options } = request;
  const required = (name: Name) => (checked && !values[name].trim() ? i18n.in(tools)('required') : undefined);
  return options.names.map((name) =>
    textField({
      spellcheck: false,
      ...options.field(name),
      name,
      value: values[name],
      edit: (value) => request.type(name, value),
      error: form.fieldError(`/${name}`) ?? required(name),
      required: true,
    }),
  );
}

/** The failure of the request, and how long to wait. */
export function codeRequestStatus<Name extends string>(request: CodeRequest<Name>, i18n: SharedLocalize): unknown {
  const { checked, form, cooldown, options } = request;
  if (checked && !form.connected) return errorNotice(i18n.in(texts)('notConnected'));
  const pointers = options.names.map((name) => `/${name}`);
  return cooldownView(cooldown) ?? formStatus(form, i18n, pointers);
}

/** The primary button. */
export function codeRequestButton<Name extends string>(
  { form, held }: CodeRequest<Name>,
  i18n: SharedLocalize,
  label: string,
): TemplateResult {
  return html`<button type="submit" class="primary" aria-disabled=${held}>${form.busy ? i18n.in(tools)('sending') : label}</button>`;
}

/** The button for another mail, when none comes. */
export function sendAgainButton<Name extends string>(request: CodeRequest<Name>, i18n: SharedLocalize): TemplateResult {
  const send = () => void request.send();
  return html`<button type="button" class="link" aria-disabled=${request.held} @click=${send}>${i18n.in(texts)('sendAgain')}</button>`;
}
