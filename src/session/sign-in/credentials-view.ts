import { html, nothing, type TemplateResult } from 'lit';
import type { SharedLocalize } from '../../core/localize-controller.js';
import { tools } from '../../i18n/texts/tools.js';
import { checkField, formStatus, textField } from '../../ui/form-view.js';
import { cooldownView, errorNotice } from '../cooldown-view.js';
import { signIn as texts } from '../texts/sign-in.js';
import type { SignInAttempt } from './attempt.js';

/** The reason why signing in was refused; `undefined` for failures that are not about signing in. */
function refusal({ form: { error } }: SignInAttempt, i18n: SharedLocalize): string | undefined {
  const t = i18n.in(texts);
  if (error?.is('account-locked')) return t('accountLocked');
  if (error?.is('account-inactive')) return t('accountInactive');
  return error?.status === 401 && !error.is('wrong-code') ? t('wrongCredentials') : undefined;
}

/** The result of the last attempt. */
export function signInStatus(attempt: SignInAttempt, i18n: SharedLocalize): unknown {
  const { form, cooldown, unconnected } = attempt;
  const held = cooldownView(cooldown);
  if (held && !form.error?.is('account-locked')) return held;
  const text = unconnected ? i18n.in(texts)('notConnected') : refusal(attempt, i18n);
  if (text) return errorNotice(text);
  return form.error?.is('wrong-code') ? nothing : formStatus(form, i18n, ['/email', '/password', '/code', '/newPassword']);
}

/** The primary button of every step. */
export function signInButton(attempt: SignInAttempt, i18n: SharedLocalize, label: string): TemplateResult {
  return html`<button type="submit" class="primary" aria-disabled=${attempt.held}>
    ${attempt.form.busy ? i18n.in(tools)('sending') : label}
  </button>`;
}

/** E-mail address and password. */
export function credentialFields(
  attempt: SignInAttempt,
  i18n: SharedLocalize,
  { visible, show }: { visible: boolean; show: (visible: boolean) => void },
): TemplateResult {
  const t = i18n.in(texts);
  const field = (name: 'email' | 'password', value: string) => ({
    name,
    label: t(name),
    value,
    edit: (text: string) => attempt.type(name, text),
    error: attempt.form.fieldError(`/${name}`) ?? (attempt.checked && !value ? i18n.in(tools)('required') : undefined),
    required: true,
    spellcheck: false,
  });
  return html`${textField({ ...field('email', attempt.email), type: 'email', autocomplete: 'username' })}
  ${textField({ ...field('password', attempt.secrets.get('password')), type: visible ? 'text' : 'password', autocomplete: 'current-password' })}
  ${checkField({ name: 'show', label: t('showPassword'), checked: visible, edit: show })}`;
}
