import { html, nothing, type TemplateResult } from 'lit';
import type { Session } from '../../context/contexts.js';
import { DraftForm } from '../../core/draft-form.js';
import { Panel } from '../../core/panel.js';
import { formStatus, submitButton } from '../../ui/form-view.js';
import { safeHref } from '../../ui/links.js';
import { filledInPassword, newPasswordFaults, newPasswordFields, passwordFault, type NewPasswordDraft } from '../new-password-view.js';
import { PortalPasswordSetEvent, PortalSignedInEvent } from '../events.js';
import type { PortalSetPassword } from '../portal-set-password.js';
import { CooldownController } from '../cooldown-controller.js';
import { cooldownView } from '../cooldown-view.js';
import { mailedCode as texts } from '../texts/mailed-code.js';
import { codeRefusal, type EmailCode } from './email-code.js';

/** The new password of the person to whom the code was mailed. */
export class SetPasswordPanel extends Panel<PortalSetPassword, typeof texts.english> {
  #visible = false;
  #done?: 'signed-in' | 'sign-in';
  readonly #cooldown: CooldownController;
  readonly #form: DraftForm<NewPasswordDraft, Session | undefined>;

  constructor(
    host: PortalSetPassword,
    private readonly code: EmailCode,
  ) {
    super(host, texts);
    const { i18n } = this;
    this.#cooldown = new CooldownController(host);
    this.#form = new DraftForm<NewPasswordDraft, Session | undefined>(host, i18n, {
      changes: ['/session'],
      from: () => ({ password: '', repeated: '' }),
      required: ['password'],
      validate: (draft) => newPasswordFaults(draft, code.use?.policy, i18n),
      say: (fault) => passwordFault(fault, i18n),
      secret: ['password', 'repeated'],
      empty: true,
      send: (api, { draft: { password } }) =>
        api.POST('/mailed-codes/password', { body: { ...code.value!, password }, params: { header: { 'Portal-Request': '1' } } }),
      onDone: (session) => this.#finish(session),
    });
  }

  /** Tells whether the password is set. */
  get done(): boolean {
    return !!this.#done;
  }

  /** @param again The way to a new mail. */
  render(again: TemplateResult): TemplateResult {
    const { i18n } = this;
    const form = this.#form;
    const { name, email, clientName, policy } = this.code.use!;
    const show = (visible: boolean) => ((this.#visible = visible), this.update());
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
      ${this.#status(again)}
      <input type="text" autocomplete="username" .value=${email} readonly hidden />
      ${newPasswordFields(
        { password: form.field('password'), repeated: form.field('repeated') },
        { policy, visible: this.#visible, show },
        i18n,
      )}
      ${submitButton(form, i18n, i18n.t('setPassword'))}
    </form>`;
  }

  /** Says that the password is set, with the way on. */
  renderDone(): TemplateResult {
    const { t } = this.i18n;
    const signedIn = this.#done === 'signed-in';
    const next = signedIn ? this.#next : safeHref(this.host.signInHref);
    return html`<div class="stack" part="done">
      <h2 tabindex="-1">${t('passwordSet')}</h2>
      <p>${t(signedIn ? 'doneSignedIn' : 'doneSignIn')}</p>
      ${next ? html`<div><a class="button primary" href=${next}>${t(signedIn ? 'goOn' : 'goSignIn')}</a></div>` : nothing}
    </div>`;
  }

  focusHeading(): void {
    this.focus('h2');
  }

  get #next(): string | undefined {
    return safeHref(this.host.returnTo);
  }

  #status(again: TemplateResult): unknown {
    const gone = codeRefusal(this.#form.error, this.i18n);
    if (!gone) return cooldownView(this.#cooldown) ?? formStatus(this.#form, this.i18n);
    return html`<div class="notice danger" part="error" role="alert">
      <p>${gone}</p>
      ${again}
    </div>`;
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const form = this.#form;
    if (form.busy || this.#cooldown.active || !this.code.use || !this.code.value) return;
    this.#visible = false;
    this.#cooldown.reset();
    form.edit(filledInPassword(this.host.renderRoot));
    await form.submit(event);
    this.#cooldown.follow(form.error);
  };

  /** @param session The session that has begun; none where the person has to sign in. */
  #finish(session: Session | undefined): void {
    const { host } = this;
    this.#done = session ? 'signed-in' : 'sign-in';
    this.code.forget();
    this.focusHeading();
    /** @internal */
    host.dispatchEvent(new PortalPasswordSetEvent(!!session));
    const next = this.#next;
    /** @internal */
    if (session && host.dispatchEvent(new PortalSignedInEvent(session, next)) && next) location.assign(next);
  }
}
