import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import type { FormController } from '../core/form-controller.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import type { PortalElement } from '../core/portal-element.js';
import { password as texts } from './texts/password.js';
import { tools } from '../i18n/texts/tools.js';
import { checkField, textField } from '../ui/form-view.js';
import { SecretFields } from '../core/secret-fields.js';

export type PasswordPolicy = components['schemas']['PasswordPolicy'];

type Fault = 'required' | 'too-short' | 'too-long' | 'different';

const length = (text: string): number => [...text].length;

/** What the server says against the password at `pointer`, in words. */
export function passwordRefusal<V, R>(form: FormController<V, R>, pointer: string, i18n: SharedLocalize): string | undefined {
  const refusal = form.error?.problem.errors?.find((each) => each.pointer === pointer);
  const { code = '', detail } = refusal ?? {};
  return Object.hasOwn(texts.english, code) ? i18n.in(texts)(code as 'too-short') : detail;
}

/** A new password, typed twice and held against the policy while it is typed. */
export class NewPassword {
  readonly #secrets: SecretFields<'value' | 'repeated'>;
  #shown = false;
  #checked = false;

  constructor(
    private readonly host: PortalElement,
    /** Told of every edit. */
    private readonly edited: () => void,
  ) {
    this.#secrets = new SecretFields(host, () => (this.#shown = this.#checked = false));
  }

  get value(): string {
    return this.#secrets.get('value');
  }

  forget(): void {
    this.#secrets.forget();
  }

  /** Whether it can be sent; if not, the fields say why from now on. Takes what a password manager has filled in without telling. */
  check(policy: PasswordPolicy | undefined): boolean {
    for (const [name, id] of [['value', 'new-password'] as const, ['repeated', 'repeat-password'] as const]) {
      const field = this.host.renderRoot.querySelector<HTMLInputElement>(`#${id}`);
      if (field && field.value !== this.#secrets.get(name)) this.#secrets.set(name, field.value);
    }
    this.#checked = true;
    const allowed = this.#fault(policy) === undefined;
    if (allowed) this.#shown = false;
    this.host.requestUpdate();
    return allowed;
  }

  /** @param refusal What the server says against it. */
  fields(policy: PasswordPolicy | undefined, i18n: SharedLocalize, refusal?: string): TemplateResult {
    const t = i18n.in(texts);
    const type = this.#shown ? 'text' : 'password';
    const fault = this.#checked ? this.#fault(policy) : undefined;
    const own = fault === 'required' ? i18n.in(tools)('required') : fault && t(fault);
    const edit = (name: 'value' | 'repeated') => (value: string) => {
      this.#secrets.set(name, value);
      this.edited();
    };
    const common = { type, autocomplete: 'new-password', required: true, spellcheck: false } as const;
    return html`${textField({
      ...common,
      name: 'new-password',
      label: t('newPassword'),
      value: this.value,
      edit: edit('value'),
      error: fault === 'different' ? undefined : (own ?? refusal),
      hint: policy && this.#rules(policy, i18n),
    })}
    ${textField({
      ...common,
      name: 'repeat-password',
      label: t('repeat'),
      value: this.#secrets.get('repeated'),
      edit: edit('repeated'),
      error: fault === 'different' ? own : undefined,
    })}
    ${checkField({
      name: 'show-passwords',
      label: t('show'),
      checked: this.#shown,
      edit: (shown) => ((this.#shown = shown), this.host.requestUpdate()),
    })}`;
  }

  #fault(policy: PasswordPolicy | undefined): Fault | undefined {
    const { value } = this;
    if (!value) return 'required';
    if (policy && length(value) < policy.minLength) return 'too-short';
    if (policy && length(value) > policy.maxLength) return 'too-long';
    return value === this.#secrets.get('repeated') ? undefined : 'different';
  }

  #rules({ minLength, maxLength, refusesCommon }: PasswordPolicy, i18n: SharedLocalize): TemplateResult {
    const t = i18n.in(texts);
    const typed = length(this.value);
    const rule = (met: boolean, text: string) =>
      html`<span class="rule">
        <span aria-hidden="true">${met ? '✓' : '○'}</span> ${text} <span class="visually-hidden">(${t(met ? 'met' : 'unmet')})</span>
      </span>`;
    return html`${rule(typed >= minLength, t('minLength', minLength))}
    ${typed > maxLength ? rule(false, t('maxLength', maxLength)) : nothing}
    ${refusesCommon ? html`<span class="rule"><span aria-hidden="true">·</span> ${t('refusesCommon')}</span>` : nothing}`;
  }
}
