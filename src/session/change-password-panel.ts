import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import type { PortalChangePassword } from './portal-change-password.js';
import { sessionContext } from '../context/contexts.js';
import { Consumer } from '../core/consume.js';
import { DraftForm } from '../core/draft-form.js';
import { LoadController } from '../core/loading/load-controller.js';
import { Panel } from '../core/panel.js';
import { checkField, formStatus, submitButton, textField } from '../ui/form-view.js';
import { formStyles } from '../ui/styles/form.js';
import {
  filledInPassword,
  newPasswordFaults,
  newPasswordFields,
  passwordFault,
  type NewPasswordDraft,
  type PasswordPolicy,
} from './new-password-view.js';
import { CooldownController } from './cooldown-controller.js';
import { cooldownView, errorNotice } from './cooldown-view.js';
import { password as texts } from './texts/password.js';

interface Draft extends NewPasswordDraft {
  current: string;
  endOthers: boolean;
}

interface Options {
  onDone: () => void;
  /** Called when the server says that the password is held by a single sign-on. */
  onManagedElsewhere: () => void;
}

/** The present password and the new one while they are typed. */
export class ChangePasswordPanel extends Panel<PortalChangePassword, typeof texts.english> {
  static override readonly styles: readonly CSSResult[] = [formStyles];

  /** Says that the password has been changed. */
  #notice = '';
  #visible = false;
  readonly #session: Consumer<typeof sessionContext>;
  readonly #cooldown: CooldownController;
  readonly #policy: LoadController<PasswordPolicy>;
  readonly #form: DraftForm<Draft, unknown>;

  constructor(
    host: PortalChangePassword,
    private readonly options: Options,
  ) {
    super(host, texts);
    const { i18n } = this;
    let endOthers = false;
    this.#session = new Consumer(host, sessionContext);
    this.#cooldown = new CooldownController(host);
    this.#policy = new LoadController(host, {
      path: '/password-policy',
      fetch: (api, init) => api.GET('/password-policy', init),
    });
    this.#form = new DraftForm<Draft, unknown>(host, i18n, {
      changes: ['/account/security', '/account/sessions'],
      from: () => ({ current: '', password: '', repeated: '', endOthers }),
      required: ['current', 'password'],
      validate: (draft) => newPasswordFaults(draft, this.#policy.value, i18n),
      say: (fault) => passwordFault(fault, i18n),
      secret: ['current', 'password', 'repeated'],
      empty: true,
      send: (api, { draft: { current, password, endOthers: endOtherSessions } }) => {
        endOthers = endOtherSessions;
        return api.PUT('/account/password', {
          body: { current, password, endOtherSessions },
          params: { header: { 'Portal-Request': '1' } },
        });
      },
      onDone: () => this.#done(endOthers),
    });
  }

  render(): TemplateResult {
    const { i18n } = this;
    const { t } = i18n;
    const form = this.#form;
    const show = (visible: boolean) => ((this.#visible = visible), this.update());
    return html`<form class="stack" novalidate @submit=${this.#submit} @input=${this.#edited}>
      ${this.#status()}
      <input type="text" autocomplete="username" .value=${this.#session.value?.person.email ?? ''} readonly hidden />
      ${textField({
        ...form.field('current'),
        label: t('currentPassword'),
        type: 'password',
        autocomplete: 'current-password',
        spellcheck: false,
      })}
      ${newPasswordFields(
        { password: form.field('password'), repeated: form.field('repeated') },
        { policy: this.#policy.value, visible: this.#visible, show },
        i18n,
      )}
      ${checkField({ ...form.check('endOthers'), name: 'end-others', label: t('endOthers') })}
      <div>${submitButton(form, i18n, t('change'))}</div>
    </form>`;
  }

  #status(): unknown {
    const form = this.#form;
    if (this.#notice) return html`<div class="notice success" part="notice" role="status" tabindex="-1"><p>${this.#notice}</p></div>`;
    if (form.error?.is('password-managed-elsewhere')) return errorNotice(this.i18n.t('managedElsewhere'));
    return cooldownView(this.#cooldown) ?? (this.#form.phase === 'editing' ? nothing : formStatus(form, this.i18n));
  }

  readonly #edited = (): void => {
    this.#notice = '';
  };

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const form = this.#form;
    if (form.busy || this.#cooldown.active) return;
    this.#notice = '';
    this.#visible = false;
    this.#cooldown.reset();
    const { renderRoot } = this.host;
    form.edit({ current: renderRoot.querySelector<HTMLInputElement>('#current')!.value, ...filledInPassword(renderRoot) });
    await form.submit(event);
    this.#cooldown.follow(form.error);
    if (form.error?.is('password-managed-elsewhere')) this.options.onManagedElsewhere();
  };

  #done(everywhere: boolean): void {
    this.#notice = this.i18n.t(everywhere ? 'changedEverywhere' : 'changed');
    this.focus('[part="notice"]');
    this.options.onDone();
  }
}
