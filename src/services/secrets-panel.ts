import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { FormController } from '../core/forms/form-controller.js';
import { Panel } from '../core/panel.js';
import { SecretFields } from '../core/forms/secret-fields.js';
import { startTimer } from '../core/loading/timer.js';
import { formStatus } from '../ui/form-view.js';
import type { PortalService } from './portal-service.js';
import type { Service } from './service.js';
import { serviceSecrets as texts } from './texts/service-secrets.js';

type Secret = components['schemas']['ServiceSecret'];
type Revealed = components['schemas']['RevealedSecret'];

interface Wanted {
  serviceId: string;
  secretId: string;
}

/**
 * Secrets of a service while they are shown: asked for one by one, hidden again after a while, and forgotten when the element is
 * left, shows another service, or may no longer be seen. One that arrives after that is not kept.
 */
export class SecretsPanel extends Panel<PortalService, typeof texts.english> {
  readonly #values: SecretFields<string>;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #form: FormController<Wanted, Revealed>;
  #service?: string | undefined;
  #wanted?: Wanted | undefined;
  #announcement: { id: string; text: string } | undefined;

  constructor(
    host: PortalService,
    /** The service that is shown. */
    private readonly shown: () => Service | undefined,
  ) {
    super(host, texts);
    this.#values = new SecretFields(host, () => this.#stop());
    this.#form = new FormController(host, {
      changes: ['/services'],
      send: (api, { serviceId, secretId }) => {
        const path = { serviceId, serviceSecretId: secretId };
        return api.POST('/services/{serviceId}/secrets/{serviceSecretId}/reveal', { params: { path } });
      },
      onDone: (revealed) => this.#show(revealed),
    });
  }

  hostUpdate(): void {
    const service = this.host.access === 'allowed' ? this.shown()?.id : undefined;
    if (service === this.#service) return;
    this.#service = service;
    this.#values.forget();
  }

  render({ secrets }: Service): TemplateResult {
    const { t } = this.i18n;
    return html`<div class="below">
      <h3>${t('secrets')}</h3>
      <p class="muted">${t('secretsText')}</p>
      ${formStatus(this.#form, this.i18n)}
      <ul class="secrets" part="secrets">
        ${secrets.map((secret) => this.#secret(secret))}
      </ul>
    </div>`;
  }

  #secret({ id, kind, label, lastRevealed }: Secret): TemplateResult {
    const { t, instant } = this.i18n;
    const name = label || this.i18n.label(`secret-${kind}`, kind);
    const value = this.#values.get(id);
    const asking = this.#form.busy && this.#wanted?.secretId === id;
    return html`<li>
      <span>
        <bdi>${name}</bdi>
        <small class="muted">${lastRevealed ? t('lastRevealed', lastRevealed.by, instant(lastRevealed.at)) : t('neverRevealed')}</small>
      </span>
      ${value ? html`<bdi class="secret" part="secret" dir="ltr">${value}</bdi>` : html`<span class="muted" aria-hidden="true">••••••••</span>`}
      <span class="actions">
        <button
          type="button"
          aria-label=${value || asking ? nothing : t('revealNamed', name)}
          aria-disabled=${this.#form.busy}
          @click=${() => (value ? this.#hide(id) : this.#ask(id))}
        >
          ${t(asking ? 'revealing' : value ? 'hide' : 'reveal')}
        </button>
        ${value ? html`<button type="button" @click=${() => this.#copy(id, value)}>${t('copy')}</button>` : nothing}
      </span>
      <small class="muted said" role="status">${this.#announcement?.id === id ? this.#announcement.text : nothing}</small>
    </li>`;
  }

  #ask(secretId: string): void {
    if (this.#form.busy) return;
    this.#form.edited();
    this.#wanted = { serviceId: this.#service!, secretId };
    void this.#form.send(this.#wanted);
  }

  #show({ id, value, seconds }: Revealed): void {
    if (!this.host.isConnected || this.host.access !== 'allowed' || this.#wanted?.serviceId !== this.#service) return;
    this.#values.set(id, value);
    this.#say(id, this.i18n.t('hiddenAgain', seconds));
    clearTimeout(this.#timers.get(id));
    this.#timers.set(
      id,
      startTimer(() => this.#hide(id), seconds * 1000),
    );
  }

  #hide(id: string): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    this.#values.set(id, '');
    this.#say(id, '');
  }

  async #copy(id: string, value: string): Promise<void> {
    const { t } = this.i18n;
    const text = await navigator.clipboard.writeText(value).then(
      () => t('copied'),
      () => t('notCopied'),
    );
    if (this.#values.get(id)) this.#say(id, text);
  }

  #say(id: string, text: string): void {
    this.#announcement = { id, text };
    this.host.requestUpdate();
  }

  #stop(): void {
    this.#timers.forEach((timer) => clearTimeout(timer));
    this.#timers.clear();
    this.#wanted = this.#announcement = undefined;
  }
}
