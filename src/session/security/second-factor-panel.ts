import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import type { components } from '../../api/schema.js';
import { DraftForm, type FieldError } from '../../core/draft-form.js';
import type { SharedLocalize } from '../../core/localize-controller.js';
import { Panel } from '../../core/panel.js';
import { tools } from '../../i18n/texts/tools.js';
import { formStatus, textField } from '../../ui/form-view.js';
import { qrCode } from '../../ui/qr-code.js';
import { formStyles } from '../../ui/styles/form.js';
import type { PortalAccountSecurity } from '../portal-account-security.js';
import { CooldownController } from '../cooldown-controller.js';
import { cooldownView } from '../cooldown-view.js';
import { security as texts } from '../texts/security.js';
import { RecoveryCodesPanel } from './recovery-codes-panel.js';

type Secret = components['schemas']['SecondFactorSecret'];
type Codes = components['schemas']['RecoveryCodes'];
type ProofForm = DraftForm<{ password: string }, Secret | Codes | undefined>;
type CodeForm = DraftForm<{ code: string }, Codes>;

export type SecondFactorTask = 'set-up' | 'switch-off' | 'new-codes';

const init = { params: { header: { 'Portal-Request': '1' as const } } };

/** Setting up, switching off and renewing the second factor, step by step. Secrets are forgotten at its end, and when the element is left. */
export class SecondFactorPanel extends Panel<PortalAccountSecurity, typeof texts.english> {
  static override readonly styles: readonly CSSResult[] = [formStyles];

  #task?: SecondFactorTask | undefined;
  #secret?: Secret | undefined;
  readonly #codes: RecoveryCodesPanel;
  readonly #cooldown: CooldownController;
  readonly #proof: ProofForm;
  readonly #confirmation: CodeForm;

  constructor(
    host: PortalAccountSecurity,
    /** Called with what has been achieved, or with nothing when it was called off. */
    private readonly onDone: (achieved: SecondFactorTask | undefined) => void,
  ) {
    super(host, texts);
    this.#codes = new RecoveryCodesPanel(host);
    this.#cooldown = new CooldownController(host);
    const common = { changes: [], say: (fault: FieldError) => faultText(fault, this.i18n) };
    this.#proof = new DraftForm<{ password: string }, Secret | Codes | undefined>(host, this.i18n, {
      ...common,
      from: () => ({ password: '' }),
      required: ['password'],
      secret: ['password'],
      empty: true,
      send: (api, { draft: { password } }) => {
        const request = { ...init, body: { password } };
        if (this.#task === 'set-up') return api.POST('/account/second-factor', request);
        return this.#task === 'new-codes'
          ? api.POST('/account/recovery-codes', request)
          : api.POST('/account/second-factor/removal', request);
      },
      onDone: (answer) => this.#proven(answer),
    });
    this.#confirmation = new DraftForm<{ code: string }, Codes>(host, this.i18n, {
      ...common,
      from: () => ({ code: '' }),
      required: ['code'],
      secret: ['code'],
      send: (api, { draft: { code } }) => api.PUT('/account/second-factor', { ...init, body: { code: code.replace(/\s/g, '') } }),
      onDone: (answer) => this.#show(answer),
    });
  }

  /** Tells whether something is under way. */
  get open(): boolean {
    return this.#task !== undefined;
  }

  begin(task: SecondFactorTask): void {
    this.#forget();
    this.#task = task;
    this.#moveTo('#password');
  }

  hostUpdate(): void {
    if (this.host.access !== 'allowed') this.#forget();
  }

  override hostDisconnected(): void {
    super.hostDisconnected();
    // Unless it is only moved.
    queueMicrotask(() => this.host.isConnected || this.#forget());
  }

  render(): TemplateResult {
    if (this.#codes.open) return this.#codes.render();
    return this.#secret ? this.#scan(this.#secret) : this.#prove(this.#task!);
  }

  #prove(task: SecondFactorTask): TemplateResult {
    const { t } = this.i18n;
    const form = this.#proof;
    return html`<form class="stack" novalidate @submit=${this.#submitProof}>
      <h4 tabindex="-1">${t(`${task}Title`)}</h4>
      <p>${t(`${task}Text`)}</p>
      ${this.#status(form)}
      ${textField({
        ...form.field('password'),
        label: t('password'),
        type: 'password',
        autocomplete: 'current-password',
        spellcheck: false,
      })}
      ${this.#buttons(form, t(task === 'switch-off' ? 'switchOff' : 'next'), task === 'switch-off')}
    </form>`;
  }

  #scan(secret: Secret): TemplateResult {
    const { t } = this.i18n;
    const form = this.#confirmation;
    return html`<form class="stack" novalidate @submit=${this.#submitCode}>
      <h4 tabindex="-1">${t('set-upTitle')}</h4>
      <p>${t('scan')}</p>
      ${secretView(secret, this.i18n)} ${this.#status(form)}
      ${textField({
        ...form.field('code'),
        label: t('code'),
        inputMode: 'numeric',
        autocomplete: 'one-time-code',
        spellcheck: false,
      })}
      ${this.#buttons(form, t('switchOn'))}
    </form>`;
  }

  #buttons(form: { busy: boolean }, label: string, destructive = false): TemplateResult {
    const t = this.i18n.in(tools);
    return html`<div class="actions">
      <button type="submit" class=${destructive ? 'destructive' : 'primary'} aria-disabled=${form.busy || this.#cooldown.active}>
        ${form.busy ? t('sending') : label}
      </button>
      <button type="button" @click=${() => this.#finish(undefined)}>${t('cancel')}</button>
    </div>`;
  }

  #status(form: ProofForm | CodeForm): unknown {
    return cooldownView(this.#cooldown) ?? (form.phase === 'editing' ? nothing : formStatus(form, this.i18n));
  }

  readonly #submitProof = (event: Event): Promise<void> =>
    this.#submit(event, this.#proof, () => this.#proof.edit({ password: this.#filledIn('password') }));
  readonly #submitCode = (event: Event): Promise<void> =>
    this.#submit(event, this.#confirmation, () => this.#confirmation.edit({ code: this.#filledIn('code') }));

  /** @param read Takes the value that a password manager has filled in without an event. */
  async #submit(event: Event, form: ProofForm | CodeForm, read: () => void): Promise<void> {
    event.preventDefault();
    if (form.busy || this.#cooldown.active) return;
    this.#cooldown.reset();
    read();
    await form.submit(event);
    this.#cooldown.follow(form.error);
  }

  #filledIn(name: string): string {
    return this.host.renderRoot.querySelector<HTMLInputElement>(`#${name}`)!.value;
  }

  #proven(answer: Secret | Codes | undefined): void {
    if (!answer) return this.#finish('switch-off');
    if ('recoveryCodes' in answer) return this.#show(answer);
    this.#secret = answer;
    this.#moveTo('h4');
  }

  #show({ recoveryCodes }: Codes): void {
    const task = this.#task;
    this.#secret = undefined;
    this.#codes.begin(recoveryCodes, () => this.#finish(task));
    this.#moveTo('h4');
  }

  #finish(achieved: SecondFactorTask | undefined): void {
    this.#forget();
    this.onDone(achieved);
  }

  #forget(): void {
    if (!this.#task) return;
    this.#task = this.#secret = undefined;
    this.#codes.forget();
    this.#cooldown.reset();
    this.#proof.begin();
    this.#confirmation.begin();
  }

  #moveTo(selector: string): void {
    this.update();
    this.focus(selector);
  }
}

/** The secret, to be scanned or typed. */
function secretView({ secret, uri }: Secret, i18n: SharedLocalize): TemplateResult {
  const t = i18n.in(texts);
  return html`<div class="scan">
    ${qrCode(uri, t('qrCode'))}
    <p>${t('secret')}<br /><bdi class="code secret">${secret.replace(/.{4}(?=.)/g, '$& ')}</bdi></p>
  </div>`;
}

function faultText({ pointer, code }: FieldError, i18n: SharedLocalize): string | undefined {
  if (!code?.startsWith('wrong-')) return undefined;
  return i18n.in(texts)(pointer === '/code' ? 'wrongCode' : 'wrongPassword');
}
