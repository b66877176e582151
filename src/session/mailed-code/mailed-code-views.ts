import { html, nothing, type TemplateResult } from 'lit';
import type { LocalizeController } from '../../core/localize-controller.js';
import type { mailedCode as texts } from '../texts/mailed-code.js';
import { tools } from '../../i18n/texts/tools.js';
import { focusFirstInvalid, formStatus, submitButton, textField } from '../../ui/form-view.js';
import { waitText } from '../attempt.js';
import { codeRefusal, type MailedCode } from './mailed-code.js';

type CodeLocalize = LocalizeController<typeof texts.english>;

interface Ways {
  /** Where to sign in. */
  signIn: string | undefined;
  /** The way to a new mail. */
  again: TemplateResult;
}

/** Where a code is typed, with what was wrong with the last one. */
export function codeFields(mailed: MailedCode, knownEmail: string | undefined, i18n: CodeLocalize, ways: Ways): TemplateResult {
  const { t } = i18n;
  if (mailed.checking) return html`<p role="status">${t('checking')}</p>`;
  const { form, checked, typed } = mailed;
  const required = (value: string) => (checked && !value.trim() ? i18n.in(tools)('required') : undefined);
  const submit = async (event: Event) => {
    event.preventDefault();
    const element = event.currentTarget as HTMLFormElement;
    if (form.busy || (await mailed.check())) return;
    await new Promise(requestAnimationFrame);
    focusFirstInvalid(element);
  };
  const unknown = form.error?.is('code-unknown') && typed ? t('codeUnknown') : undefined;
  return html`<form class="stack" novalidate @submit=${submit}>
    ${unknown ? html`<div class="ways">${ways.again}</div>` : codeStatus(mailed, i18n, ways)}
    ${
      knownEmail === undefined
        ? textField({
            name: 'email',
            label: t('email'),
            value: mailed.email,
            edit: (value) => mailed.type('email', value),
            error: form.fieldError('/email') ?? required(mailed.email),
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
      edit: (value) => mailed.type('code', value),
      error: form.fieldError('/code') ?? unknown ?? required(typed),
      autocomplete: 'one-time-code',
      spellcheck: false,
      required: true,
    })}
    ${submitButton(form, i18n, t('useCode'))}
  </form>`;
}

function codeStatus({ form, checked, retry }: MailedCode, i18n: CodeLocalize, { signIn, again }: Ways): unknown {
  const { t } = i18n;
  const { error } = form;
  const said = checked && !form.connected ? t('notConnected') : (codeRefusal(error, i18n) ?? waitText(error, i18n));
  if (!said) return formStatus(form, i18n, ['/code', '/email'], retry);
  const known = error?.is('already-has-account') || error?.is('code-used');
  return html`<div class="notice ${error?.status === 409 ? 'warning' : 'danger'}" part="error" role="alert">
    <p>${said}</p>
    <span class="ways">
      ${known && signIn ? html`<a class="link" href=${signIn}>${t('goSignIn')}</a>` : nothing} ${error?.status === 410 ? again : nothing}
    </span>
  </div>`;
}

/** The password is set: what comes next. */
export function passwordDone(next: string | undefined, state: 'signed-in' | 'sign-in', { t }: CodeLocalize): TemplateResult {
  const signedIn = state === 'signed-in';
  return html`<div class="stack" part="done">
    <h2 tabindex="-1">${t('passwordSet')}</h2>
    <p>${t(signedIn ? 'doneSignedIn' : 'doneSignIn')}</p>
    ${next ? html`<div><a class="button primary" href=${next}>${t(signedIn ? 'goOn' : 'goSignIn')}</a></div>` : nothing}
  </div>`;
}
