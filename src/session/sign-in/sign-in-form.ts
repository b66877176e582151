import { html, nothing, type TemplateResult } from 'lit';
import type { LocalizeController } from '../../core/localize-controller.js';
import type { signIn } from '../texts/sign-in.js';
import { attempts } from '../texts/attempts.js';
import { tools } from '../../i18n/texts/tools.js';
import { checkField, formStatus, textField } from '../../ui/form-view.js';
import { waitText } from '../attempt.js';
import type { SignInAttempt } from './sign-in-attempt.js';

export type SignInLocalize = LocalizeController<typeof signIn.english>;

/** What keeps a person from signing in, in words; `undefined` for failures that are not about signing in. */
function refusal({ form: { error } }: SignInAttempt, i18n: SignInLocalize): string | undefined {
  if (error?.is('account-locked')) return i18n.t('accountLocked');
  if (error?.is('account-inactive')) return i18n.t('accountInactive');
  if (error?.is('wrong-code')) return undefined;
  return error?.status === 401 ? i18n.t('wrongCredentials') : waitText(error, i18n);
}

/** What became of the last attempt. */
export function signInStatus(attempt: SignInAttempt, i18n: SignInLocalize): unknown {
  const { form, pause, unconnected } = attempt;
  if (pause.over) return html`<div class="notice" role="status"><p>${i18n.in(attempts)('tryAgainNow')}</p></div>`;
  const said = unconnected ? i18n.t('notConnected') : refusal(attempt, i18n);
  if (said) return html`<div class="notice danger" part="error" role="alert"><p>${said}</p></div>`;
  return form.error?.is('wrong-code') ? nothing : formStatus(form, i18n, ['/email', '/password', '/code', '/newPassword']);
}

/** The primary button of every step. */
export function signInButton(attempt: SignInAttempt, i18n: SignInLocalize, label: string): TemplateResult {
  return html`<button type="submit" class="primary" aria-disabled=${attempt.held}>
    ${attempt.form.busy ? i18n.in(tools)('sending') : label}
  </button>`;
}

/** E-mail address and password. */
export function credentialFields(
  attempt: SignInAttempt,
  i18n: SignInLocalize,
  { shown, show }: { shown: boolean; show: (shown: boolean) => void },
): TemplateResult {
  const { t } = i18n;
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
  ${textField({ ...field('password', attempt.secrets.get('password')), type: shown ? 'text' : 'password', autocomplete: 'current-password' })}
  ${checkField({ name: 'show', label: t('showPassword'), checked: shown, edit: show })}`;
}
