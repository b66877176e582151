import { html, nothing, type TemplateResult } from 'lit';
import type { SharedLocalize } from '../../core/localize-controller.js';
import { tools } from '../../i18n/texts/tools.js';
import { focusFirstInvalid, formStatus, submitButton, textField } from '../../ui/form-view.js';
import { cooldownNotice } from '../rate-limit.js';
import { mailedCode as texts } from '../texts/mailed-code.js';
import { codeRefusal, type EmailCode } from './email-code.js';

interface CodeOptions {
  /** Where to sign in. */
  signIn: string | undefined;
  /** The way to a new mail. */
  again: TemplateResult;
}

/** The form for a code, with the reason why the last one could not be used. */
export function codeFields(code: EmailCode, knownEmail: string | undefined, i18n: SharedLocalize, ways: CodeOptions): TemplateResult {
  const t = i18n.in(texts);
  if (code.checking) return html`<p role="status">${t('checking')}</p>`;
  const { form, checked, typed } = code;
  const required = (value: string) => (checked && !value.trim() ? i18n.in(tools)('required') : undefined);
  const submit = async (event: Event) => {
    event.preventDefault();
    const element = event.currentTarget as HTMLFormElement;
    if (form.busy || (await code.check())) return;
    await new Promise(requestAnimationFrame);
    focusFirstInvalid(element);
  };
  const unknown = form.error?.is('code-unknown') && typed ? t('codeUnknown') : undefined;
  return html`<form class="stack" novalidate @submit=${submit}>
    ${unknown ? html`<div class="ways">${ways.again}</div>` : codeStatus(code, i18n, ways)}
    ${
      knownEmail === undefined
        ? textField({
            name: 'email',
            label: t('email'),
            value: code.email,
            edit: (value) => code.type('email', value),
            error: form.fieldError('/email') ?? required(code.email),
            type: 'email',
            autocomplete: 'username',
            spellcheck: false,
            required: true,
          })
        : nothing
    }
    ${textField({
      name: 'code',
      label: t('code'),
      hint: t('codeHint'),
      value: typed,
      edit: (value) => code.type('code', value),
      error: form.fieldError('/code') ?? unknown ?? required(typed),
      autocomplete: 'one-time-code',
      spellcheck: false,
      required: true,
    })}
    ${submitButton(form, i18n, t('useCode'))}
  </form>`;
}

function codeStatus(code: EmailCode, i18n: SharedLocalize, { signIn, again }: CodeOptions): unknown {
  const t = i18n.in(texts);
  const { form, checked, retry, cooldown } = code;
  const { error } = form;
  const text = checked && !form.connected ? t('notConnected') : codeRefusal(error, i18n);
  if (!text) return cooldownNotice(cooldown, i18n) ?? formStatus(form, i18n, ['/code', '/email'], retry);
  const known = error?.is('already-has-account') || error?.is('code-used');
  return html`<div class="notice ${error?.status === 409 ? 'warning' : 'danger'}" part="error" role="alert">
    <p>${text}</p>
    <span class="ways">
      ${known && signIn ? html`<a class="link" href=${signIn}>${t('goSignIn')}</a>` : nothing} ${error?.status === 410 ? again : nothing}
    </span>
  </div>`;
}

/** Says that the password is set, with the way on. */
export function passwordDone(next: string | undefined, state: 'signed-in' | 'sign-in', i18n: SharedLocalize): TemplateResult {
  const t = i18n.in(texts);
  const signedIn = state === 'signed-in';
  return html`<div class="stack" part="done">
    <h2 tabindex="-1">${t('passwordSet')}</h2>
    <p>${t(signedIn ? 'doneSignedIn' : 'doneSignIn')}</p>
    ${next ? html`<div><a class="button primary" href=${next}>${t(signedIn ? 'goOn' : 'goSignIn')}</a></div>` : nothing}
  </div>`;
}
