import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import type { FieldError } from '../core/draft-form.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { checkField, textField, type Field } from '../ui/form-view.js';
import { password as texts } from './texts/password.js';

export type PasswordPolicy = components['schemas']['PasswordPolicy'];

/** A new password, typed twice. */
export interface NewPasswordDraft {
  password: string;
  repeated: string;
}

const length = (text: string): number => [...text].length;

/** The text for an error of the server at a password. */
export const passwordFault = ({ code = '' }: FieldError, i18n: SharedLocalize): string | undefined =>
  Object.hasOwn(texts.english, code) ? i18n.in(texts)(code as 'too-short') : undefined;

/** The faults of a new password against the policy, once it has been typed. */
export function newPasswordFaults(
  { password, repeated }: NewPasswordDraft,
  policy: PasswordPolicy | undefined,
  i18n: SharedLocalize,
): { password?: string; repeated?: string } {
  const t = i18n.in(texts);
  if (!password) return {};
  if (policy && length(password) < policy.minLength) return { password: t('too-short') };
  if (policy && length(password) > policy.maxLength) return { password: t('too-long') };
  return password === repeated ? {} : { repeated: t('different') };
}

/** The values of the fields of this view as they stand on the page: password managers fill them in without an event. */
export function filledInPassword(root: ParentNode): NewPasswordDraft {
  const value = (id: string) => root.querySelector<HTMLInputElement>(`#${id}`)?.value ?? '';
  return { password: value('new-password'), repeated: value('repeat-password') };
}

type BoundField = Pick<Field, 'value' | 'edit' | 'error'>;

export interface NewPasswordOptions {
  policy: PasswordPolicy | undefined;
  /** The characters are shown. */
  visible: boolean;
  show: (visible: boolean) => void;
}

/** The new password, held against the policy while it is typed, and once more. */
export function newPasswordFields(
  { password, repeated }: { password: BoundField; repeated: BoundField },
  { policy, visible, show }: NewPasswordOptions,
  i18n: SharedLocalize,
): TemplateResult {
  const t = i18n.in(texts);
  const common = { type: visible ? 'text' : 'password', autocomplete: 'new-password', required: true, spellcheck: false } as const;
  return html`${textField({
    ...password,
    ...common,
    name: 'new-password',
    label: t('newPassword'),
    hint: policy && rules(password.value, policy, i18n),
  })}
  ${textField({ ...repeated, ...common, name: 'repeat-password', label: t('repeat') })}
  ${checkField({ name: 'show-passwords', label: t('show'), checked: visible, edit: show })}`;
}

function rules(value: string, { minLength, maxLength, refusesCommon }: PasswordPolicy, i18n: SharedLocalize): TemplateResult {
  const t = i18n.in(texts);
  const typed = length(value);
  const rule = (met: boolean, text: string) =>
    html`<span class="rule">
      <span aria-hidden="true">${met ? '✓' : '○'}</span> ${text} <span class="visually-hidden">(${t(met ? 'met' : 'unmet')})</span>
    </span>`;
  return html`${rule(typed >= minLength, t('minLength', minLength))} ${typed > maxLength ? rule(false, t('maxLength', maxLength)) : nothing}
  ${refusesCommon ? html`<span class="rule"><span aria-hidden="true">·</span> ${t('refusesCommon')}</span>` : nothing}`;
}
