import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { ApiError, unwrap } from '../api/problem.js';
import { FormController } from '../core/form-controller.js';
import type { LoadController } from '../core/load-controller.js';
import type { PortalElement } from '../core/portal-element.js';
import { SecretFields } from '../core/secret-fields.js';
import { warnBeforeUnload } from '../core/unsaved.js';
import { profileEdit } from './texts/profile-edit.js';
import { tools } from '../i18n/texts/tools.js';
import { focusFirstInvalid, formStatus, submitButton, textField } from '../ui/form-view.js';
import { adoptStyles } from '../ui/styles/adopt.js';
import { formStyles } from '../ui/styles/form.js';
import { addressFields, ProfileDraft } from './profile-draft.js';
import { profileFields } from './profile-fields.js';
import type { Profile, ProfileLocalize } from './profile-record.js';

type Change = components['schemas']['ProfileChange'];

interface Options {
  load: LoadController<Profile>;
  /** Called when it is over: with the profile as saved, or with nothing when it was given up. */
  onEnd: (saved?: Profile) => void;
}

/** The profile while it is edited. What was typed stays until it is saved or given up, also when somebody else was faster. */
export class ProfileEdit implements ReactiveController {
  readonly #draft = new ProfileDraft();
  readonly #secrets: SecretFields<'password'>;
  readonly #form: FormController<Change, Profile>;
  /** As it was when editing began, or when it was last read for it. */
  #base?: Profile | undefined;
  /** What somebody else has put in the place of it meanwhile. */
  #former?: Profile | undefined;
  #checked = false;

  constructor(
    private readonly host: PortalElement,
    private readonly i18n: ProfileLocalize,
    private readonly options: Options,
  ) {
    this.#secrets = new SecretFields(host);
    this.#form = new FormController(host, {
      changes: ['/profile', '/session'],
      send: (api, body) => {
        const params = { header: { 'If-Match': this.#base!.etag } };
        return api.PATCH('/profile', { params, body });
      },
      onDone: (saved) => this.#end(saved),
    });
    host.addController(this);
    adoptStyles(host, formStyles);
  }

  /** Whether it is under way. */
  get isOpen(): boolean {
    return this.#base !== undefined;
  }

  open(profile: Profile): void {
    this.#base = profile;
    this.host.requestUpdate();
  }

  hostUpdated(): void {
    warnBeforeUnload(this, this.host.isConnected && this.isOpen && !this.#draft.isEmpty);
  }

  hostDisconnected(): void {
    warnBeforeUnload(this, false);
  }

  view(): TemplateResult {
    const form = this.#form;
    const profile = this.#base!;
    const t = this.i18n.in(profileEdit);
    const pointers = ['/password', ...addressFields(profile).map((field) => `/${field}`), ...profile.fields.map(({ name }) => `/${name}`)];
    const custom = profile.customFields.map(({ key }) => `/customFields/${key}`);
    return html`<form class="stack" part="form" novalidate @submit=${this.#submit}>
      ${this.#former ? html`<div class="notice warning" part="stale" role="alert"><p>${t('stale')}</p></div>` : nothing}
      ${profileFields(profile, this.i18n, {
        draft: this.#draft,
        form,
        former: this.#former,
        missing: this.#checked ? this.#missing : [],
        edit: (field, value) => this.#edit(() => this.#draft.type(field, value)),
        password: () => this.#passwordField(),
      })}
      ${this.#former && form.error?.status === 412 ? nothing : formStatus(form, this.i18n, [...pointers, ...custom])}
      <footer>
        <button type="button" @click=${() => this.#end()}>${this.i18n.in(tools)('cancel')}</button>
        ${submitButton(form, this.i18n, this.i18n.in(tools)('save'))}
      </footer>
    </form>`;
  }

  #passwordField(): TemplateResult | typeof nothing {
    if (!this.#draft.differs(this.#base!, 'email')) return nothing;
    const t = this.i18n.in(profileEdit);
    const wrong = this.#form.error?.problem.errors?.some(({ pointer, code }) => pointer === '/password' && code === 'wrong-password');
    const refused = wrong ? t('wrongPassword') : this.#form.fieldError('/password');
    const error = this.#checked && this.#missing.includes('password') ? this.i18n.in(tools)('required') : refused;
    return textField({
      name: 'own-password',
      label: t('password'),
      hint: t('passwordHint'),
      type: 'password',
      autocomplete: 'current-password',
      required: true,
      value: this.#secrets.get('password'),
      edit: (password) => this.#edit(() => this.#secrets.set('password', password)),
      ...(error && { error }),
    });
  }

  get #missing(): string[] {
    return this.#draft.missing(this.#base!, this.#secrets.get('password'));
  }

  #edit(change: () => void): void {
    if (this.#form.busy) return;
    change();
    this.#form.edited();
  }

  #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const element = event.currentTarget as HTMLFormElement;
    const profile = this.#base!;
    this.#checked = true;
    this.host.requestUpdate();
    const change = this.#draft.change(profile, this.#secrets.get('password'));
    if (this.#missing.length === 0) {
      if (Object.keys(change).length === 0) return this.#end();
      if (await this.#form.send(change)) return;
      if (this.#form.error?.status === 412) await this.#renew();
    }
    await this.host.updateComplete;
    focusFirstInvalid(element);
  };

  /** Somebody else was faster: what is typed stays, and is next sent against what is there now. */
  async #renew(): Promise<void> {
    const api = this.options.load.connection?.api;
    if (!api) return;
    try {
      const present = await unwrap(api.GET('/profile'));
      this.#former = this.#base;
      this.#base = present;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
    }
    this.host.requestUpdate();
  }

  #end(saved?: Profile): void {
    this.#draft.clear();
    this.#secrets.forget();
    this.#base = this.#former = undefined;
    this.#checked = false;
    if (!saved) this.#form.edited();
    this.options.onEnd(saved);
  }
}
