import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../../api/schema.js';
import { FormController } from '../../core/form-controller.js';
import type { SharedLocalize } from '../../core/localize-controller.js';
import type { PortalElement } from '../../core/portal-element.js';
import { attempts } from '../texts/attempts.js';
import { security } from '../texts/security.js';
import { tools } from '../../i18n/texts/tools.js';
import { focusFirstInvalid, formStatus, textField } from '../../ui/form-view.js';
import { Pause, waitText } from '../attempt.js';
import { qrCode } from '../../ui/qr-code.js';
import { RecoveryCodes } from './recovery-codes.js';
import { SecretFields } from '../../core/secret-fields.js';

type Secret = components['schemas']['SecondFactorSecret'];
type Codes = components['schemas']['RecoveryCodes'];

/** What is to become of the second factor. */
export type SecondFactorTask = 'set-up' | 'switch-off' | 'new-codes';

const init = { params: { header: { 'Portal-Request': '1' as const } } };

/** Setting up, switching off and renewing the second factor, step by step; what is secret in it is forgotten at its end, and when the element is left. */
export class SecondFactor {
  task?: SecondFactorTask | undefined;
  #secret?: Secret | undefined;
  #codes?: RecoveryCodes | undefined;
  #checked = false;
  readonly #pause: Pause;
  readonly #typed: SecretFields<'password' | 'code'>;
  readonly #proof: FormController<string, Secret | Codes | undefined>;
  readonly #confirmation: FormController<string, Codes>;

  constructor(
    private readonly host: PortalElement,
    private readonly i18n: SharedLocalize,
    /** Told what has been achieved, or of nothing when it was called off. */
    private readonly onDone: (achieved: SecondFactorTask | undefined) => void,
  ) {
    this.#pause = new Pause(host);
    this.#typed = new SecretFields(host, () => {
      this.task = this.#secret = this.#codes = undefined;
      this.#checked = false;
    });
    this.#proof = new FormController<string, Secret | Codes | undefined>(host, {
      changes: [],
      empty: true,
      send: (api, password) => {
        const request = { ...init, body: { password } };
        if (this.task === 'set-up') return api.POST('/account/second-factor', request);
        return this.task === 'new-codes'
          ? api.POST('/account/recovery-codes', request)
          : api.POST('/account/second-factor/removal', request);
      },
      onDone: (answer) => this.#proven(answer),
    });
    this.#confirmation = new FormController<string, Codes>(host, {
      changes: [],
      send: (api, code) => api.PUT('/account/second-factor', { ...init, body: { code } }),
      onDone: (answer) => this.#show(answer),
    });
  }

  begin(task: SecondFactorTask): void {
    this.#leave();
    this.task = task;
    // Something to forget from now on, whatever is typed.
    this.#typed.set('password', '');
    this.#focus('#password');
  }

  view(): TemplateResult {
    if (this.#codes) return this.#codes.view();
    return this.#secret ? this.#scan(this.#secret) : this.#prove();
  }

  #prove(): TemplateResult {
    const t = this.i18n.in(security);
    const value = this.#typed.get('password');
    return html`<form class="stack" novalidate @submit=${this.#submitProof}>
      <h4 tabindex="-1">${t(`${this.task!}Title`)}</h4>
      <p>${t(`${this.task!}Text`)}</p>
      ${this.#status(this.#proof, ['/password'])}
      ${textField({
        name: 'password',
        label: t('password'),
        type: 'password',
        autocomplete: 'current-password',
        value,
        edit: (text) => this.#type('password', text),
        error: this.#error(this.#proof, 'password', t('wrongPassword')),
        required: true,
        spellcheck: false,
      })}
      ${this.#buttons(this.#proof, t(this.task === 'switch-off' ? 'switchOff' : 'next'), this.task === 'switch-off')}
    </form>`;
  }

  #scan({ secret, uri }: Secret): TemplateResult {
    const t = this.i18n.in(security);
    return html`<form class="stack" novalidate @submit=${this.#submitCode}>
      <h4 tabindex="-1">${t('set-upTitle')}</h4>
      <p>${t('scan')}</p>
      <div class="scan">
        ${qrCode(uri, t('qrCode'))}
        <p>${t('secret')}<br /><bdi class="code secret">${secret.replace(/.{4}(?=.)/g, '$& ')}</bdi></p>
      </div>
      ${this.#status(this.#confirmation, ['/code'])}
      ${textField({
        name: 'code',
        label: t('code'),
        value: this.#typed.get('code'),
        edit: (text) => this.#type('code', text),
        error: this.#error(this.#confirmation, 'code', t('wrongCode')),
        inputMode: 'numeric',
        autocomplete: 'one-time-code',
        required: true,
        spellcheck: false,
      })}
      ${this.#buttons(this.#confirmation, t('switchOn'))}
    </form>`;
  }

  #buttons(form: { busy: boolean }, label: string, destructive = false): TemplateResult {
    return html`<div class="actions">
      <button type="submit" class=${destructive ? 'destructive' : 'primary'} aria-disabled=${form.busy || this.#pause.active}>
        ${form.busy ? this.i18n.in(tools)('sending') : label}
      </button>
      <button type="button" @click=${() => this.#finish(undefined)}>${this.i18n.in(tools)('cancel')}</button>
    </div>`;
  }

  #status<R>(form: FormController<string, R>, pointers: string[]): unknown {
    if (this.#pause.over) return html`<div class="notice" role="status"><p>${this.i18n.in(attempts)('tryAgainNow')}</p></div>`;
    const wait = waitText(form.error, this.i18n);
    if (wait) return html`<div class="notice danger" part="error" role="alert"><p>${wait}</p></div>`;
    return form.phase === 'editing' ? nothing : formStatus(form, this.i18n, pointers);
  }

  #error<R>(form: FormController<string, R>, name: 'password' | 'code', wrong: string): string | undefined {
    const refusal = form.error?.problem.errors?.find(({ pointer }) => pointer === `/${name}`);
    if (refusal) return refusal.code?.startsWith('wrong-') ? wrong : refusal.detail;
    return this.#checked && !this.#typed.get(name).trim() ? this.i18n.in(tools)('required') : undefined;
  }

  #type(name: 'password' | 'code', text: string): void {
    this.#typed.set(name, text);
    this.#checked = false;
    if (this.#pause.active) return;
    this.#proof.edited();
    this.#confirmation.edited();
  }

  #submitProof = (event: Event): Promise<void> => this.#submit(event, this.#proof, 'password');
  #submitCode = (event: Event): Promise<void> => this.#submit(event, this.#confirmation, 'code');

  async #submit<R>(event: Event, form: FormController<string, R>, name: 'password' | 'code'): Promise<void> {
    event.preventDefault();
    if (form.busy || this.#pause.active) return;
    this.#typed.set(name, this.host.renderRoot.querySelector<HTMLInputElement>(`#${name}`)!.value);
    this.#pause.forget();
    this.#checked = true;
    const value = name === 'code' ? this.#typed.get(name).replace(/\s/g, '') : this.#typed.get(name);
    if (value && (await form.send(value))) return;
    this.#pause.follow(form.error);
    this.host.requestUpdate();
    await this.host.updateComplete;
    focusFirstInvalid(this.host.renderRoot);
  }

  #proven(answer: Secret | Codes | undefined): void {
    this.#typed.set('password', '');
    this.#checked = false;
    if (!answer) return this.#finish('switch-off');
    if ('recoveryCodes' in answer) return this.#show(answer);
    this.#secret = answer;
    this.#focus('h4');
  }

  #show({ recoveryCodes }: Codes): void {
    const task = this.task;
    this.#secret = undefined;
    this.#codes = new RecoveryCodes(this.host, recoveryCodes, this.i18n, () => this.#finish(task));
    this.#focus('h4');
  }

  #finish(achieved: SecondFactorTask | undefined): void {
    this.#leave();
    this.onDone(achieved);
  }

  #leave(): void {
    this.#typed.forget();
    this.#pause.forget();
    this.#proof.edited();
    this.#confirmation.edited();
  }

  #focus(selector: string): void {
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => this.host.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }
}
