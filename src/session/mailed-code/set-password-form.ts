import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../../api/schema.js';
import type { Session } from '../../context/contexts.js';
import { FormController } from '../../core/form-controller.js';
import type { LocalizeController } from '../../core/localize-controller.js';
import type { PortalElement } from '../../core/portal-element.js';
import type { mailedCode } from '../texts/mailed-code.js';
import { focusFirstInvalid, formStatus, submitButton } from '../../ui/form-view.js';
import { waitText } from '../attempt.js';
import { codeRefusal, type MailedCode } from './mailed-code.js';
import { NewPassword, passwordRefusal } from '../new-password.js';

type SetPassword = components['schemas']['SetPassword'];

/** The new password, once it is known whose it is. */
export class SetPasswordForm {
  readonly #new: NewPassword;
  readonly #form: FormController<SetPassword, Session | undefined>;

  constructor(
    private readonly host: PortalElement,
    private readonly mailed: MailedCode,
    private readonly i18n: LocalizeController<typeof mailedCode.english>,
    /** Told of the session that has begun; of none where the person has to sign in. */
    onDone: (session: Session | undefined) => void,
  ) {
    this.#new = new NewPassword(host, () => this.#form.edited());
    this.#form = new FormController<SetPassword, Session | undefined>(host, {
      changes: ['/session'],
      empty: true,
      send: (api, body) => api.POST('/mailed-codes/password', { body, params: { header: { 'Portal-Request': '1' } } }),
      onDone: (session) => {
        this.#new.forget();
        onDone(session);
      },
    });
  }

  /** @param again The way to a new mail. */
  view(again: TemplateResult): TemplateResult {
    const { i18n } = this;
    const { name, email, clientName, policy } = this.mailed.use!;
    const { error } = this.#form;
    const gone = codeRefusal(error, i18n);
    const said = gone ?? waitText(error, i18n);
    return html`<form class="stack" novalidate @submit=${this.#submit}>
      <h2 tabindex="-1">${i18n.t('setFor')}</h2>
      <p>
        ${
          name
            ? html`<strong><bdi>${name}</bdi></strong
                ><br />`
            : nothing
        }<bdi>${email}</bdi>
        ${clientName ? html`<br /><span class="muted"><bdi>${clientName}</bdi></span>` : nothing}
      </p>
      ${
        said
          ? html`<div class="notice danger" part="error" role="alert">
              <p>${said}</p>
              ${gone ? again : nothing}
            </div>`
          : formStatus(this.#form, i18n, ['/password'])
      }
      <input type="text" autocomplete="username" .value=${email} readonly hidden />
      ${this.#new.fields(policy, i18n, passwordRefusal(this.#form, '/password', i18n))}
      ${submitButton(this.#form, i18n, i18n.t('setPassword'))}
    </form>`;
  }

  #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { use, code } = this.mailed;
    if (this.#form.busy || !use || !code) return;
    if (this.#new.check(use.policy) && (await this.#form.send({ ...code, password: this.#new.value }))) return;
    await this.host.updateComplete;
    focusFirstInvalid(this.host.renderRoot);
  };
}
